import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("The time of an exam")
struct ExamTimeTests {
    private let exam = ExamTime(Exams.session())
    private static let fresh = ExamPlace(clock: SessionClock(startedAt: Moment.noon.at))

    @Test("What is left is the limit less what counted, below zero too")
    func remaining() {
        #expect(exam.remaining(elapsed: 0, section: 0, in: Self.fresh) == 5_400_000)
        #expect(exam.remaining(elapsed: 5_400_001, section: 0, in: Self.fresh) == -1)
    }

    @Test("Without a limit there is nothing left to tell")
    func unlimited() {
        var session = Exams.session(mode: .timed)
        session.timeLimit = nil
        #expect(ExamTime(session).remaining(elapsed: 5, section: 0, in: Self.fresh) == nil)
        #expect(ExamCountdown(session, at: .noon) == nil)
    }

    @Test(
        "A section has its own minutes, less those spent in it whenever it was open, and never more than the whole",
        arguments: [
            (0, 0, [], 0, 600_000), (60_000, 0, [], 0, 540_000), (60_000, 1, [60_000], 60_000, 1_200_000),
            (1_500_000, 1, [600_000], 600_000, 300_000), (5_000_000, 1, [4_900_000], 4_900_000, 400_000),
            (700_000, 0, [60_000, 600_000], 660_000, 500_000),
        ] as [(Int64, Int, [Int64], Int64, Int64)])
    func sections(elapsed: Int64, section: Int, spent: [Int64], entered: Int64, expected: Int64) {
        var rules = Exams.rules
        rules.sections = [
            ExamRules.Section(id: "a", questions: 1, minutes: 10, locks: true),
            ExamRules.Section(id: "b", questions: 1, minutes: 20, locks: true),
        ]
        var place = Self.fresh
        (place.spent, place.entered) = (spent, entered)
        #expect(ExamTime(Exams.session(rules)).remaining(elapsed: elapsed, section: section, in: place) == expected)
    }

    @Test(
        "A warning is due once, where its minute is passed, and the least of several",
        arguments: [
            (901_000, 900_000, 15), (900_000, 899_000, nil), (2_000_000, 950_000, nil), (1_000_000, 30_000, 1),
            (300_001, 299_000, 5), (60_000, 0, nil),
        ] as [(Int64, Int64, Int?)])
    func warning(before: Int64, now: Int64, expected: Int?) {
        #expect(ExamTime.warning(in: [15, 5, 1], from: before, to: now) == expected)
    }

    @Test("Every minute that is warned of is warned of exactly once, however unevenly the time is looked at")
    func warnedOnce() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<50 {
            var left: Int64 = 1_200_000
            var warned: [Int] = []
            while left > 0 {
                let next = left - Int64.random(in: 1...55_000, using: &generator)
                if let minutes = ExamTime.warning(in: [15, 5, 1], from: left, to: next) { warned.append(minutes) }
                left = next
            }
            #expect(warned == [15, 5, 1])
        }
    }

    @Test("Without a place, an exam's clock is read from its start and a timed one's from the journal")
    func withoutPlace() {
        let later = Moment(at: Moment.noon.at.adding(seconds: 600), zone: 0)
        #expect(exam.clock(of: Exams.session(), at: later).counted == 600_000)
        var takenUpAgain = Exams.session()
        takenUpAgain.pausedMs = 30_000
        #expect(exam.clock(of: takenUpAgain, at: later).counted == 600_000)
        var timed = Exams.session(mode: .timed)
        timed.pausedAt = Moment.noon.at.adding(seconds: 90)
        timed.pausedMs = 30_000
        #expect(ExamTime(timed).clock(of: timed, at: later).counted == 60_000)
    }

    @Test(
        "Home says what is left in whole minutes",
        arguments: [
            (0, "90 min left"), (1, "89 min left"), (5_340, "1 min left"), (5_341, "less than a minute left"),
            (5_399, "less than a minute left"), (5_400, "time is up"), (99_999, "time is up"),
        ] as [(Int64, String)])
    func countdown(seconds: Int64, words: String) {
        let later = Moment(at: Moment.noon.at.adding(seconds: seconds), zone: 0)
        #expect(ExamCountdown(Exams.session(), at: .noon)?.words(at: later) == words)
    }

    @Test("What was left over of a part that is closed counts no more on Home")
    func forgone() {
        var session = Exams.session(Exams.rules(parts: [60, 30], lock: true))
        var place = ExamPlace(clock: SessionClock(from: .noon))
        (place.seen, place.spent, place.entered) = ([0, 1], [600_000], 600_000)
        session.place.exam = place
        session.place.cursor = 1
        let later = Moment(at: Moment.noon.at.adding(seconds: 660), zone: 0)
        #expect(ExamCountdown(session, at: later)?.words(at: later) == "29 min left")
    }

    @Test("A paused session's countdown stands still")
    func paused() {
        var session = Exams.session(mode: .timed)
        session.place.exam = ExamPlace(clock: SessionClock(counted: 60_000, from: .noon))
        let later = Moment(at: Moment.noon.at.adding(seconds: 9_000), zone: 0)
        #expect(ExamCountdown(session, at: later)?.words(at: later) == "89 min left")
    }
}
