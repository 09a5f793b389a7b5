import Testing

@testable import CarrelContent

@Suite("The way to a value")
struct SiteTests {
    let root: Site

    init() throws {
        let faults = FaultCollector(file: "f.yaml")
        let text = "questions:\n  - options:\n      - why: because\n"
        root = Site(try #require(YAMLDocument(parsing: Array(text.utf8), faults: faults).root))
    }

    @Test("A path names keys, and list places from 0")
    func path() {
        let site = root["questions"][0]["options"][0]["why"]
        #expect(site.path == "questions[0].options[0].why")
        #expect(site.node.position == TextPosition(line: 3, column: 14))
    }

    @Test("What is not there stands where it is missing")
    func missing() {
        #expect(root["questions"][0]["id"].node.position == TextPosition(line: 2, column: 5))
        #expect(root["questions"][7].node.position == TextPosition(line: 2, column: 3))
    }
}
