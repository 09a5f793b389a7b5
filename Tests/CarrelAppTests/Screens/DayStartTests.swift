import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Screens that know where the learner's day begins")
struct DayStartTests {
    /// 02:00, two hours before the usual day begins.
    private let night = Moment(at: Timestamp(milliseconds: 1_789_956_000_000), zone: 0)

    /// The time, which goes on between what a test does.
    private final class Clock {
        var now: Moment
        init(_ now: Moment) { self.now = now }
    }

    /// A library whose one session was answered three hours before `night`, looked at through days from `hour` on.
    private func performer(dayStart hour: Int) throws -> StorePerformer {
        let clock = Clock(Moment(at: night.at.adding(seconds: -3 * 3600), zone: 0))
        let performer = try Library.performer(clock: { clock.now })
        let request = StudyRequest(topic: .question("net-tcp-handshake", title: "One"))
        guard case .started(let session) = try performer.perform(.start(request)).get() else {
            throw Refusal(message: "nothing was started", isRetriable: false)
        }
        let given = AnswerGiven(selection: .none, isCorrect: false, score: 0, grade: .again, elapsedMs: 1)
        let setting = SettingChanged(key: LearnerSetting.dayStart.rawValue, value: "\(hour)")
        let events = [
            NewEvent(.answerGiven(given), sessionId: session, questionId: "net-tcp-handshake"),
            NewEvent(.settingChanged(setting)),
        ]
        _ = try performer.perform(.record(events)).get()
        clock.now = night
        return performer
    }

    private func probe(_ destination: Destination, columns: Int, on performer: StorePerformer) -> ScreenProbe {
        var probe = ScreenProbe(columns: columns, perform: { performer.perform($0) })
        probe.now = night
        probe.desk.open(destination, at: night)
        return probe
    }

    private static let hours = [(4, "3 hours ago"), (0, "yesterday")]

    @Test("History says yesterday by the learner's day", arguments: hours)
    func history(hour: Int, words: String) throws {
        let probe = probe(.history, columns: 80, on: try performer(dayStart: hour))
        #expect(probe.lines[2].contains(words))
    }

    @Test("The pane beside a list says yesterday by the learner's day", arguments: hours)
    func preview(hour: Int, words: String) throws {
        let listing = QuestionListing(crumbs: ["One"], topic: .question("net-tcp-handshake", title: "One"))
        var probe = probe(.questions(listing), columns: 160, on: try performer(dayStart: hour))
        probe.press("down")
        #expect(probe.text.contains("answered once, last \(words): wrong"))
    }

    @Test("The answers to a question say yesterday by the learner's day", arguments: hours)
    func answers(hour: Int, words: String) throws {
        let performer = try performer(dayStart: hour)
        let session = try #require(try performer.store.pastSessions(limit: 1).first)
        var probe = probe(.session(session.id), columns: 80, on: performer)
        probe.press("H")
        #expect(probe.title.contains("My answers"))
        #expect(probe.lines[2].contains(words), "\(probe.text)")
    }

    @Test("A question is buried until the learner's next day begins", arguments: [(4, 2), (0, 22), (5, 3)])
    func bury(hour: Int, hoursLeft: Int64) throws {
        let performer = try performer(dayStart: hour)
        let menu = QuestionMenu(question: "net-tcp-handshake", place: .list)
        var probe = probe(.questionMenu(menu), columns: 80, on: performer)
        probe.press("b")
        let state = try #require(try performer.store.reviewState(of: menu.question))
        #expect(state.buriedUntil == night.at.adding(seconds: hoursLeft * 3600))
    }
}
