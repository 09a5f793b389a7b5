import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

/// The frame that the engine of adaptive sessions will stand in: such a session is stored, studied with the answer at
/// once, come back to and folded; which item comes next is asked in one place, `StudySession.nextOpen`.
@Suite("An adaptive session")
struct AdaptiveSessionTests {
    private let performer: StorePerformer
    private let session: String
    private let questions: [String]

    init() throws {
        performer = try Library.deskPerformer()
        let store = performer.store
        let found = try store.questions(in: .all, limit: 100).filter { $0.kind == .single }.prefix(3).map(\.id)
        let started = SessionStarted(
            type: .review, mode: .adaptive, key: SessionKey.review.text, title: "Where I stand",
            items: try performer.drawn(found))
        (session, questions) = (store.newId(), found)
        try store.record([NewEvent(.sessionStarted(started), sessionId: session)])
    }

    @Test("It says why at once, goes on where it was left, and ends in a summary; each first answer is a review")
    func studied() throws {
        var probe = ScreenProbe(.session(session), perform: { performer.perform($0) })
        #expect(probe.title.contains("Where I stand"))
        probe.press("a enter")
        #expect(try probe.top(as: PracticeScreen.self).phase == .answered)
        probe.press("enter esc")
        // Another day.
        probe = ScreenProbe(.session(session), perform: { performer.perform($0) })
        #expect(try probe.top(as: PracticeScreen.self).position == 1)
        probe.press("a enter enter a enter enter")
        #expect(probe.desk.top is SummaryScreen)
        let row = try #require(try performer.store.session(session)?.row)
        #expect(row.status == .completed && row.mode == .adaptive && row.completedItems == 3)
        for question in questions { #expect(try performer.store.reviewState(of: question)?.memory.reps == 1) }
    }
}
