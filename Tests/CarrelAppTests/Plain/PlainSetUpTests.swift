import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Setting up line by line")
struct PlainSetUpTests {
    let learner: PlainLearner
    private var store: Store { learner.performer.store }
    private static let networking = Destination.setUp(.channel("networking", title: "Networking"))

    init() throws { learner = PlainLearner(try Library.performer()) }

    private func active() throws -> StoredSession {
        let id = try #require(try store.activeSessions(limit: 1).first).id
        return try #require(try store.session(id))
    }

    @Test("What can be chosen is said with what is chosen, and a number goes on to the next")
    func choices() throws {
        try learner.types("1", "1", "1", "3", "7", "", "q", opening: .place(Self.networking))
        #expect(learner.reads("Practise Networking: "))
        #expect(learner.reads("1. Count: 10; or 5, 20, all"))
        #expect(learner.reads("Count: 5."))
        #expect(learner.reads("5 questions, about "))
        #expect(learner.reads("Order: by topic."))
        #expect(learner.reads("7: not one of these."))
        #expect(try active().items.count == 5)
    }

    @Test("With a limit it is a session against the clock, which tells nothing before its end")
    func limit() throws {
        try learner.types("4", "", "q", opening: .place(Self.networking))
        #expect(learner.reads("Limit: 1 min a question."))
        #expect(learner.reads("nothing told before the end."))
        #expect(try active().row.mode == .timed)
        #expect(learner.reads("Item 1 of 10"))
    }

    @Test("What was wrong, flagged or slow is chosen as on the screen, once there is any")
    func reviews() throws {
        try learner.types(
            "0", "", "q", opening: .start(StudyRequest(topic: .channel("networking", title: "Networking"))))
        try learner.types("2", "2", "", "n", "q", opening: .place(Self.networking))
        #expect(learner.reads("What: wrong (1)."))
        #expect(learner.reads("Question 1 of 1, "))
    }

    @Test("b goes back, and nothing has begun")
    func back() throws {
        try learner.types("b", opening: .place(Self.networking))
        #expect(try store.activeSessions(limit: 1).isEmpty)
        #expect(!learner.reads("All you answered is saved."))
    }

    @Test("Settings are said with what they do, and a number changes one")
    func settings() throws {
        try learner.types("5", "1", "Ada", "7", "u", "q", opening: .place(.settings))
        #expect(learner.reads("5. Ask how sure: off. Enter shows the answer at once."))
        #expect(learner.reads("Ask how sure: on."))
        #expect(learner.reads("Name: Ada."))
        #expect(learner.isAllTyped)
        guard case .settings(let facts) = try learner.performer.perform(.fetch(.settings)).get() else { return }
        #expect(facts.learner.asksConfidence)
    }
}
