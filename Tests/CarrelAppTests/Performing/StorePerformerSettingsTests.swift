import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What the learner's settings change in what is fetched")
struct StorePerformerSettingsTests {
    /// 02:00, two hours before the usual day begins.
    private let night = Moment(at: Timestamp(milliseconds: 1_789_956_000_000), zone: 0)

    private func set(_ key: LearnerSetting, _ value: String, _ performer: StorePerformer) throws {
        let event = JournalEvent.settingChanged(SettingChanged(key: key.rawValue, value: value))
        _ = try performer.perform(.record([NewEvent(event)])).get()
    }

    @Test("An answer in the night is yesterday's, or today's where the day begins at midnight", arguments: [4, 0])
    func dayStart(hour: Int) throws {
        let performer = try Library.performer(clock: { night })
        try set(.dayStart, "\(hour)", performer)
        let request = StudyRequest(topic: .question("net-tcp-handshake", title: "One"))
        guard case .started(let session) = try performer.perform(.start(request)).get() else {
            Issue.record("nothing was started")
            return
        }
        let given = AnswerGiven(selection: .none, isCorrect: false, score: 0, grade: .again, elapsedMs: 1)
        let answer = NewEvent(.answerGiven(given), sessionId: session, questionId: "net-tcp-handshake")
        _ = try performer.perform(.record([answer])).get()
        let home = try performer.home()
        let today = StudyDay(night.at, zone: 0, start: hour * 60)
        #expect(home.activity == [today: 1])
        #expect(home.streak == 1 && home.dayStart == hour * 60)
        #expect(today.number == StudyDay(night.at, zone: 0, start: StudyDay.usualStart).number + (hour == 0 ? 1 : 0))
    }

    @Test("The name is on Home, and the clock of the sheet is the one of the settings")
    func nameAndTimer() throws {
        let performer = try Library.performer()
        #expect(try !performer.setUp(.all).last.showsClock)
        try set(.name, "Ada", performer)
        try set(.timer, "on", performer)
        #expect(try performer.home().name == "Ada")
        #expect(try performer.setUp(.all).last.showsClock)
        #expect(
            try performer.perform(.undo).get() == .undone(UndoneThing(name: "show the time")))
        #expect(try !performer.setUp(.all).last.showsClock)
    }
}
