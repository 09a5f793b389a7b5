import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("More about a question, from the file")
struct StorePerformerDepthTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    private func answer(_ question: String, _ given: AnswerGiven) throws -> String {
        let reply = try performer.perform(
            .start(StudyRequest(topic: .question(question, title: "Test"), startsOver: true))
        ).get()
        guard case .started(let session) = reply else { throw Refusal(message: "\(reply)", isRetriable: false) }
        _ = try performer.perform(
            .record([NewEvent(.answerGiven(given), sessionId: session, questionId: question)])
        ).get()
        return session
    }

    @Test("A shipped question with relations says so, and they are listed from both ends")
    func related() throws {
        guard case .item(let item?) = try performer.perform(.fetch(.item("k8s-etcd-majority-lost"))).get() else {
            Issue.record("not shipped any more")
            return
        }
        #expect(item.hasRelated)
        guard
            case .relatedQuestions(let found) = try performer.perform(.fetch(.relatedQuestions(item.question.id))).get()
        else {
            Issue.record("another reply")
            return
        }
        #expect(found.contains { $0.bond == .broader && !$0.stem.isEmpty })
        #expect(found.map(\.bond) == found.map(\.bond).sorted())
    }

    @Test("The history names what was chosen by its text, where that is still known")
    func history() throws {
        let question = try #require(
            try performer.store.questions(in: .all, limit: 200).first { $0.kind == .single }.flatMap {
                try performer.store.question($0.id)?.question
            })
        let option = question.options[1]
        let wrong = AnswerGiven(
            selection: .chosen([option.id, "gone"]), isCorrect: false, score: 0, grade: .again, elapsedMs: 4_000)
        let first = try answer(question.id, wrong)
        _ = try answer(question.id, AnswerGiven(isCorrect: true, score: 1, grade: .good, elapsedMs: 1_000))
        guard case .answers(let past) = try performer.perform(.fetch(.answers(to: question.id))).get() else {
            Issue.record("another reply")
            return
        }
        #expect(past.answers.count == 2)
        let shown = try #require(past.answers.first { $0.grade == .wrong })
        #expect(shown.chosen == [option.text] && shown.unknown == 1 && shown.elapsedMs == 4_000)
        #expect(shown.rating == .again && shown.session == ["Test", "one question"])
        #expect(!first.isEmpty)
        #expect(try performer.answers(to: "no such question").isEmpty)
    }

    @Test("An answer that was undone is no history")
    func undone() throws {
        let question = try #require(try performer.store.questions(in: .all, limit: 200).first { $0.kind == .single })
        _ = try answer(question.id, AnswerGiven(isCorrect: true, score: 1, grade: .good, elapsedMs: 1))
        #expect(try performer.answers(to: question.id).count == 1)
        _ = try performer.perform(.undo).get()
        #expect(try performer.answers(to: question.id).isEmpty)
    }
}
