import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Exams are drawn, kept and handed in")
struct StorePerformerExamTests {
    let trial: Trial

    init() throws { trial = try Trial() }

    private func domains(_ session: StoredSession) throws -> [String: Int] {
        let questions = try trial.store.questions(ids: session.items.map(\.questionId))
        return Dictionary(questions.compactMap { $0.question.domain.map { ($0, 1) } }, uniquingKeysWith: +)
    }

    // MARK: The draw

    @Test("The exam under way that asks a question is known until it is handed in")
    func running() throws {
        let trial = try Trial()
        let session = try trial.sit()
        let question = session.items[0].questionId
        #expect(try trial.otherTerminal().runningExam(asking: question)?.id == session.row.id)
        #expect(try trial.otherTerminal().runningExam(asking: "another") == nil)
        _ = try trial.perform(.submit(session.row.id))
        #expect(try trial.otherTerminal().runningExam(asking: question) == nil)
    }

    @Test("An exam has as many of each domain as it weighs, none twice, and as many unscored as its rules say")
    func draw() throws {
        for seed in UInt64(1)..<6 {
            trial.performer.generator = SplitMix64(seed: seed)
            let session = try trial.sit(startsOver: true)
            #expect(session.items.count == 20)
            #expect(Set(session.items.map(\.questionId)).count == 20)
            #expect(session.items.count { !$0.isScored } == 2)
            #expect(try domains(session) == ["addressing": 10, "services": 6, "processes": 4])
        }
    }

    @Test("Its rules are kept with it, whatever the pack says later")
    func rulesKept() throws {
        let session = try trial.sit()
        #expect(session.rules?.pass == 720)
        #expect(session.row.timeLimit == 1800)
        try trial.load { $0.pass = 900 }
        #expect(try trial.session(session.id).sittingRules.pass == 720)
        #expect(try trial.sit(startsOver: true).rules?.pass == 900)
    }

    @Test("A bank that holds fewer makes a shorter exam, its time in proportion")
    func shorter() throws {
        try trial.load {
            $0.questions = 48; $0.minutes = 60; $0.unscored = 4
        }
        guard case .examPage(let page?) = try trial.perform(.fetch(.examPage("trial"))) else {
            return #expect(Bool(false), "no page")
        }
        #expect(page.available == 24)
        #expect(page.rules.questions == 24)
        let session = try trial.sit()
        #expect(session.items.count == 24)
        #expect(session.row.timeLimit == 1800)
        #expect(session.items.count { !$0.isScored } == 2)
    }

    @Test("New questions come before those of the exam before")
    func unseenFirst() throws {
        let first = try trial.sit()
        for item in first.items { try trial.answer(item.questionId, in: first.id, right: true) }
        _ = try trial.perform(.submit(first.id))
        let seen = Set(first.items.map(\.questionId))
        let second = try trial.sit()
        // Two of addressing and two of services are left.
        #expect(second.items.count { !seen.contains($0.questionId) } == 4)
    }

    @Test("One exam at a time: the one under way is named, in another terminal too")
    func oneAtATime() throws {
        let session = try trial.sit()
        try trial.answer(session.items[0].questionId, in: session.id, right: true)
        let again = try trial.otherTerminal().perform(.sit(ExamRequest(certification: "trial"))).get()
        #expect(again == .alreadyActive(session: session.id, answered: 1, total: 20))
        #expect(try trial.store.activeSessions(limit: 5).count == 1)
    }

    @Test("A certification without questions cannot be sat")
    func nothing() throws {
        #expect(try trial.perform(.sit(ExamRequest(certification: "none"))) == .nothingToAsk)
    }

    // MARK: Handing in

