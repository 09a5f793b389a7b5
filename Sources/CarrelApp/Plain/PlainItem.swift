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
    private(set) var item: StudyItem?
    private var typed: TypedAnswerGrade?
    private var shownAt: Timestamp

    init(desk: PlainDesk, session: StudySession, position: Int, isReview: Bool = false) {
        self.desk = desk
        self.isReview = isReview
        self.session = session
        self.position = position
        shownAt = desk.clock().at
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

    private func show(_ item: StudyItem) {
        let states = [
            item.isBookmarked ? "bookmarked" : nil,
            session.marks.flagged.contains(questionId) ? "flagged" : nil,
        ]
        let words = ["Question \(position + 1) of \(session.items.count)"] + states.compactMap { $0 }
        dialogue.say(["", words.joined(separator: ", ") + "."] + page(item).asked)
    }

    // MARK: Choosing

    /// - Returns: Nil once it is answered.
    private mutating func choose(_ item: StudyItem) throws -> Outcome? {
        var line = TypedSelection(
            question: item.question, order: page(item).order, struck: session.marks.struck[questionId] ?? [])
        let begun = session.place[selectionOf: questionId]
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
            switch line.read(typed) {
            case nil:
                if let outcome = try command(typed) { return outcome }
                continue
            case .failure(let fault):
                dialogue.say(fault.message)
                continue
            case .success(let read): selection = read
            }
            let amount = AnswerPad(item.question, order: line.order, selection: selection)?.amount
            if let amount, let fault = amount.fault, confirmed != amount.given {
                confirmed = amount.given
                dialogue.say("\(fault): the same number again answers all the same.")
                continue
            }
            guard let confidence = weigh() else { return .leave }
            if give(selection, grade: item.grade(selection), confidence: confidence.value) { return nil }
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
        session.settings.asksConfidence ? dialogue.askConfidence() : Dialogue.Weighed()
    }

    // MARK: Writing

    private mutating func write(_ item: StudyItem) throws -> Outcome? {
        if let draft = session.place.drafts[questionId] { dialogue.say(["Begun earlier:", draft]) }
        while true {
            dialogue.say("Your answer; \(PlainDesk.ending). 0 if you don't know, ? for more.")
            let (text, isEnd) = desk.lines { $0 == "0" || Self.words(for: $0) != nil }
            if isEnd {
                // Nothing typed is ever lost.
                if !text.isEmpty { session.place.drafts[questionId] = withDraft(text) }
                _ = desk.keep(.keepPlace(PlacedSession(session: session.id, place: session.place)))
                return .leave
            }
            if text == "0" {
                if give(.none, response: session.place.drafts[questionId], grade: .wrong) { return nil }
            } else if let outcome = try command(text, isText: true) {
                return outcome
            } else if Self.words(for: text) == nil {
                guard let confidence = weigh() else { return .leave }
                guard give(.none, response: withDraft(text), confidence: confidence.value) else { continue }
                try suggest(item)
                return nil
            }
        }
    }

    private func withDraft(_ text: String) -> String {
        [session.place.drafts[questionId], text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private mutating func suggest(_ item: StudyItem) throws {
        guard let standing = session.answers[questionId] else { return }
        let command = Command.suggest(question: questionId, answer: standing.response ?? "")
        if case .suggestion(let grade) = try desk.performer.perform(command).get() { typed = grade }
    }

    private mutating func gradeIt(_ item: StudyItem) throws -> Outcome? {
        dialogue.say([""] + page(item).answered(session.answers[questionId], typed: typed))
        let scale = session.settings.grades
        let suggested = typed.flatMap(\.suggestedRating).map { scale.nearest($0) }
        let names = scale.ratings.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        let usual = suggested.map { ", Enter for \($0)" } ?? ""
        while let text = dialogue.ask("How well did you know it? \(names)\(usual):") {
            let place = Int(text).map { $0 - 1 } ?? -1
            let chosen = scale.ratings.indices.contains(place) ? scale.ratings[place] : text.isEmpty ? suggested : nil
            guard let rating = chosen else {
                if let outcome = try command(text) { return outcome }
                continue
            }
            let graded = AnswerGraded(rating)
            guard desk.keep(record(.answerGraded(graded))) else { continue }
            session.answers[questionId]?.grade = AnswerGrade(isCorrect: graded.isCorrect, score: graded.score)
            session.answers[questionId]?.rating = rating
            dialogue.say("Saved: \(rating).")
            return nil
        }
        return .leave
    }

    // MARK: Keeping

    private func record(_ event: JournalEvent, place: SessionPlace? = nil) -> Command {
        .record(
            [NewEvent(event, sessionId: session.id, questionId: questionId)],
            place: place.map { PlacedSession(session: session.id, place: $0) })
    }

    /// - Returns: Whether the answer is on disk.
    mutating func give(
        _ selection: AnswerGiven.Selection, response: String? = nil, grade: AnswerGrade? = nil,
        confidence: Confidence? = nil
    ) -> Bool {
        guard let item else { return false }
        let event = item.answer(
            selection: selection, response: response, grade: grade, confidence: confidence, shownAt: shownAt,
            at: desk.clock().at)
        session.place.clear(questionId)
        guard desk.keep(record(.answerGiven(event), place: session.place)) else { return false }
        session.answers[questionId] = StandingAnswer(event)
        guard let answer = session.answers[questionId], answer.grade != nil else { return true }
        dialogue.say([""] + page(item).answered(answer))
        return true
    }

    private mutating func afterwards() throws -> Outcome {
        let back = isReview ? ", b goes back" : ""
        while let typed = dialogue.ask("Enter goes on\(back), ? for more:") {
            if typed.isEmpty { return .next }
            if let outcome = try command(typed) { return outcome }
        }
        return .leave
    }

    // MARK: Commands

    /// What there is to read about it once it is answered.
    private var reading: PlainReading? {
        item.map { PlainReading(desk: desk, page: page($0), isOpen: isReview || session.answers[questionId] != nil) }
    }

    /// What can be typed at every prompt of a question: the keys of a screen, as far as they have one there.
    static let commands: [(letter: String, words: String)] = [
        ("r", "repeat the question"), ("n", "the next question, leaving this one"), ("p", "the question before"),
        ("*", "bookmark it, or take that off"), (";", "write a note"),
        ("!", "report, correct, suspend, bury"),
        ("m", "flag it in this session, or take that off"), ("u", "take the last thing back"),
        ("q", "leave; everything is saved"),
    ]

    private static func words(for text: String) -> String? {
        text == "?" ? "" : commands.first { $0.letter == text }?.words
    }

    /// - Parameter isText: Anything else that was typed is an answer, not a mistake.
    /// - Returns: Where it leads; nil to ask on.
    mutating func command(_ text: String, isText: Bool = false) throws -> Outcome? {
        switch text {
        case "?": dialogue.say(help)
        case "r": if let item { show(item) }
        case "n": return .next
        case "p": return .previous
        case "q": return .leave
        case "*": if let item { self.item?.isBookmarked = desk.toggleBookmark(item) }
        case ";": return try open(.writing(Writing(question: questionId, purpose: .note)))
        case "!":
            let isAnswered = isReview || session.answers[questionId] != nil
            let order = item.map { page($0).order } ?? []
            return try open(
                .questionMenu(
                    QuestionMenu(
                        question: questionId, place: isAnswered ? .answeredQuestion : .openQuestion, order: order)))
        case "b" where isReview: return .back
        case "m" where !isReview:
            let mark = ItemMarked(isMarked: !session.marks.flagged.contains(questionId))
            guard desk.keep(record(.itemMarked(mark))) else { break }
            session.marks.take(mark, of: questionId)
            dialogue.say(mark.isMarked ? "Flagged." : "Flag taken off.")
        case "u": return try undo()
        default:
            if let reading, let depth = reading.depth(text) {
                return try reading.say(depth) == .leave ? .leave : nil
            } else if !isText {
                dialogue.say("\(text): not understood; ? says what can be typed.")
            }
        }
        return nil
    }

    private var help: [String] {
        let canStrike = !isReview && item?.question.kind.isChoice == true && session.answers[questionId] == nil
        let striking = canStrike ? ["\(TypedSelection.strikeHelp.typed): \(TypedSelection.strikeHelp.words)"] : []
        let commands = Self.commands.filter { !isReview || $0.letter != "m" }.map { "\($0.letter): \($0.words)" }
        return (reading?.help ?? []) + striking + commands + (isReview ? ["b: go back"] : [])
    }

    /// What was done there may have changed the question.
    private mutating func open(_ destination: Destination) throws -> Outcome? {
        let desk = desk
        if try desk.attempt({ try desk.open(destination) }) == .leave { return .leave }
        if case .item(let found?) = try desk.fetch(.item(questionId)) { item = found }
        return nil
    }

    private mutating func undo() throws -> Outcome? {
        guard let undone = try desk.undo(in: session.id) else { return nil }
        session = undone.session
        return undone.thing.question.map { .at($0) }
    }
}
