import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("What is due")
struct StoreReviewsTests {
    private let clock = TestClock()

    private func reviewed(_ questions: [String]) throws -> Store {
        let store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel(questions.map { SampleCatalogue.question($0) }))
        let id = try store.start(questions + ["absent"])
        for question in questions + ["absent"] { try store.answer(question, in: id, isCorrect: false) }
        return store
    }

    @Test("Questions fall due; suspended, buried and absent ones do not")
    func due() throws {
        let store = try reviewed(["p", "q", "r"])
        let now = clock.moment.at
        #expect(try store.dueCount(at: now) == 0)
        #expect(try store.nextDue(after: now) == now.adding(seconds: 60))
        #expect(try store.dueCount(at: now.adding(seconds: 60)) == 3)
        #expect(try store.dueCount(at: now.adding(seconds: 60), limit: 2) == 2)
        try store.record(.questionSuspended(QuestionSuspended()), questionId: "p")
        try store.record(.questionBuried(QuestionBuried(until: now.adding(seconds: 600))), questionId: "q")
        #expect(try store.dueCount(at: now.adding(seconds: 60)) == 1)
        #expect(try store.dueCount(at: now.adding(seconds: 600)) == 2)
        #expect(try store.reviewState(of: "p")?.isSuspended == true)
        #expect(try store.reviewStates(of: ["p", "r", "none"]).keys.sorted() == ["p", "r"])
        #expect(try store.nextDue(after: now.adding(seconds: 3600)) == nil)
    }

    @Test("An exam is reviewed when it is completed, an abandoned one not at all")
    func exams() throws {
        let store = try Store.ticking(clock)
        let sat = try store.start(["p"], mode: .exam)
        let left = try store.start(["q"], mode: .exam)
        try store.answer("p", in: sat, isCorrect: nil)
        try store.answer("q", in: left, isCorrect: nil)
        #expect(try store.reviewState(of: "p") == nil)
        clock.advance(seconds: 600)
        let submitted = AnswerGraded(isCorrect: true, score: 1, isSubmission: true)
        try store.record([
            NewEvent(.answerGraded(submitted), sessionId: sat, questionId: "p"),
            NewEvent(.sessionCompleted(SessionCompleted(score: 100)), sessionId: sat),
        ])
        try store.record(.sessionAbandoned(SessionAbandoned()), sessionId: left)
        #expect(try store.reviewState(of: "p")?.memory.lastReview == clock.moment.at)
        #expect(try store.reviewState(of: "q") == nil)
    }

    @Test("The memory model in force is the last usable one")
    func model() throws {
        let store = try Store.ticking(clock)
        #expect(try store.memoryModel() == MemoryModel())
        try store.record(.memoryModel(MemoryModel(retention: 0.8)))
        try store.record(.memoryModel(MemoryModel(weights: [])))
        #expect(try store.memoryModel().retention == 0.8)
    }
}
