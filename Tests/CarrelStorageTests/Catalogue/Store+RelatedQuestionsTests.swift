import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Questions that belong together")
struct StoreRelatedQuestionsTests {
    private typealias Sample = SampleCatalogue

    let store: Store

    /// q0 names four others; q5 and q2 name it.
    init() throws {
        store = try .temporary()
        var questions = (0..<7).map { Sample.question("q\($0)") }
        questions[0].related = [
            Relation(target: "q1", kind: .related, strength: 90), Relation(target: "q2", kind: .followUp, strength: 40),
            Relation(target: "q3", kind: .prerequisite, strength: 60),
            Relation(target: "q4", kind: .prerequisite, strength: 70), Relation(target: "nowhere", kind: .related),
        ]
        questions[2].related = [Relation(target: "q0", kind: .prerequisite, strength: 55)]
        questions[5].related = [
            Relation(target: "q0", kind: .related, strength: 95),
            Relation(target: "q0", kind: .deeperDive, strength: 10),
        ]
        try store.load(Sample.channel(questions))
        try store.setFacts("q3", answers: 2, lastCorrect: false, lastAt: "2026-01-02 00:00:00.000")
    }

    @Test("They are listed from both ends, each with its word, by bond and strength, and a pair only once")
    func bonds() throws {
        let found = try store.relatedQuestions(of: "q0")
        #expect(
            found.map { "\($0.bond) \($0.id) \($0.strength)" } == [
                "prerequisite q4 70", "prerequisite q3 60", "followUp q2 55", "broader q5 10", "related q1 90",
            ])
        #expect(
            try store.relatedQuestions(of: "q2").map { "\($0.bond) \($0.id) \($0.strength)" } == ["prerequisite q0 55"])
        #expect(try store.relatedQuestions(of: "q5").map(\.strength) == [10])
        #expect(try store.relatedQuestions(of: "q6").isEmpty)
    }

    @Test("Each tells its stem and how it was answered last")
    func rows() throws {
        let found = try store.relatedQuestions(of: "q0")
        #expect(found[1].stem == "Which of these is q3?" && found[1].answers == 2 && found[1].lastCorrect == false)
        #expect(found[0].answers == 0 && found[0].lastCorrect == nil)
    }

    @Test("A question that no pack has any more is not offered")
    func retired() throws {
        #expect(try store.hasRelatedQuestions("q5") && store.hasRelatedQuestions("q0"))
        #expect(try !store.hasRelatedQuestions("q6"))
        try store.database.run("UPDATE questions SET status = 'deleted' WHERE id = 'q0'")
        #expect(try store.relatedQuestions(of: "q5").isEmpty)
        #expect(try !store.hasRelatedQuestions("q5"))
    }

    @Test("Rows are found through indexes, with statistics and without", arguments: [false, true])
    func plans(analyzed: Bool) throws {
        if analyzed { try store.database.execute("ANALYZE") }
        _ = (try store.relatedQuestions(of: "q0"), try store.hasRelatedQuestions("q0"))
        let asked = store.database.preparedSQL.filter {
            $0.hasPrefix("SELECT") && $0.contains("questionRelationships qr")
        }
        #expect(asked.count == 3)
        for sql in asked { try QueryPlan(sql, in: store.database).requireIndexes() }
    }
}
