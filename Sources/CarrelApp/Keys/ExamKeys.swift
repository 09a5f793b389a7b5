import CarrelTerminal

/// What can be done on the map of an exam's items.
enum OverviewAction: String, KeyAction {
    case up, down, left, right, first, last, digit, open, flag, filter, find, showAll, list, byDomain, finish, help
    case close
}

/// What decides which of them are possible.
struct OverviewFacts: Equatable, Sendable {
    /// Only items with what was typed are shown: Esc shows them all again.
    var isNarrowed = false
    /// The rules let one go to the item under the pointer, or a number was typed.
    var canGo = true
    /// The items are listed with their questions.
    var isList = false
    /// Something is under the pointer, and may be told of.
    var canFlag = true
}

extension KeyTable where Facts == OverviewFacts, Action == OverviewAction {
    static let overview = KeyTable(
        .overview, "Keys in the overview",
        cases: { FactCases.all(OverviewFacts(), [\.isNarrowed, \.canGo, \.isList, \.canFlag]) },
        bindings: [
            Binding(
                [.enter], .open, "go there", help: "go to the item, or to the number that was typed", isHinted: true
            ) { $0.canGo },
            Binding(
                Array("0123456789").map { Key.char($0) }, shown: "0-9", .digit, "number",
                help: "type an item's number; Enter goes there"),
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.down, .char("j")], .down, "down", help: "the row below"),
            Binding([.left, .char("h")], .left, "left", help: "the item before"),
            Binding([.right, .char("l")], .right, "right", help: "the item after"),
            Binding([.home, .char("g")], .first, "first", help: "the first item"),
            Binding([.end, .char("G")], .last, "last", help: "the last item"),
            Binding([.char("f")], .filter, "filter", help: "all, unanswered, flagged, or unseen items", isHinted: true),
            Binding([.tab], .list, "list", help: "as a list with the questions", isHinted: true) { !$0.isList },
            Binding([.tab], .list, "grid", help: "as a grid of numbers", isHinted: true) { $0.isList },
            Binding([.char("/")], .find, "find", help: "list only the items with what you type"),
            Binding([.escape], .showAll, "show all", help: "show all of them again", isHinted: true) { $0.isNarrowed },
            Binding([.char("d")], .byDomain, "by domain", help: "domain by domain, or in the order of the exam"),
            Binding([.char("m")], .flag, "flag", help: "flag the item, or take the flag off", isHinted: true) {
                $0.canFlag
            },
            Binding([.char("F")], .finish, "finish", help: "hand the exam in; asks first", isHinted: true),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q"), .char("v")], .close, "back", help: "back to the item", isHinted: true) {
                $0.isNarrowed
            },
            Binding([.escape, .char("q"), .char("v")], .close, "back", help: "back to the item", isHinted: true) {
                !$0.isNarrowed
            },
        ])
}

// Keys while an exam is sat: the pads' own, and what an exam allows beside them.

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    static let exam = KeyTable(
        .exam, "Keys in an exam", cases: QuestionFacts.cases,
        bindings: [
            Binding([.char(" ")], .choose, "choose", help: "choose the option, or take it back", isHinted: true),
            Binding(
                (letters + digits).map { Key.char($0) }, shown: "a-i 1-9", .label, "choose",
                help: "choose the option of that label"),
            Binding([.up, .char("k")], .up, "up", help: "the option above"),
            Binding([.down, .char("j")], .down, "down", help: "the option below"),
            Binding([.char("x")], .strike, "strike out", help: "strike the option out, or restore it"),
        ] + going(withArrows: true) + scrolling + examItem + examLeaving)

    static let examOrdering = KeyTable(
        .examOrdering, "Keys while you put in order, in an exam", cases: QuestionFacts.cases,
        bindings: orderingMoves + whileNothingWaits(going(withArrows: true)) + scrolling + examItem
            + puttingBack(before: examLeaving))

    static let examMatching = KeyTable(
        .examMatching, "Keys while you pair, in an exam", cases: QuestionFacts.cases,
        bindings: matchingMoves + going(withArrows: true) + scrolling + examItem + puttingBack(before: examLeaving))

    static let examHotspot = KeyTable(
        .examHotspot, "Keys on an exhibit, in an exam", cases: QuestionFacts.cases,
        bindings: hotspotMoves + going(withArrows: false) + scrolling + examItem + examLeaving)

    /// Where there is nothing to answer: the item is in no pack any more.
    static let examMissing = KeyTable(
        .examMissing, "Keys on an item that is not here", cases: QuestionFacts.cases,
        bindings: going(withArrows: true)
            + [Binding([.char("v")], .overview, "overview", help: "the map of all items", isHinted: true)]
            + examLeaving)

    /// Nothing can be changed any more.
    static let examTimeUp = KeyTable(
        .examTimeUp, "Keys when the time is up", cases: QuestionFacts.cases,
        bindings: [Binding([.enter], .answer, "hand in", help: "hand in what was answered", isHinted: true)]
            + examLeaving.filter { $0.action == .back })

    /// What was chosen stands already: Enter goes on.
    static func going(withArrows: Bool) -> [Binding<QuestionFacts, QuestionAction>] {
        [
            Binding([.enter], .onward, "next", help: "on to the next item", isHinted: true) { !$0.isLast },
            Binding([.enter], .onward, "overview", help: "this was the last item: the overview", isHinted: true) {
                $0.isLast
            },
            Binding([.char("n")] + (withArrows ? [.right] : []), .next, "next", help: "the item after") { $0.hasNext },
            Binding([.char("p")] + (withArrows ? [.left] : []), .previous, "previous", help: "the item before") {
                $0.hasPrevious
            },
        ]
    }

    static let examItem: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char("m")], .flag, "flag", help: "flag for this exam, or take the flag off", isHinted: true),
        Binding([.char("v")], .overview, "overview", help: "the map of all items; finish there", isHinted: true) {
            !$0.isLast
        },
        // Enter is hinted to lead there.
        Binding([.char("v")], .overview, "overview", help: "the map of all items; finish there") { $0.isLast },
        Binding([.char("*")], .bookmark, "bookmark", help: "bookmark for good, or take the bookmark off"),
        Binding([.char(";")], .note, "scratch", help: "this exam's scratch sheet"),
        Binding([.char("!")], .thisQuestion, "report", help: "report a problem with this question"),
        Binding([.char("t")], .clock, "clock", help: "hide the clock, or show it"),
        Binding([.char("y")], .copy, "copy", help: "copy the question as text"),
        Binding([.char("u")], .undo, "undo", help: "undo what was done last"),
    ]

    static let examLeaving: [Binding<QuestionFacts, QuestionAction>] = [
        Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
        Binding([.escape, .char("q")], .back, "leave", help: "leave or finish; asks first", isHinted: true),
    ]
}
