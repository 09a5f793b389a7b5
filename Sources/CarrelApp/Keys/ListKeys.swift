import CarrelTerminal

/// What can be done in a one-column list.
enum ListAction: String, KeyAction {
    case up, down, pageUp, pageDown, first, last, open, practise, bookmark, note, thisQuestion, endSession, settings,
        undo, help,
        back, quit
    case search, find, filter, sort, clearFilter, enterField, copy
}

/// What decides which of them are possible.
struct ListFacts: Equatable, Sendable {
    var hasRows = true
    var canPractise = false
    /// The selected row is a question.
    var isOnQuestion = false
    /// The selected row is a session to go on with.
    var isOnSession = false
    /// Home: there is nothing to go back to.
    var isRoot = false
    /// Home, with questions to search.
    var canSearch = false
    var canFilter = false
    var canSort = false
    /// All rows are here, so that what is typed can pick among them.
    var canFind = false
    /// Not everything is shown: Esc shows it again.
    var isFiltered = false
    /// The list belongs to a field that is typed into.
    var hasField = false

    /// Esc does something else than going back, which takes a hint more.
    var hasOwnEscape: Bool { isFiltered || hasField }
}

extension KeyTable where Facts == ListFacts, Action == ListAction {
    static let list = KeyTable(
        .list, "Keys in a list", cases: ListFacts.cases,
        bindings: [
            Binding([.enter, .right, .char("l")], .open, "open", help: "open the selected row", isHinted: true) {
                $0.hasRows
            },
            Binding([.up, .char("k")], .up, "up", help: "one row up") { $0.hasRows },
            Binding([.down, .char("j")], .down, "down", help: "one row down") { $0.hasRows },
            Binding([.pageUp, .control("u")], .pageUp, "page up", help: "a page up") { $0.hasRows },
            Binding([.pageDown, .control("d")], .pageDown, "page down", help: "a page down") { $0.hasRows },
            Binding([.char("g"), .home], .first, "first", help: "the first row") { $0.hasRows },
            Binding([.char("G"), .end], .last, "last", help: "the last row") { $0.hasRows },
            Binding([.char("p")], .practise, "practise", help: "practise what is listed here", isHinted: true) {
                $0.canPractise
            },
            Binding(
                [.char("*")], .bookmark, "bookmark", help: "bookmark the question, or take the bookmark off",
                isHinted: true
            ) { $0.isOnQuestion && !$0.hasOwnEscape },
            Binding([.char("*")], .bookmark, "bookmark", help: "bookmark the question, or take the bookmark off") {
                $0.isOnQuestion && $0.hasOwnEscape
            },
            Binding([.char(";")], .note, "note", help: "write a note; it bookmarks the question") { $0.isOnQuestion },
            Binding([.char("!")], .thisQuestion, "more", help: "this question: report, correct, suspend, bury") {
                $0.isOnQuestion
            },
            Binding([.char("y")], .copy, "copy", help: "copy the question's id") { $0.isOnQuestion },
            Binding([.char("x")], .endSession, "end it", help: "end the session; its answers stay", isHinted: true) {
                $0.isOnSession
            },
            Binding([.char(",")], .settings, "settings", help: "how Carrel asks, looks and sounds") { $0.isRoot },
            Binding([.char("/")], .search, "search", help: "search all questions", isHinted: true) {
                $0.canSearch && !$0.hasField
            },
            // Home has the search behind that key.
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type", isHinted: true) {
                $0.canFind && !$0.canSearch && !$0.isOnQuestion && !$0.isFiltered
            },
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type") {
                $0.canFind && !$0.canSearch && ($0.isOnQuestion || $0.isFiltered)
            },
            Binding([.char("f")], .find, "find", help: "show only the rows with what you type") {
                $0.canFind && $0.canSearch && !$0.canFilter
            },
            Binding([.tab, .char("/")], .enterField, "type", help: "back to the field", isHinted: true) { $0.hasField },
            Binding([.char("f")], .filter, "filter", help: "show only some of them", isHinted: true) { $0.canFilter },
            Binding([.char("s")], .sort, "sort", help: "another order", isHinted: true) {
                $0.canSort && !$0.isOnQuestion && !$0.hasOwnEscape
            },
            Binding([.char("s")], .sort, "sort", help: "another order") {
                $0.canSort && ($0.isOnQuestion || $0.hasOwnEscape)
            },
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                !$0.hasField && $0.isFiltered
            },
            Binding([.char("u")], .undo, "undo", help: "undo what was done last"),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q")], .quit, "quit", help: "leave Carrel", isHinted: true) { $0.isRoot },
            Binding([.escape], .enterField, "type", help: "back to the field") { !$0.isRoot && $0.hasField },
            Binding([.char("q"), .left, .char("h")], .back, "back", help: "back one screen", isHinted: true) {
                !$0.isRoot && ($0.hasField || $0.isFiltered)
            },
            Binding([.escape, .char("q"), .left, .char("h")], .back, "back", help: "back one screen", isHinted: true) {
                !$0.isRoot && !$0.hasField && !$0.isFiltered
            },
        ])
}
