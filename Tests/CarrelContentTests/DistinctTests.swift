import Testing

@testable import CarrelContent

@Suite("What must be unique among siblings")
struct DistinctTests {
    @Test("The second of two equal values is a fault that names the place of the first")
    func twice() throws {
        let faults = FaultCollector(file: "f.yaml")
        let text = "ids: [a, b, a]\n"
        let root = Site(try #require(YAMLDocument(parsing: Array(text.utf8), faults: faults).root))
        var ids = Distinct("id")
        for (index, value) in ["a", "b", "a"].enumerated() { ids.add(value, at: root["ids"][index], faults) }
        #expect(ids.values == ["a", "b"])
        #expect(faults.faults.map(\.description) == ["f.yaml:1:13: error: ids[2]: the same id as ids[0]: \"a\""])
    }
}
