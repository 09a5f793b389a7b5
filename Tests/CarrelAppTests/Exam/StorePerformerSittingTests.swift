import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("One exam in two terminals, where it is written")
struct StorePerformerSittingTests {
    @Test("What one terminal has gone past, another cannot answer any more where there is no way back")
    func gonePast() throws {
        let forward = try Trial { $0.navigation = .forwardOnly }
        let free = try Trial()
        for (trial, isRefused) in [(forward, true), (free, false)] {
            let session = try trial.sit()
            var slow = ExamRun(StudySession(session), at: trial.now)
            slow.noticeShown(at: trial.now)
            var quick = slow
            try quick.apply(.next, at: trial.now)
            quick.noticeShown(at: trial.now)
            _ = try trial.perform(.keepPlace(PlacedSession(session: session.id, place: quick.place)))
            let item = try #require(try trial.store.question(session.items[0].questionId)).question
            let given = AnswerGiven(selection: .chosen([item.options[0].id]), elapsedMs: 1)
            let event = NewEvent(.answerGiven(given), sessionId: session.id, questionId: item.id)
            let place = PlacedSession(session: session.id, place: slow.place)
            let reply = trial.otherTerminal().perform(.record([event], place: place))
            if isRefused {
                #expect(
                    reply
                        == .failure(
                            Refusal(
                                message: "the exam went on in another terminal, past this item", isRetriable: false)))
            } else {
                #expect(reply == .success(.recorded))
            }
            #expect(try trial.store.answers(to: item.id).isEmpty == isRefused)
            // What the quicker one has seen is not forgotten.
            _ = try trial.perform(.keepPlace(place))
            #expect(try trial.store.place(ofSession: session.id)?.exam?.seen == [0, 1])
        }
    }
}