    @Test("Handing in grades every item and ends the exam: the score is of what counts")
    func submit() throws {
        let session = try trial.sit()
        let scored = session.items.filter(\.isScored).map(\.questionId)
        for question in scored.prefix(9) { try trial.answer(question, in: session.id, right: true) }
        for question in scored[9..<12] { try trial.answer(question, in: session.id, right: false) }
        _ = try trial.perform(.submit(session.id))
        let row = try #require(try trial.store.session(session.id)?.row)
        #expect(row.status == .completed)
        #expect(row.correctAnswers == 9)
        #expect(row.passed == false)
        let facts = try trial.result(session.id)
        #expect([facts.result.earned, facts.result.possible] == [9000, 18_000])
        #expect(facts.result.scaledScore == 550)
        #expect(row.score == 50)
        #expect(facts.unanswered.count == 8)
        #expect(facts.missed.count == 11)
        #expect(facts.domains.reduce(0) { $0 + $1.points.possible } == 18_000)
        #expect(facts.domains.reduce(0) { $0 + $1.points.earned } == 9000)
        #expect(facts.domains.map(\.weight) == [50, 30, 20])
        #expect(facts.stems.count == 20)
    }

    @Test("All right is exactly everything, and nothing answered is the lowest score", arguments: [true, false])
    func extremes(isRight: Bool) throws {
        let session = try trial.sit()
        if isRight { for item in session.items { try trial.answer(item.questionId, in: session.id, right: true) } }
        _ = try trial.perform(.submit(session.id))
        let facts = try trial.result(session.id)
        #expect(facts.result.scaledScore == (isRight ? 1000 : 100))
        #expect(facts.result.passed == isRight)
        #expect(facts.row.score == (isRight ? 100 : 0))
        #expect(facts.domains.allSatisfy { $0.points.share == (isRight ? 1 : 0) })
    }

    @Test("Items that do not count touch neither the score nor the number of right answers")
    func unscored() throws {
        let session = try trial.sit()
        for item in session.items where !item.isScored {
            try trial.answer(item.questionId, in: session.id, right: true)
        }
        _ = try trial.perform(.submit(session.id))
        let facts = try trial.result(session.id)
        #expect(facts.result.earned == 0)
        #expect(facts.row.correctAnswers == 0)
        #expect(facts.row.completedItems >= 2)
        // What became of them is told all the same.
        #expect(facts.missed.count == 18)
    }

    @Test("Part of an answer earns part of its point where the rules allow it, and nothing where they do not")
    func partial() throws {
        for allows in [true, false] {
            let trial = try Trial {
                $0.allowsPartialCredit = allows; $0.unscored = 0
            }
            let session = try trial.sit()
            let question = try #require(session.items.first { $0.options.count == 4 }?.questionId)
            let given = AnswerGiven(selection: .chosen(["o1"]), elapsedMs: 1)
            _ = try trial.perform(.record([NewEvent(.answerGiven(given), sessionId: session.id, questionId: question)]))
            _ = try trial.perform(.submit(session.id))
            #expect(try trial.result(session.id).result.earned == (allows ? 500 : 0))
        }
    }

    @Test("Handed in twice is handed in once, in two terminals too, and nothing counts any more after it")
    func twice() throws {
        let session = try trial.sit()
        let question = session.items[0].questionId
        try trial.answer(question, in: session.id, right: false)
        _ = try trial.perform(.submit(session.id))
        let before = try #require(try trial.store.session(session.id))
        let facts = try trial.result(session.id)
        trial.wait(seconds: 60)
        #expect(try trial.perform(.submit(session.id)) == .recorded)
        #expect(try trial.otherTerminal().perform(.submit(session.id)).get() == .recorded)
        #expect(try trial.store.session(session.id) == before)
        try trial.answer(question, in: session.id, right: true)
        let after = try trial.result(session.id)
        #expect(after.result == facts.result)
        #expect(after.session.answers[question] == facts.session.answers[question])
    }

    @Test("Undo does not reach into an exam that is handed in")
    func undo() throws {
        let session = try trial.sit()
        let question = session.items[0].questionId
        try trial.answer(question, in: session.id, right: true)
        _ = try trial.perform(.submit(session.id))
        let before = try trial.result(session.id)
        #expect(try trial.perform(.undo) == .undone(nil))
        #expect(try trial.result(session.id) == before)
    }

    @Test("A refused hand-in changes nothing")
    func unknown() throws {
        #expect(try trial.perform(.submit("nobody")) == .nothingToAsk)
    }

