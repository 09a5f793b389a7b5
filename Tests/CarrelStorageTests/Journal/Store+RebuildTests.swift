import CarrelCore
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Rebuilding")
struct StoreRebuildTests {
    private struct Killed: Error {}

    @Test("A rebuild that ends early leaves the tables as they were", arguments: [0, 1])
    func killed(steps: Int) throws {
        var generator = JournalGenerator(seed: 3)
        let store = try Store.withQuestions()
        try store.absorb(generator.arrivals(120))
        // What only a rebuild would discard.
        try store.database.run("INSERT INTO bookmarks(id, userId, questionId) VALUES ('x', 'y', 'z')")
        let before = try store.foldedTables()
        var left = steps
        #expect(throws: Killed.self) {
            try store.rebuild { _, _ in
                if left == 0 { throw Killed() }
                left -= 1
            }
        }
        #expect(try store.foldedTables() == before)
        try store.rebuild()
        #expect(try store.foldedTables() != before)
    }

    @Test("Progress is told up to the end")
    func progress() throws {
        let store = try Store.ticking(TestClock())
        let id = try store.start(["q"])
        try store.answer("q", in: id)
        var told: [[Int]] = []
        try store.rebuild { told.append([$0, $1]) }
        #expect(told == [[0, 2], [2, 2], [2, 2]])
    }

    @Test("What a newer program wrote is kept through a rebuild, byte for byte")
    func unknown() throws {
        let store = try Store.ticking(TestClock())
        let body = "{ \"z\": 1, \"a\": [2] }"
        try store.absorb([
            JournalEntry(
                id: "new", ord: 5, hlc: 5, at: minute(0), zone: 0, questionId: "q",
                event: .unknown(kind: "futureKind", version: 3, body: body))
        ])
        try store.rebuild()
        #expect(try store.database.first("SELECT body FROM journal") { $0.text(0) } == body)
    }

    @Test("Tables that another version folded are folded anew, once")
    func version() throws {
        let directory = try TemporaryDirectory()
        var told: [Int] = []
        func open() throws -> Store {
            try Store.open(.file(directory.file("a.db")), clock: TestClock().now, seed: 1) { done, _ in
                told.append(done)
            }
        }
        let store = try open()
        #expect(!store.openReport.rebuilt)
        try store.record(.bookmarkSet(BookmarkSet()), questionId: "q")
        try store.database.execute("DELETE FROM bookmarks; UPDATE meta SET value = '0' WHERE key = 'foldVersion'")
        told = []
        let again = try open()
        #expect(again.openReport.rebuilt && told.last == 1)
        #expect(try again.isBookmarked("q"))
        #expect(try !open().openReport.rebuilt)
    }
}
