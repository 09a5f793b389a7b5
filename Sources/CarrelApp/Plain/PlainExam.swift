import CarrelCore
import CarrelStorage

/// An exam, or a session against the clock, line by line: nothing is told before the end.
///
/// The clock is looked at whenever a line was typed. What was typed after its end does not count.
struct PlainExam {
    enum Outcome: Equatable { case left, handedIn }
    /// What became of the time while a line was typed.
    enum Passing: Equatable {
        case inTime
        /// Another item is shown than the one that was typed about.
        case newPart
        case over(Outcome)
    }

    let desk: PlainDesk
    var session: StudySession
    var run: ExamRun
    var item: StudyItem?
    /// Nil for an item that cannot be answered here.
    var line: TypedSelection?
    /// Of a simulation; nil for every other kind.
    var console: PlainConsole?
    /// Since when the item's time counts.
    var shown: SessionClock
    /// What was left when the clock was looked at last, in milliseconds.
    var leftBefore: Int64?
    /// What was typed last, where it was said that it leaves an item for good: typed again, it does.
    var warnedOf: String?

    init(desk: PlainDesk, session: StudySession) {
        let now = desk.clock()
        self.desk = desk
        self.session = session
        run = ExamRun(session, at: now)
        shown = SessionClock(from: now)
    }

    var dialogue: Dialogue { desk.dialogue }
    var rules: ExamRules { session.sittingRules }
    var position: Int { run.sitting.position }
    var questionId: String { session.items[position].questionId }
    var standing: StandingAnswer? { session.answers[questionId] }