    @Test("A question that was retired meanwhile is graded as it was, and shown in the result")
    func retired() throws {
        let session = try trial.sit()
        let item = try #require(session.items.first { $0.isScored })
        try trial.answer(item.questionId, in: session.id, right: true)
        try trial.load(without: [item.questionId])
        var probe = trial.probe(.exam(session: session.id))
        probe.press("v 1 enter")
        #expect(try probe.top(as: ExamScreen.self).session?.items.count == 20)
        _ = try trial.perform(.submit(session.id))
        let facts = try trial.result(session.id)
        #expect(facts.result.earned == 1000)
        #expect(facts.result.possible == 18_000)
        #expect(facts.stems[item.questionId] != nil)
    }

    // MARK: Facts of the result

    @Test("Certainty stands beside the score: lucky guesses, sure errors and marks")
    func certainty() throws {
        let session = try trial.sit()
        let ids = session.items.filter(\.isScored).map(\.questionId)
        try trial.answer(ids[0], in: session.id, right: false, confidence: .sure)
        try trial.answer(ids[1], in: session.id, right: true, confidence: .guess)
        try trial.answer(ids[2], in: session.id, right: true, confidence: .sure)
        // What does not count earns no marks.
        let unscored = try #require(session.items.first { !$0.isScored }).questionId
        try trial.answer(unscored, in: session.id, right: true, confidence: .sure)
        _ = try trial.perform(.submit(session.id))
        let facts = try trial.result(session.id)
        #expect(facts.confidentErrors == [ids[0]])
        #expect(facts.luckyGuesses == [ids[1]])
        #expect(facts.certainty.marks == -6 + 1 + 3)
        #expect(facts.certainty.answers == 3)
    }

    @Test("Earlier attempts stand beside it, and each domain's part then")
    func trend() throws {
        let first = try trial.sit()
        for item in first.items { try trial.answer(item.questionId, in: first.id, right: true) }
        _ = try trial.perform(.submit(first.id))
        #expect(try trial.result(first.id).earlier == [])
        #expect(try trial.result(first.id).domains.allSatisfy { $0.before.isEmpty })
        trial.wait(seconds: 3600)
        let second = try trial.sit()
        _ = try trial.perform(.submit(second.id))
        let facts = try trial.result(second.id)
        #expect(facts.earlier.map(\.id) == [first.id])
        #expect(facts.domains.allSatisfy { $0.before == [1] && $0.points.share == 0 })
        #expect(try trial.result(first.id).earlier == [])
        trial.wait(seconds: 3600)
        let third = try trial.sit()
        _ = try trial.perform(.submit(third.id))
        #expect(try trial.result(third.id).domains.allSatisfy { $0.before == [1, 0] })
        guard case .examPage(let page?) = try trial.perform(.fetch(.examPage("trial"))) else {
            return #expect(Bool(false), "no page")
        }
        #expect(page.attempts.map(\.id) == [third.id, second.id, first.id])
        // Of the day and hour where the learner is, on the exam's own scale.
        #expect(page.attempts.map(\.when).allSatisfy { $0.count == "2026-01-15 14:05".count })
        #expect(Set(page.attempts.map(\.when)).count == 3)
        #expect(page.attempts.allSatisfy { !$0.score.isEmpty })
        #expect(page.active == nil)
    }

    // MARK: Coming back

    @Test("Whatever was done, the exam comes back as it was left", arguments: UInt64(1)...10)
    func comesBack(seed: UInt64) throws {
        let trial = try Trial(seed: seed)
        let id = try trial.sit().id
        var probe = trial.probe(.exam(session: id))
        var generator = SplitMix64(seed: seed)
        let keys = ["a", "b", "c", "d", "x", "m", "n", "n", "p", "j", "k", "space", "enter", "u"]
        for _ in 0..<80 {
            probe.press(keys.randomElement(using: &generator) ?? "n")
            if try probe.top(as: ExamScreen.self).overview != nil { probe.press("esc") }
            trial.wait(seconds: 1)
            probe.now = trial.now
        }
        // The program is killed here: nothing is told to close.
        let left = try probe.top(as: ExamScreen.self)
        trial.wait(seconds: 45)
        let again = trial.probe(.session(id))
        let come = try again.top(as: ExamScreen.self)
        #expect(come.session?.items == left.session?.items)
        #expect(come.session?.answers == left.session?.answers)
        #expect(come.session?.marks == left.session?.marks)
        #expect(come.position == left.position)
        #expect(come.order == left.order)
        #expect(come.pad?.selection.ids.sorted() == left.pad?.selection.ids.sorted())
        #expect(come.run?.exam.seen == left.run?.exam.seen)
        let timeLeft: Int64 = 1_800_000 - 125_000
        #expect(come.timeLeft() == timeLeft)
    }

