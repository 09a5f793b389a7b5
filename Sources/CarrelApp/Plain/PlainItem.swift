import CarrelCore
import CarrelStorage

/// One question of a session: asked, answered, graded, explained.
struct PlainItem {
    /// Where it leads.
    enum Outcome: Equatable {
        case next, previous, leave
        /// Back to what it was opened from.
        case back
        /// It cannot be asked here.
        case missing
        /// To the question something was taken back of.
        case at(String)
    }

    let desk: PlainDesk
    var session: StudySession
    let position: Int
    /// It is read again in a session that is over: nothing is asked.
    let isReview: Bool
    var item: StudyItem?
    var typed: TypedAnswerGrade?
    private let shown: SessionClock

    init(desk: PlainDesk, session: StudySession, position: Int, isReview: Bool = false) {
        self.desk = desk
        self.isReview = isReview
        self.session = session
        self.position = position
        shown = SessionClock(from: desk.clock())
    }

    var dialogue: Dialogue { desk.dialogue }
    var questionId: String { session.items[position].questionId }

    mutating func run() throws -> Outcome {
        guard case .item(let found?) = try desk.fetch(.item(questionId)),
            StorePerformer.askable.contains(found.question.kind)
        else {
            dialogue.say("Question \(position + 1): \(questionId) cannot be asked here.")
            return .missing
        }
        item = found
        show(found)
        guard !isReview else { return try review(found) }
        if session.answers[questionId] == nil {
            if let outcome = try ask(found) { return outcome }
        } else if let answer = session.answers[questionId], answer.grade != nil {
            dialogue.say([""] + page(found).answered(answer))
        } else {
            // Left between the answer and its grade.
            try suggest(found)
        }
        if session.answers[questionId]?.grade == nil, let outcome = try gradeIt(found) { return outcome }
        return try afterwards()
    }

    /// What was answered, or what would have been right.
    private mutating func review(_ item: StudyItem) throws -> Outcome {
        let answer = session.answers[questionId]
        if !session.isAnswered(questionId) { dialogue.say(["", "Not answered."]) }
        dialogue.say([""] + page(item).answered(answer))
        return try afterwards()
    }

    /// - Returns: Nil once it is answered.
    private mutating func ask(_ item: StudyItem) throws -> Outcome? {
        switch item.question.kind {
        case .free: try write(item)
        case .simulation: try simulate(item)
        default: try choose(item)
        }
    }

    func page(_ item: StudyItem) -> SpokenQuestion {
        SpokenQuestion(
            item: item, order: item.question.optionOrder(drawn: session.items[position].options),
            columns: dialogue.columns)
    }

    func show(_ item: StudyItem) {
        let states = item.states(isFlagged: session.marks.flagged.contains(questionId))
        let head = (["Question \(position + 1) of \(session.items.count)"] + states).joined(separator: ", ")
        dialogue.say(["", head + "."])
        if let notice = item.notice(of: session.answers[questionId]) { dialogue.say(notice + ".") }
        dialogue.say(isReview ? page(item).askedForReview : page(item).asked)
    }

    // MARK: Choosing

    /// - Returns: Nil once it is answered.
    private mutating func choose(_ item: StudyItem) throws -> Outcome? {
        var line = TypedSelection(
            question: item.question, order: page(item).order, struck: session.marks.struck[questionId] ?? [])
        var begun = session.place[selectionOf: questionId]
        if !begun.isEmpty { dialogue.say("Begun earlier: \(line.text(of: begun)).") }
        if let words = line.struckInWords { dialogue.say(words) }
        var confirmed: Int?
        while let typed = dialogue.ask("Your answer (\(line.form), 0 if you don't know, ? for more):") {
            if typed == "0" {
                if give(.none, grade: .wrong) { return nil }
                continue
            }
            if typed.isEmpty {
                dialogue.say("Type \(line.form), or 0 if you don't know.")
                continue
            }
            if let strike = line.strike(typed) {
                take(strike, in: &line)
                continue
            }
            let selection: AnswerGiven.Selection
            switch line.read(typed, after: begun) {
            case nil:
                if let outcome = try command(typed) { return outcome }
                line.struck = session.marks.struck[questionId] ?? []
                continue
            case .failure(let fault):
                dialogue.say(fault.message)
                continue
            case .success(let read): selection = read
            }
            let amount = AnswerPad(item.question, order: line.order, selection: selection)?.amount
            if let amount, let fault = amount.fault, confirmed != amount.given {
                confirmed = amount.given
                begun = selection
                dialogue.say("\(fault). Type the same again to answer so.")
                continue
            }
            let chosen = desk.clock()
            guard let confidence = weigh() else { return .leave }
            guard !confidence.isTakenBack else { continue }
            if give(selection, grade: item.grade(selection), confidence: confidence.value, at: chosen) { return nil }
        }
        return .leave
    }

    private mutating func take(
        _ strike: Result<OptionStruck, TypedSelection.Fault>, in line: inout TypedSelection
    ) {
        switch strike {
        case .failure(let fault): dialogue.say(fault.message)
        case .success(let strike):
            guard desk.keep(record(.optionStruck(strike))) else { return }
            session.marks.take(strike, of: questionId)
            line.struck = session.marks.struck[questionId] ?? []
            dialogue.say(line.words(of: strike))
        }
    }

    /// Places from 0 on that `text` numbers, each once; nil where it is not numbers of options alone.
    static func numbers(_ text: String, upTo count: Int) -> [Int]? {
        let parts = text.split { $0 == " " || $0 == "," }
        let numbers = parts.compactMap { Int($0) }.filter { (1...max(1, count)).contains($0) }
        guard !parts.isEmpty, numbers.count == parts.count, count > 0 else { return nil }
        return Set(numbers).sorted().map { $0 - 1 }
    }

    /// How sure the learner is, where they want to be asked; nil at the end of input.
    func weigh() -> Dialogue.Weighed? {
        session.settings.asksConfidence ? dialogue.askConfidence(canChange: true) : Dialogue.Weighed()
    }

    // MARK: Keeping

    func record(_ event: JournalEvent, place: SessionPlace? = nil) -> Command {
        .record(
            [NewEvent(event, sessionId: session.id, questionId: questionId)],
            place: place.map { PlacedSession(session: session.id, place: $0) })
    }

    /// - Parameter moment: When it was chosen or written, where something was asked since; now where nothing was.
    /// - Returns: Whether the answer is on disk.
    mutating func give(
        _ selection: AnswerGiven.Selection, response: String? = nil, grade: AnswerGrade? = nil,
        confidence: Confidence? = nil, at moment: Moment? = nil
    ) -> Bool {
        guard let item else { return false }
        let now = moment ?? desk.clock()
        let event = item.answer(
            selection: selection, response: response, grade: grade, confidence: confidence,
            shownAt: shown.start(at: now), at: now.at)
        // What was begun stays begun until the answer is on disk.
        var place = session.place
        place.clear(questionId)
        guard desk.keep(record(.answerGiven(event), place: place)) else { return false }
        session.place = place
        session.answers[questionId] = StandingAnswer(event)
        guard let answer = session.answers[questionId], answer.grade != nil else { return true }
        dialogue.say([""] + page(item).answered(answer))
        return true
    }

    mutating func afterwards() throws -> Outcome {
        let back = isReview ? ", b goes back" : ""
        while let typed = dialogue.ask("Enter goes on\(back), ? for more:") {
            if typed.isEmpty { return .next }
            if let outcome = try command(typed) { return outcome }
        }
        return .leave
    }
}
