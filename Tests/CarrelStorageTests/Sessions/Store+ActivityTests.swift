import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Study days")
struct StoreActivityTests {
    private let clock = TestClock("2026-05-04 23:30:00", zone: 120)

    @Test("Studying after midnight belongs to the evening, by the learner's own clock")
    func days() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q", "r"])
        let evening = StudyDay(clock.moment.at, zone: 120, start: StudyDay.usualStart)
        try store.answer("p", in: id, certification: "cert")
        clock.advance(seconds: 7200)
        try store.answer("q", in: id, isCorrect: false)
        clock.advance(seconds: 86_400)
        try store.answer("r", in: id)
        let next = StudyDay(evening.number + 1)
        let all = try store.activity(from: evening, to: next)
        #expect(all[evening] == DayActivity(answers: 2, correct: 1, elapsedMs: 3000))
        #expect(all[next]?.answers == 1)
        #expect(try store.activity(from: next, to: next).count == 1)
        #expect(try store.activity(from: evening, to: next, certification: "cert").count == 1)
    }

    @Test("A streak lasts through today's first answer, and ends with a day left out")
    func streak() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q", "r", "s"])
        var today: StudyDay { StudyDay(clock.moment.at, zone: 120, start: StudyDay.usualStart) }
        #expect(try store.studyStreak(today: today) == 0)
        for question in ["p", "q", "r"] {
            try store.answer(question, in: id)
            clock.advance(seconds: 86_400)
        }
        #expect(try store.studyStreak(today: today) == 3)
        try store.answer("s", in: id)
        #expect(try store.studyStreak(today: today) == 4)
        clock.advance(seconds: 2 * 86_400)
        #expect(try store.studyStreak(today: today) == 0)
    }
}