    mutating func sit() throws -> Outcome {
        let now = desk.clock()
        dialogue.say("")
        let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: ", ")
        leftBefore = run.timeLeft(at: now)
        if run.isOver(at: now) {
            dialogue.say("\(title). The time ran out while you were away.", after: "")
            return timeIsUp()
        }
        if session.pausedAt != nil {
            guard desk.keep(.record([NewEvent(.sessionResumed(SessionResumed()), sessionId: session.id)])) else {
                return .left
            }
        }
        dialogue.say("\(title). ? says what can be typed.", after: "")
        // The part that was open may have ended meanwhile: then the next one is shown.
        switch try followClock() {
        case .inTime: try show()
        case .newPart: break
        case .over(let outcome): return outcome
        }
        while true {
            guard let typed = dialogue.ask(prompt) else { return leave() }
            switch try followClock() {
            case .inTime:
                if let outcome = try console == nil ? take(typed) : type(typed) { return outcome }
            case .newPart: break
            case .over(let outcome): return outcome
            }
        }
    }

    private var prompt: String {
        if let console { return console.prompt }
        guard let line else { return "Enter goes on, ? for more:" }
        return "Your answer (\(line.form); Enter goes on, ? for more):"
    }

    /// Shows the item where the learner stands.
    ///
    /// - Parameter isAgain: It was the one shown: the time spent on it goes on.
    mutating func show(isAgain: Bool = false) throws {
        let now = desk.clock()
        run.noticeShown(at: now)
        _ = desk.keep(.keepPlace(place))
        if !isAgain {
            shown = SessionClock(from: now)
            warnedOf = nil
        }
        (item, line, console) = (nil, nil, nil)
        let isFlagged = session.marks.flagged.contains(questionId)
        let left = run.timeLeft(at: now).map(ExamTime.words)
        let head = ["Item \(position + 1) of \(session.items.count)", isFlagged ? "flagged" : nil, left]
        dialogue.say(["", head.compactMap { $0 }.joined(separator: ", ") + "."])
        guard case .item(let found?) = try desk.fetch(.item(questionId)) else {
            dialogue.say("\(questionId): in no pack here any more; it counts neither way.")
            return
        }
        item = found
        let order = found.question.optionOrder(drawn: session.items[position].options)
        dialogue.say(SpokenQuestion(item: found, order: order, columns: dialogue.columns).asked)
        guard AnswerPad(found.question, order: order) != nil else {
            console = PlainConsole(found, response: standing?.response)
            dialogue.say(
                console == nil
                    ? "Its devices are in no pack here any more; it counts neither way." : Self.consoleOpening,
                after: "")
            dialogue.say(console?.devices ?? [])
            return
        }
        line = TypedSelection(
            question: found.question, order: order, struck: session.marks.struck[questionId] ?? [])
        sayStanding()
    }

    private static let consoleOpening =
        "Lines are run as on the device, and are your answer; nothing runs on this machine. :n goes on, :? says more."

    var place: PlacedSession { PlacedSession(session: session.id, place: run.place) }

    private func sayStanding() {
        if let line, let standing, !standing.selection.isEmpty {
            dialogue.say("Your answer so far: \(line.text(of: standing.selection)).")
        }
        if let words = line?.struckInWords { dialogue.say(words) }
    }

    // MARK: The clock

    /// Says what the time that passed calls for, and hands in where it is up.
    mutating func followClock() throws -> Passing {
        let others = try followOthers()
        guard others == .inTime else { return others }
        let now = desk.clock()
        guard let left = run.timeLeft(at: now) else { return .inTime }
        if left <= 0 {
            if run.isOver(at: now) || !run.sitting.allows(.endSection) { return .over(timeIsUp()) }
            dialogue.say("The time of this part is up.")
            try move(.endSection)
            return .newPart
        }
        if let before = leftBefore, ExamTime.warning(in: rules.warnings, from: before, to: left) != nil {
            dialogue.say("\(ExamTime.words(left)).")
        }
        leftBefore = left
        return .inTime
    }

    /// Another terminal may have gone on with it, or have ended it.
    private mutating func followOthers() throws -> Passing {
        guard case .session(let found?) = try desk.fetch(.session(session.id)) else { return .inTime }
        guard found.status == .active else {
            let isDone = found.status == .completed
            dialogue.say(isDone ? "This exam was handed in elsewhere." : "This exam was given up elsewhere.")
            return .over(isDone ? .handedIn : .left)
        }
        session.answers = found.answers
        session.marks = found.marks
        strikeOut()
        guard run.follow(found) else { return .inTime }
        dialogue.say("Another terminal went on; this is where the exam stands.")
        try show()
        return .newPart
    }

    /// Lets the line know what is struck out of the item.
    mutating func strikeOut() {
        let struck = session.marks.struck[questionId] ?? []
        line?.struck = struck
    }

    private mutating func timeIsUp() -> Outcome {
        dialogue.say("Time is up: \(session.answered) of \(session.items.count) answered. The exam is handed in.")
        return handIn()
    }

    /// Grades all of it, and ends it.
    mutating func handIn() -> Outcome { desk.keep(.submit(session.id)) ? .handedIn : .left }

    /// Leaves it for another time.
    mutating func leave() -> Outcome {
        let now = desk.clock()
        run.read(at: now)
        let left = run.timeLeft(at: now).map { ", \(ExamTime.words($0))" } ?? ""
        if run.time.runsAlone {
            _ = desk.keep(.keepPlace(place))
            dialogue.say("The clock runs on\(left).")
        } else {
            let pause = NewEvent(.sessionPaused(SessionPaused()), sessionId: session.id)
            _ = desk.keep(.record([pause], place: place))
            dialogue.say("The clock stands still\(left).")
        }
        return .left
    }

    // MARK: Answering

    /// - Returns: Nil to ask on.
    mutating func answer(_ selection: AnswerGiven.Selection) throws -> Outcome? {
        guard let item, let line else { return nil }
        let fault = AnswerPad(item.question, order: line.order, selection: selection)?.amount.fault
        if let fault, rules.incomplete == .refuse {
            dialogue.say("Not taken: \(fault).")
            return nil
        }
        guard give(selection, confidence: nil) else { return nil }
        let words = selection.isEmpty ? "Answer taken away." : "Saved: \(line.text(of: selection))."
        dialogue.say(words + (fault.map { " But \($0)." } ?? ""))
        return selection.isEmpty ? nil : try weigh(selection)
    }

    /// Asks how sure the learner is of what stands, where they are to be asked.
    ///
    /// - Returns: Nil to ask on.
    mutating func weigh(_ selection: AnswerGiven.Selection, response: String? = nil) throws -> Outcome? {
        guard rules.asksConfidence || session.settings.asksConfidence else { return nil }
        guard let weighed = dialogue.askConfidence() else { return leave() }
        switch try followClock() {
        case .inTime:
            if let confidence = weighed.value { _ = give(selection, response: response, confidence: confidence) }
        case .newPart: break
        case .over(let outcome): return outcome
        }
        return nil
    }

    /// - Returns: Whether it is on disk.
    mutating func give(
        _ selection: AnswerGiven.Selection, response: String? = nil, confidence: Confidence?
    ) -> Bool {
        guard let item else { return false }
        let now = desk.clock()
        let event = item.sat(
            selection, response: response, confidence: confidence, after: standing, shownAt: shown.start(at: now),
            at: now.at)
        run.read(at: now)
        guard desk.keep(record(.answerGiven(event))) else { return false }
        session.answers[questionId] = StandingAnswer(event)
        shown = SessionClock(from: now)
        run.noticeDone()
        return true
    }

    func record(_ event: JournalEvent) -> Command {
        .record([NewEvent(event, sessionId: session.id, questionId: questionId)], place: place)
    }
}
