import CarrelTerminal

/// What can be done while a question is on screen, in any of its phases.
enum QuestionAction: String, KeyAction {
    case up, down, pageUp, pageDown, first, last
    case choose, label, answer, strike, dontKnow, reveal
    case leaveField, enterField, newLine
    case guess, unsure, sure, skip, changeAnswer
    case accept, again, hard, good, easy
    /// `onward` is the main action after an answer; `next` and `previous` walk.
    case editor
    case onward, next, previous, flag, bookmark, note, thisQuestion, clock, copy, undo, help, back
    /// Opens more about the question.
    case short, simple, diagram, sources, related, history, whole
    /// At the prompt of a simulation, and beside it.
    case run, complete, olderLine, newerLine, scrollBack, scrollOn, leaveMode, endModes, clearPrompt, listHelp,
        dropLine,
        device, reset
    /// The map of a session's items.
    case overview
    /// On the pads of the kinds that are arranged; `leftward` and `rightward` scroll.
    case exclude, unpair, putBack, left, right, onPart, leftward, rightward
}

/// What decides which of them are possible.
struct QuestionFacts: Equatable, Sendable {
    var hasNext = false
    var hasPrevious = false
    /// Nothing waits for an answer any more.
    var isLast = false
    var isOver = false
    var fieldIsEmpty = true
    /// A grade is marked, that the typed answer suggests.
    var hasSuggestion = false
    /// The learner grades with two grades instead of four.
    var hasTwoGrades = false
    /// Something is lifted, or a right side is sought.
    var isHolding = false
    /// What is lifted waits to be put down at the pointer, as on a slow link.
    var isWaiting = false
    /// `?` at the prompt of a simulation lists what may stand next.
    var hasPromptHelp = false
    /// Not every item need belong.
    var canExclude = false
    /// An exhibit has more columns than are in sight.
    var isExhibitCut = false
    /// What more there is about the question.
    var depths: Set<QuestionDepth> = []
}

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    static let choice = KeyTable(
        .question, "Keys on a question", cases: QuestionFacts.cases,
        bindings: [
            Binding([.char(" ")], .choose, "choose", help: "choose the option, or take it back", isHinted: true),
            Binding(
                (OptionLabels.letters + OptionLabels.letters.map { Character($0.uppercased()) } + Array("123456789"))
                    .map { Key.char($0) }, shown: "a-i 1-9", .label, "choose", help: "choose the option of that label"),
            Binding([.enter], .answer, "answer", help: "answer with what is chosen", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "the option above"),
            Binding([.down, .char("j")], .down, "down", help: "the option below"),
            Binding([.char("x")], .strike, "strike out", help: "strike the option out, or restore it", isHinted: true),
            Binding([.char("0")], .dontKnow, "don't know", help: "don't know: see the answer", isHinted: true),
        ] + scrolling + item + leaving)

    /// Only keys that a field leaves over.
    static let field = KeyTable(
        .field, "Keys in the answer field", cases: QuestionFacts.cases,
        bindings: [
            Binding([.char(" ")], .reveal, "reveal", help: "reveal the answer, while the field is empty") {
                $0.fieldIsEmpty
            },
            Binding([.enter], .answer, "reveal", help: "reveal the answer and compare", isHinted: true),
            Binding([.newline], .newLine, "new line", help: "a new line in the field", isHinted: true),
            Binding([.control("g")], .editor, "editor", help: "go on in your own editor ($EDITOR)", isHinted: true),
            Binding([.pageUp], .pageUp, "page up", help: "scroll the question up"),
            Binding([.pageDown], .pageDown, "page down", help: "scroll the question down"),
            Binding([.escape], .leaveField, "commands", help: "leave the field for the commands", isHinted: true),
        ])

    static let fieldCommands = KeyTable(
        .besideField, "Keys beside the answer field", cases: QuestionFacts.cases,
        bindings: [
            Binding([.tab], .enterField, "write", help: "back to the field", isHinted: true),
            Binding([.enter, .char(" ")], .answer, "reveal", help: "reveal the answer and compare", isHinted: true),
            Binding([.char("0")], .dontKnow, "don't know", help: "don't know: see the answer", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "scroll up"),
            Binding([.down, .char("j")], .down, "down", help: "scroll down"),
        ] + scrolling + item + leaving)

    /// The model answer of a free question is shown and its grade is open. The grades' keys stand beside them on the
    /// screen.
    static let grading = KeyTable(
        .grading, "Keys to grade your answer", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .accept, "accept", help: "accept the marked grade", isHinted: true) { $0.hasSuggestion },
            Binding([.enter], .accept, "grade", help: "nothing was typed to go by: the numbers grade it") {
                !$0.hasSuggestion
            },
            Binding([.char("1")], .again, "again", help: "grade it: forgotten or wrong"),
            Binding([.char("2")], .good, "good", help: "grade it: right") { $0.hasTwoGrades },
            Binding([.char("2")], .hard, "hard", help: "grade it: right, with effort") {
                !$0.hasTwoGrades
            },
            Binding([.char("3")], .good, "good", help: "grade it: right") { !$0.hasTwoGrades },
            Binding([.char("4")], .easy, "easy", help: "grade it: right at once") {
                !$0.hasTwoGrades
            },
            Binding([.up, .char("k")], .up, "up", help: "scroll up"),
            Binding([.down, .char("j")], .down, "down", help: "scroll down"),
            Binding([.char(" ")], .pageDown, "page", help: "a page down", isHinted: true),
        ] + scrolling + depth + marks(areHinted: true) + leaving)

    static let answered = KeyTable(
        .answered, "Keys after the answer", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .onward, "next", help: "the next question that waits for an answer", isHinted: true) {
                !$0.isLast && !$0.isOver
            },
            Binding([.enter], .onward, "finish", help: "finish and see the summary", isHinted: true) {
                $0.isLast && !$0.isOver
            },
            Binding([.enter], .onward, "next", help: "the next question; after the last, back", isHinted: true) {
                $0.isOver
            },
            Binding([.char("n"), .right], .next, "next", help: "the question after") { $0.hasNext },
            Binding([.char("p"), .left], .previous, "previous", help: "the question before") { $0.hasPrevious },
            Binding([.up, .char("k")], .up, "up", help: "scroll up"),
            Binding([.down, .char("j")], .down, "down", help: "scroll down"),
            Binding([.char(" ")], .pageDown, "page", help: "a page down", isHinted: true),
        ] + sideways + scrolling + depth + marks(areHinted: true) + leaving)

    static let scrolling: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.pageUp, .control("u")], .pageUp, "page up", help: "scroll a page up"),
        Binding([.pageDown, .control("d")], .pageDown, "page down", help: "scroll a page down"),
        Binding([.home], .first, "start", help: "to the start of the text"),
        Binding([.end], .last, "end", help: "to the end of the text"),
    ]

    /// Where the arrows have other things to do.
    static let itemByLetters: [Binding<QuestionFacts, QuestionAction>] =
        [
            Binding([.char("n")], .next, "next", help: "the next question, leaving this one") { $0.hasNext },
            Binding([.char("p")], .previous, "previous", help: "the question before") { $0.hasPrevious },
        ] + marks(areHinted: false)

    static let item: [Binding<QuestionFacts, QuestionAction>] =
        [
            Binding([.char("n"), .right], .next, "next", help: "the next question, leaving this one") { $0.hasNext },
            Binding([.char("p"), .left], .previous, "previous", help: "the question before") { $0.hasPrevious },
        ] + marks(areHinted: false)

    /// - Parameter areHinted: Nothing waits for an answer: there is room for them in the hint bar.
    private static func marks(areHinted: Bool) -> [Binding<QuestionFacts, QuestionAction>] {
        [
            Binding(
                [.char("m")], .flag, "flag", help: "flag for this session, or take the flag off", isHinted: areHinted),
            Binding(
                [.char("*")], .bookmark, "bookmark", help: "bookmark for good, or take the bookmark off",
                isHinted: areHinted),
            Binding([.char(";")], .note, "note", help: "write a note; it bookmarks the question"),
            Binding([.char("!")], .thisQuestion, "more", help: "this question: report, correct, suspend, bury"),
            Binding([.char("t")], .clock, "clock", help: "show the time spent, or hide it"),
            Binding([.char("y")], .copy, "copy", help: "copy the question as text"),
            Binding([.char("u")], .undo, "undo", help: "undo what was done last"),
        ]
    }

    static let leaving: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
        Binding([.escape, .char("q")], .back, "back", help: "leave; you come back to this question", isHinted: true),
    ]
}
