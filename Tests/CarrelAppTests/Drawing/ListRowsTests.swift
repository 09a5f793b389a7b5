import Testing

@testable import CarrelApp

@Suite("Rows made when they are asked for")
struct ListRowsTests {
    private let rows = LazyRows(ready: [.heading("Rows"), ListRow(kind: .action, label: "All")], others: 5) {
        ListRow(label: "row \($0)")
    }

    @Test("The ready ones come first")
    func order() {
        #expect(rows.count == 7)
        #expect((0..<7).map { rows[$0].label } == ["Rows", "All", "row 0", "row 1", "row 2", "row 3", "row 4"])
    }

    @Test("Whatever part is asked about, what can be selected in it is counted")
    func selectable() {
        let all = (0..<7).map { rows[$0] }
        for start in 0...7 {
            for end in start...7 {
                #expect(rows.selectable(in: start..<end) == all.selectable(in: start..<end))
            }
        }
    }

    @Test("No rows are no trouble")
    func none() { #expect(LazyRows(ready: []).selectable(in: 0..<0) == 0) }
}
