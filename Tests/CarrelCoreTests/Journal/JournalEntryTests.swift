import CarrelCore
import Testing

@Suite("The order of the journal")
struct JournalEntryTests {
    @Test("First the server's order, then the clock, then the id")
    func order() {
        let positions = [
            JournalPosition(ord: 1, hlc: 9, id: "z"), JournalPosition(ord: 2, hlc: 1, id: "z"),
            JournalPosition(ord: 2, hlc: 2, id: "a"), JournalPosition(ord: 2, hlc: 2, id: "b"),
            JournalPosition(ord: 1 << 60, hlc: 0, id: ""), JournalPosition(ord: 1 << 60 + 1, hlc: 0, id: ""),
        ]
        #expect(positions.reversed().sorted() == positions)
    }
}
