import CarrelTerminal

// The contexts of what a learner adds to a question: writing, the menu of one question, corrections.

enum WritingAction: String, KeyAction { case editor, change, pageUp, pageDown, leaveUnsaved, save }

/// What decides which of them are possible.
struct WritingFacts: Equatable, Sendable {
    /// Beside the text there is a report's type, or a correction's reason.
    var hasSecondField = false
    /// Saving was refused.
    var isRefused = false
}

extension KeyTable where Facts == WritingFacts, Action == WritingAction {
    /// Only keys that a field leaves over.
    static let writing = KeyTable(
        .writing, "Keys while writing", cases: WritingFacts.cases,
        bindings: [
            Binding([.control("d")], .leaveUnsaved, "drop it", help: "leave without saving", isHinted: true) {
                $0.isRefused
            },
            Binding([.tab], .change, "change", help: "the type of a report; the reason of a correction", isHinted: true)
            {
                $0.hasSecondField
            },
            Binding([.control("g")], .editor, "editor", help: "go on in your own editor ($EDITOR)", isHinted: true),
            Binding([.pageUp], .pageUp, "page up", help: "a page up"),
            Binding([.pageDown], .pageDown, "page down", help: "a page down"),
            Binding([.escape], .save, "save", help: "save and close; u takes it back", isHinted: true),
        ])
}

enum QuestionMenuAction: String, KeyAction {
    case up, down, choose, report, reports, correct, clear, suspend, bury, find, clearFilter, undo, help, back
}

/// What decides which of them are possible.
struct QuestionMenuFacts: Equatable, Sendable {
    var isCorrected = false
    var isReported = false
    var isSuspended = false
    var isBuried = false
    /// Not all rows are shown: Esc shows them again.
    var isFiltered = false
}

extension KeyTable where Facts == QuestionMenuFacts, Action == QuestionMenuAction {
    static let questionMenu = KeyTable(
        .questionMenu, "Keys in this question's menu", cases: QuestionMenuFacts.cases,
        bindings: [
            Binding([.enter], .choose, "choose", help: "do what the selected row says", isHinted: true),
            Binding([.char("r")], .report, "report", help: "report a problem"),
            Binding([.char("v")], .reports, "my reports", help: "read what you reported of it") { $0.isReported },
            Binding([.char("c")], .correct, "correct", help: "correct it for yourself"),
            Binding([.char("x")], .clear, "take off", help: "take your corrections off") {
                $0.isCorrected
            },
            Binding([.char("s")], .suspend, "suspend", help: "draw it no more") { !$0.isSuspended },
            Binding([.char("s")], .suspend, "bring back", help: "draw it again") { $0.isSuspended },
            Binding([.char("b")], .bury, "bury", help: "do not draw it before tomorrow") {
                !$0.isBuried && !$0.isSuspended
            },
            Binding([.char("b")], .bury, "dig up", help: "draw it again today") {
                $0.isBuried && !$0.isSuspended
            },
            Binding([.down, .char("j")], .down, "down", help: "the row below"),
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.char("u")], .undo, "undo", help: "undo what was done last"),
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type"),
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                $0.isFiltered
            },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q")], .back, "back", help: "back to the question", isHinted: true) { $0.isFiltered },
            Binding([.escape, .char("q")], .back, "back", help: "back to the question", isHinted: true) {
                !$0.isFiltered
            },
        ])
}

enum CorrectionsAction: String, KeyAction {
    case up, down, pageUp, pageDown, first, last, edit, clear, find, clearFilter, undo, help, back
}

/// What decides which of them are possible.
struct CorrectionsFacts: Equatable, Sendable {
    /// A field is selected.
    var hasRows = true
    /// The selected field is corrected.
    var isOnCorrection = false
    /// Not all fields are shown: Esc shows them again.
    var isFiltered = false
}

extension KeyTable where Facts == CorrectionsFacts, Action == CorrectionsAction {
    static let corrections = KeyTable(
        .corrections, "Keys in the list of fields", cases: CorrectionsFacts.cases,
        bindings: [
            Binding(
                [.enter, .right, .char("l")], .edit, "correct", help: "correct the selected field", isHinted: true
            ) {
                $0.hasRows
            },
            Binding([.char("x")], .clear, "take off", help: "take your correction of the field off", isHinted: true) {
                $0.isOnCorrection
            },
            Binding([.up, .char("k")], .up, "up", help: "one row up"),
            Binding([.down, .char("j")], .down, "down", help: "one row down"),
            Binding([.pageUp, .control("u")], .pageUp, "page up", help: "a page up"),
            Binding([.pageDown, .control("d")], .pageDown, "page down", help: "a page down"),
            Binding([.char("g"), .home], .first, "first", help: "the first row"),
            Binding([.char("G"), .end], .last, "last", help: "the last row"),
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type", isHinted: true) {
                !$0.isFiltered
            },
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type") { $0.isFiltered },
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                $0.isFiltered
            },
            Binding([.char("u")], .undo, "undo", help: "undo what was done last", isHinted: true) { !$0.isFiltered },
            Binding([.char("u")], .undo, "undo", help: "undo what was done last") { $0.isFiltered },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q"), .left, .char("h")], .back, "back", help: "back to the question", isHinted: true) {
                $0.isFiltered
            },
            Binding(
                [.escape, .char("q"), .left, .char("h")], .back, "back", help: "back to the question", isHinted: true
            ) { !$0.isFiltered },
        ])
}

enum KeyCorrectionAction: String, KeyAction { case up, down, toggle, label, reason, options, save, help, cancel }

/// What decides which of them are possible.
struct KeyCorrectionFacts: Equatable, Sendable {
    /// The reason is being typed: what is left are the keys that a field leaves over.
    var isOnReason = false
}

extension KeyTable where Facts == KeyCorrectionFacts, Action == KeyCorrectionAction {
    static let keyCorrection = KeyTable(
        .keyCorrection, "Keys for which options are right", cases: KeyCorrectionFacts.cases,
        isText: \.isOnReason,
        bindings: [
            Binding([.char(" ")], .toggle, "right or not", help: "the option is right, or is not", isHinted: true) {
                !$0.isOnReason
            },
            Binding(
                (OptionLabels.letters + OptionLabels.letters.map { Character($0.uppercased()) } + Array("123456789"))
                    .map { Key.char($0) }, shown: "a-i 1-9", .label, "choose", help: "the option of that label"
            ) { !$0.isOnReason },
            Binding([.tab], .reason, "why", help: "say why; Tab comes back", isHinted: true) { !$0.isOnReason },
            Binding([.enter], .save, "save", help: "from now on answers are graded so", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "the option above") { !$0.isOnReason },
            Binding([.down, .char("j")], .down, "down", help: "the option below") { !$0.isOnReason },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true) { !$0.isOnReason },
            Binding([.escape, .char("q")], .cancel, "cancel", help: "leave the key as it was", isHinted: true) {
                !$0.isOnReason
            },
            Binding([.escape, .tab, .up], .options, "back", help: "back to the options", isHinted: true) {
                $0.isOnReason
            },
        ])
}
