import CarrelCore
import Testing

@testable import CarrelApp

@Suite("An exam that is opened")
struct ExamRunTests {
    private func later(_ seconds: Int64) -> Moment { Moment(at: Moment.noon.at.adding(seconds: seconds), zone: 0) }

    @Test("Without a kept place it began when the journal says, at the item after what was answered")
    func journal() {
        var session = Exams.session()
        session.answers["half-open"] = StandingAnswer(selection: .chosen(["waits"]))
        let run = ExamRun(session, at: later(600))
        #expect(run.timeLeft(at: later(600)) == 4_800_000)
        #expect(run.sitting.position == 1)
        #expect(!run.isOver(at: later(5399)))
        #expect(run.isOver(at: later(5400)))
    }

    @Test("A strict clock runs while nobody is there, that of practice does not")
    func away() {
        for (mode, left) in [(SessionMode.exam, Int64(80)), (.timed, 88)] {
            var session = Exams.session(mode: mode)
            var run = ExamRun(session, at: .noon)
            run.read(at: later(120))
            session.place = run.place
            #expect(ExamRun(session, at: later(600)).timeLeft(at: later(600)) == left * 60_000)
        }
    }

    @Test("Leaving a part keeps when it was left, and its successor has its own time")
    func sections() throws {
        let rules = Exams.rules(parts: [5, 7], lock: true)
        var run = ExamRun(Exams.session(rules), at: .noon)
        run.noticeShown(at: .noon)
        #expect(run.timeLeft(at: later(60)) == 240_000)
        try run.apply(.next, at: later(60))
        #expect(run.place.exam?.spent == [60_000])
        #expect(run.timeLeft(at: later(120)) == 360_000)
        #expect(throws: ExamSitting.Refusal.isLocked) { try run.apply(.previous, at: later(120)) }
        #expect(run.sitting.position == 1)
    }

    @Test("A part that is come back to has the time it had left, and coming back costs the next one nothing")
    func partAgain() throws {
        let rules = Exams.rules(parts: [30, 30], lock: false)
        var run = ExamRun(Exams.session(rules), at: .noon)
        try run.apply(.next, at: later(25 * 60))
        try run.apply(.previous, at: later(35 * 60))
        #expect(run.timeLeft(at: later(36 * 60)) == 240_000)
        try run.apply(.next, at: later(39 * 60))
        #expect(run.timeLeft(at: later(40 * 60)) == 1_140_000)
    }

    @Test("Where nothing was kept, a later part began when those before it were over at the latest")
    func partOfAnotherMachine() {
        let rules = Exams.rules(parts: [30, 60], lock: true)
        var session = Exams.session(rules)
        session.answers["half-open"] = StandingAnswer(selection: .chosen(["waits"]))
        #expect(ExamRun(session, at: later(40 * 60)).timeLeft(at: later(40 * 60)) == 3_000_000)
        #expect(ExamRun(session, at: later(20 * 60)).timeLeft(at: later(20 * 60)) == 3_600_000)
    }

    @Test("Where there is no way back undo reaches what was done on the item, and no further")
    func undoing() throws {
        var rules = Exams.rules
        rules.navigation = .forwardOnly
        var run = ExamRun(Exams.session(rules), at: .noon)
        #expect(run.refusesUndo)
        run.noticeDone()
        #expect(!run.refusesUndo)
        run.noticeUndone()
        #expect(run.refusesUndo)
        run.noticeDone()
        try run.apply(.next, at: .noon)
        #expect(run.refusesUndo)
        #expect(!ExamRun(Exams.session(), at: .noon).refusesUndo)
    }

    @Test(
        "Where another terminal has gone on one is led there, unless the rules let one stay", arguments: [true, false])
    func another(isForwardOnly: Bool) throws {
        var rules = Exams.rules
        rules.navigation = isForwardOnly ? .forwardOnly : .free
        let session = Exams.session(rules)
        var slow = ExamRun(session, at: .noon)
        slow.noticeShown(at: .noon)
        var quick = slow
        try quick.apply(.next, at: later(5))
        quick.noticeShown(at: later(5))
        var found = session
        let before = slow.follow(found)
        #expect(!before)
        found.place = quick.place
        let isLed = slow.follow(found)
        #expect(isLed == isForwardOnly)
        #expect(slow.sitting.position == (isForwardOnly ? 1 : 0))
        #expect(slow.place.exam?.seen == [0, 1])
        let again = slow.follow(found)
        #expect(!again)
    }

    @Test(
        "The time left in words has seconds once they matter",
        arguments: [
            (5_400_000, "1 hour 30 minutes left"), (4_359_000, "1 hour 12 minutes left"), (600_000, "10 minutes left"),
            (599_000, "9 minutes 59 seconds left"), (60_000, "1 minute left"), (1_000, "1 second left"),
            (0, "0 seconds left"), (-5, "0 seconds left"), (3_600_000, "1 hour left"),
        ] as [(Int64, String)])
    func words(milliseconds: Int64, words: String) { #expect(ExamTime.words(milliseconds) == words) }
}
