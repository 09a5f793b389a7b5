import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Drift of the folded tables")
struct DoctorDriftTests {
    private func studied() throws -> Store {
        let store = try Store.ticking(TestClock())
        let id = try store.start(["p", "q"])
        try store.answer("p", in: id)
        try store.record(.bookmarkSet(BookmarkSet(note: "why")), questionId: "q")
        return store
    }

    @Test("What the program wrote is what the journal comes to, and looking changes nothing")
    func none() throws {
        let store = try studied()
        var told: [[Int]] = []
        #expect(try store.drift { told.append([$0, $1]) } == [])
        #expect(told.last == [3, 3])
        #expect(try store.bookmarkCount() == 1)
    }

    @Test(
        "What was written past the journal is reported by table, and a rebuild discards it",
        arguments: [
            ("UPDATE bookmarks SET note = 'other'", "bookmarks"),
            ("DELETE FROM userAnswers", "userAnswers"),
            ("UPDATE reviewStates SET stability = stability + 1", "reviewStates"),
            ("UPDATE itemFacts SET answers = 9", "itemFacts"),
        ])
    func reported(script: String, table: String) throws {
        let store = try studied()
        try store.database.execute(script)
        let problems = try store.drift()
        #expect(problems.count == 1 && problems[0].hasPrefix("\(table) is not what the journal comes to"))
        try store.rebuild()
        #expect(try store.drift() == [])
    }
}
