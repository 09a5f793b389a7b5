import Testing

@testable import CarrelApp

@Suite("Details in columns")
struct ListRowAlignedTests {
    @Test("Each column is as wide as its widest, counted from the right")
    func aligned() {
        let rows = [
            ListRow(label: "a", details: ["12 h left", "6/6"]), ListRow(label: "b", details: ["done", "10/14"]),
            ListRow(label: "c", details: ["-"]), ListRow(label: "d"),
        ]
        #expect(
            rows.aligned().map(\.details) == [["12 h left", "  6/6"], ["     done", "10/14"], ["    -"], []])
        #expect([ListRow]().aligned().isEmpty)
    }
}
