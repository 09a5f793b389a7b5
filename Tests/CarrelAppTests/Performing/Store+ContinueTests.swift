import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What Home and resume offer to go on with")
struct StoreContinueTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    private func start(_ topic: StudyTopic) throws -> String {
        guard case .started(let id) = try performer.perform(.start(StudyRequest(topic: topic))).get() else {
            throw Refusal(message: "nothing was started", isRetriable: false)
        }
        return id
    }

    private var offered: [String] { get throws { try performer.store.sessionsToGoOnWith().map(\.id) } }

    @Test("A session stays on offer however many questions are looked at on their own")
    func lookedAt() throws {
        let session = try start(.channel("networking", title: "Networking"))
        for row in try performer.store.questions(in: .all, limit: 60) { _ = try start(.question(row.id, title: "One")) }
        #expect(try offered == [session])
    }

    @Test("A question on its own is on offer while something in it is chosen, typed or waits for its grade")
    func unfinished() throws {
        let store = performer.store
        let id = "net-tcp-handshake"
        let session = try start(.question(id, title: "One"))
        #expect(try offered == [])
        var place = SessionPlace(cursor: 0)
        place.drafts = [id: "half a thought"]
        try store.keepPlace(place, of: session)
        #expect(try offered == [session])
        try store.keepPlace(SessionPlace(cursor: 0), of: session)
        try store.record(.answerGiven(AnswerGiven(response: "SYN", elapsedMs: 1)), sessionId: session, questionId: id)
        #expect(try offered == [session])
        let grade = AnswerGraded(isCorrect: true, score: 1, grade: .good)
        try store.record(.answerGraded(grade), sessionId: session, questionId: id)
        #expect(try offered == [])
    }
}
