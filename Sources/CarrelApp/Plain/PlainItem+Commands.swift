import CarrelCore
import CarrelStorage

// What can be typed at every prompt of a question.

extension PlainItem {
    /// What there is to read about it once it is answered.
    var reading: PlainReading? {
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

    static func words(for text: String) -> String? {
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
