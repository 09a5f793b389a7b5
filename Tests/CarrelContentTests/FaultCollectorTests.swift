import Testing

@testable import CarrelContent

@Suite("Gathering faults")
struct FaultCollectorTests {
    @Test("Faults come in the order of the file, errors first at one place")
    func order() {
        let faults = FaultCollector(file: "f.yaml")
        let place = TextPosition(line: 2, column: 3)
        let site = Site(YAMLNode(.refused, at: place))["a"]
        faults.warning("w", at: site)
        faults.error("e", at: site)
        faults.error("first", at: .start)
        #expect(
            faults.faults.map(\.description) == [
                "f.yaml:1:1: error: first", "f.yaml:2:3: error: a: e", "f.yaml:2:3: warning: a: w",
            ])
        #expect(faults.errorCount == 2)
    }

    @Test("A file that is nothing but faults is cut short, and says so")
    func cut() {
        let faults = FaultCollector(file: "f.yaml")
        for line in 1...1_000 { faults.error("e", at: TextPosition(line: line, column: 1)) }
        #expect(faults.faults.count == FaultList.mostKept + 1)
        #expect(faults.faults.last?.description == "f.yaml:200:1: error: 800 more faults are not shown")
    }

    @Test("Warnings alone are no reason to refuse a pack")
    func warnings() {
        let faults = FaultCollector(file: "f.yaml")
        faults.warning("w", at: Site(YAMLNode(.refused, at: .start)))
        #expect(!faults.hasErrors)
    }
}
