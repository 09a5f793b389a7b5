import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("How far the learner is with a certification")
struct ProgressFoldTests {
    private let store: Store
    private let clock = TestClock()

    init() throws { store = try Store.ticking(clock) }

    /// Every column of the row.
    private func row() throws -> [String] {
        try store.database.rows("SELECT * FROM userProgress") { row in
            (0..<16).map { row.optionalText($0) ?? "NULL" }
        }.first ?? []
    }

    /// What the row is when nothing of it is taken from the row as it was.
    private func anew() throws -> [String] {
        try store.database.run("DELETE FROM userProgress")
        try ProgressFold(database: store.database, learner: store.learner).write("cert")
        return try row()
    }

    @Test("An answer leaves the row as all sessions and days together make it")
    func answers() throws {
        for session in 0..<3 {
            let id = try store.start(["q1", "q2"], key: .channel("c\(session)"), certification: "cert")
            for question in ["q1", "q2"] {
                try store.answer(question, in: id, certification: "cert", domain: "d")
                let live = try row()
                #expect(live == (try anew()) && !live.isEmpty)
            }
            if session < 2 { try store.record(.sessionCompleted(SessionCompleted(score: 70.1)), sessionId: id) }
            clock.advance(seconds: 86_400)
        }
    }

    @Test("An answer on the earliest day, taken back, takes the beginning with it")
    func undoing() throws {
        let id = try store.start(["q1", "q2"], certification: "cert")
        try store.answer("q1", in: id, certification: "cert", domain: "d")
        _ = try store.undoLast()
        let live = try row()
        #expect(live == (try anew()))
    }
}
