import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Paths and lists by name")
struct TopicNameListsTests {
    let performer: StorePerformer

    init() throws { performer = try Library.deskPerformer() }

    private func topic(_ name: String) throws -> StudyTopic { try TopicName(name).topic(in: performer.store) }

    @Test("A path and its milestones have names")
    func paths() throws {
        #expect(try topic("first-steps") == .path("first-steps", title: "First steps"))
        #expect(
            try topic("first-steps/ports")
                == .milestone("ports", title: "Ports", of: "first-steps", pathTitle: "First steps"))
        #expect(throws: UsageError("first-steps/port: no such topic; did you mean first-steps/ports?")) {
            try topic("first-steps/port")
        }
        #expect(throws: UsageError("first-step: no such topic; did you mean first-steps?")) { try topic("first-step") }
    }

    @Test("A tag is named after tag:")
    func tags() throws {
        #expect(try topic("tag:tcp") == .tag("tcp"))
        #expect(throws: UsageError("tag:tcpp: no such tag; did you mean tag:tcp?")) { try topic("tag:tcpp") }
        #expect(throws: UsageError("tag:: no such tag")) { try topic("tag:") }
    }

    @Test("Bookmarks and wrong answers are topics once there are any")
    func own() throws {
        #expect(throws: UsageError("bookmarks: there are none yet; on any question, * keeps it")) {
            try topic("bookmarks")
        }
        #expect(throws: UsageError("wrong: there are none: every last answer was right")) { try topic("wrong") }
        let wrong = AnswerGiven(isCorrect: false, score: 0, grade: .again, elapsedMs: 1)
        guard
            case .started(let session) = try performer.perform(
                .start(StudyRequest(topic: .question("desk-ports", title: "X")))
            ).get()
        else { return #expect(Bool(false)) }
        try performer.store.record([NewEvent(.answerGiven(wrong), sessionId: session, questionId: "desk-ports")])
        _ = performer.perform(.bookmark(question: "desk-ports", isOn: true))
        #expect(try topic("bookmarks") == .bookmarks)
        #expect(try topic("wrong") == .wrong)
    }
}