    // MARK: Clocks

    @Test("A strict exam's clock ran on while nobody was there")
    func strict() throws {
        let id = try trial.sit().id
        trial.wait(seconds: 600)
        let probe = trial.probe(.session(id))
        #expect(probe.title.contains("20:00"))
    }

    @Test("A clock that is set back, or forward, gives and takes nothing", arguments: [-3600, 3600, -7 * 86_400])
    func setClock(by seconds: Int64) throws {
        let id = try trial.sit().id
        trial.wait(seconds: 60)
        trial.setClock(by: seconds)
        trial.wait(seconds: 60)
        #expect(trial.probe(.session(id)).title.contains("28:00"))
    }

    @Test("A machine that sleeps does not stop the clock")
    func sleep() throws {
        let id = try trial.sit().id
        var probe = trial.probe(.exam(session: id))
        trial.wait(seconds: 20 * 60)
        probe.now = trial.now
        probe.send(.resumed)
        #expect(probe.title.contains("10:00"))
    }

    @Test("Across a restart of the machine the wall clock has the word, and one set back takes nothing away")
    func restart() throws {
        let id = try trial.sit().id
        _ = trial.probe(.exam(session: id))
        trial.restart(after: 300)
        #expect(trial.probe(.session(id)).title.contains("25:00"))
        trial.restart(after: -7200)
        #expect(trial.probe(.session(id)).title.contains("25:00"))
    }

    @Test("A timed session's clock stood still while nobody was there, left or killed", arguments: [true, false])
    func timed(isLeft: Bool) throws {
        let id = try trial.timed(minutes: 10).id
        var probe = trial.probe(.session(id))
        for _ in 0..<31 {
            trial.wait(seconds: 2)
            probe.now = trial.now
            probe.send(.tick)
        }
        if isLeft { probe.press("esc down enter") } else { probe.press("n p") }
        trial.wait(seconds: 86_400)
        trial.setClock(by: -3600)
        let again = trial.probe(.session(id))
        #expect(again.title.contains("8:58"))
        #expect(try trial.session(id).pausedAt == nil)
    }

    @Test("Time that ran out while nobody was there: handed in with what was answered, once Carrel is opened")
    func ranOut() throws {
        let session = try trial.sit()
        let question = try #require(session.items.first { $0.isScored }?.questionId)
        try trial.answer(question, in: session.id, right: true)
        trial.wait(seconds: 1801)
        let home = trial.probe()
        #expect(home.hints.contains("time ran out; what was chosen counts, and History has the result"))
        #expect(!home.text.contains("Continue") && home.text.contains("History"))
        #expect(try trial.result(session.id).result.earned == 1000)
    }

    @Test("Home says how much time is left of an exam and of a timed session, as of now")
    func home() throws {
        _ = try trial.sit()
        _ = try trial.timed(minutes: 10)
        trial.wait(seconds: 600)
        var home = trial.probe()
        #expect(home.lines.contains { $0.contains("exam") && $0.contains("20 min left  0/20") })
        #expect(home.lines.contains { $0.contains("timed") && $0.contains("0/4") })
        trial.wait(seconds: 1170)
        home.now = trial.now
        home.send(.tick)
        #expect(home.text.contains("less than a minute left"))
        trial.wait(seconds: 60)
        home.now = trial.now
        home.send(.tick)
        #expect(home.text.contains("time is up"))
    }

    @Test("The time that is left stands on Home at 40 columns too")
    func narrowHome() throws {
        _ = try trial.sit()
        #expect(trial.probe(columns: 40, rows: 10).text.contains("30 min left"))
    }
}
