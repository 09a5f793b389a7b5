import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("What was answered to a question before")
struct StoreAnswerHistoryTests {
    let clock = TestClock()
    let store: Store

    init() throws {
        store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel((0..<4).map { SampleCatalogue.question("q\($0)") }))
    }

    private func session() throws -> String {
        clock.advance(seconds: 60)
        return try store.start(["q0", "q1"])
    }

    @Test("Answers stand one a session, the latest first, with what was chosen and where")
    func answers() throws {
        let first = try session()
        try store.answer("q0", in: first, isCorrect: false)
        try store.answer("q1", in: first)
        clock.advance(seconds: 60)
        try store.answer("q0", in: first, isCorrect: true)
        let second = try session()
        try store.answer("q0", in: second, isCorrect: nil, elapsedMs: 900)
        let found = try store.answers(to: "q0")
        #expect(found.map(\.sessionId) == [second, first])
        #expect(found.map(\.answer.isCorrect) == [nil, true])
        #expect(found[0].sessionTitle == "Session" && found[0].answer.elapsedMs == 900)
        #expect(found[0].answer.selection == .chosen(["a"]) && found[0].answer.isAnswered)
        #expect(found[0].answer.answeredAt == clock.moment.at)
        #expect(try store.answers(to: "q0", limit: 1).map(\.sessionId) == [second])
        #expect(try store.answers(to: "q3").isEmpty)
    }

    @Test("What was undone and what was only flagged is left out")
    func leftOut() throws {
        let first = try session()
        try store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: first, questionId: "q0")
        #expect(try store.answers(to: "q0").isEmpty)
        try store.answer("q0", in: first)
        #expect(try store.answers(to: "q0").count == 1)
        _ = try store.undoLast()
        #expect(try store.answers(to: "q0").isEmpty)
    }

    @Test("An answer whose session or question is not here stands all the same")
    func elsewhere() throws {
        let first = try store.start(["gone"])
        try store.answer("gone", in: first)
        try store.database.run("DELETE FROM userSessions")
        let found = try store.answers(to: "gone")
        #expect(found.map(\.sessionId) == [first] && found[0].sessionTitle == nil)
    }

    @Test("Rows are found through indexes, with statistics and without", arguments: [false, true])
    func plan(analyzed: Bool) throws {
        for _ in 0..<12 {
            let session = try session()
            for question in 0..<12 { try store.answer("q\(question)", in: session) }
        }
        if analyzed { try store.database.execute("ANALYZE") }
        _ = try store.answers(to: "q0")
        let asked = store.database.preparedSQL.filter { $0.contains("a.elapsedMs IS NOT NULL OR") }
        #expect(asked.count == 1)
        for sql in asked {
            let plan = try QueryPlan(sql, in: store.database)
            #expect(!plan.steps.contains { $0.hasPrefix("SCAN") }, "\(plan.steps)")
            #expect(plan.steps.contains { $0.contains("answers_question") }, "\(plan.steps)")
        }
    }
}
