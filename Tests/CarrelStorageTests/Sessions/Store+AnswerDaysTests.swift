import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Study days that begin when the learner says")
struct StoreAnswerDaysTests {
    /// Half past midnight in a zone two hours east.
    private let clock = TestClock("2026-05-04 22:30:00", zone: 120)

    @Test(
        "An answer after midnight counts for the evening, or for the new day of a learner whose day begins at midnight")
    func days() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q"])
        try store.answer("p", in: id)
        let usual = StudyDay(clock.moment.at, zone: 120, start: StudyDay.usualStart)
        let midnight = StudyDay(clock.moment.at, zone: 120, start: 0)
        #expect(midnight.number == usual.number + 1)
        #expect(try store.answers(from: usual, to: midnight, dayStart: StudyDay.usualStart) == [usual: 1])
        #expect(try store.answers(from: usual, to: midnight, dayStart: 0) == [midnight: 1])
        #expect(try store.answers(from: usual, to: usual, dayStart: 0).isEmpty)
    }

    @Test("Counted from the journal, the usual days are the kept ones: answers taken back or given again count once")
    func agreement() throws {
        let store = try Store.ticking(clock)
        for day in 0..<5 {
            let id = try store.start(["p", "q", "r"])
            try store.answer("p", in: id)
            clock.advance(seconds: 5 * 3600)
            try store.answer("q", in: id)
            try store.answer("r", in: id)
            _ = try store.undoLast()
            if day == 2 { try store.answer("p", in: id, isCorrect: false) }
            clock.advance(seconds: 19 * 3600)
        }
        let today = StudyDay(clock.moment.at, zone: 120, start: StudyDay.usualStart)
        let first = StudyDay(today.number - 20)
        let kept = try store.activity(from: first, to: today).mapValues(\.answers)
        #expect(kept.values.reduce(0, +) == 10)
        // One minute later than usual is the journal's way of the same days.
        #expect(try store.answers(from: first, to: today, dayStart: StudyDay.usualStart + 1) == kept)
    }

    @Test("A streak is as long however its days begin, and longer than the first look back", arguments: [0, 240, 720])
    func streak(start: Int) throws {
        let store = try Store.ticking(TestClock())
        #expect(try store.studyStreak(today: StudyDay(20_000), dayStart: start) == 0)
        let clock = TestClock("2026-01-01 14:00:00")
        let long = try Store.ticking(clock)
        var today: StudyDay { StudyDay(clock.moment.at, zone: 0, start: start) }
        for day in 0..<45 {
            let id = try long.start(["p"])
            try long.answer("p", in: id)
            #expect(try long.studyStreak(today: today, dayStart: start) == day + 1)
            clock.advance(seconds: 86_400)
        }
        #expect(try long.studyStreak(today: today, dayStart: start) == 45)
        clock.advance(seconds: 86_400)
        #expect(try long.studyStreak(today: today, dayStart: start) == 0)
    }

    @Test("What would be undone next is told by its place in this run")
    func undoable() throws {
        let store = try Store.ticking(clock)
        #expect(try store.undoablePosition() == nil)
        #expect(store.recordedCount == 0)
        let change = SettingChanged(key: "name", value: "Ada")
        try store.record([NewEvent(.settingChanged(change))])
        #expect(try store.undoablePosition() == 0)
        #expect(store.recordedCount == 1)
        _ = try store.undoLast()
        #expect(try store.undoablePosition() == nil)
        #expect(store.recordedCount == 2)
    }
}
