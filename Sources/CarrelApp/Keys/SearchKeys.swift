import CarrelTerminal

// The contexts of finding questions: the search field and the filter sheet.

enum SearchAction: String, KeyAction { case open, up, down, pageUp, pageDown, list, clear, back }

/// What decides which of them are possible.
struct SearchFacts: Equatable, Sendable {
    var hasRows = false
    var hasHits = false
    var fieldIsEmpty = true
}

extension KeyTable where Facts == SearchFacts, Action == SearchAction {
    /// Only keys that a field leaves over.
    static let search = KeyTable(
        .search, "Keys while searching", cases: SearchFacts.cases,
        bindings: [
            Binding([.enter], .open, "open", help: "open the selected row", isHinted: true) { $0.hasRows },
            Binding([.down, .control("n")], .down, "down", help: "one row down", isHinted: true) { $0.hasRows },
            Binding([.up, .control("p")], .up, "up", help: "one row up") { $0.hasRows },
            Binding([.pageDown], .pageDown, "page down", help: "a page down") { $0.hasRows },
            Binding([.pageUp], .pageUp, "page up", help: "a page up") { $0.hasRows },
            Binding([.tab], .list, "list", help: "to the list: bookmark, filter, help", isHinted: true) { $0.hasHits },
            Binding([.escape], .clear, "clear", help: "empty the field", isHinted: true) { !$0.fieldIsEmpty },
            Binding([.escape], .back, "back", help: "back one screen", isHinted: true) { $0.fieldIsEmpty },
        ])
}

enum FilterAction: String, KeyAction { case up, down, less, more, complete, apply, clear, help, back }

/// What decides which of them are possible.
struct FilterFacts: Equatable, Sendable {
    /// The selected row is a field: printable keys are its text.
    var isOnField = false
    /// What is typed begins a name that is known.
    var hasSuggestion = false
    var isEmpty = true
}

extension KeyTable where Facts == FilterFacts, Action == FilterAction {
    static let filter = KeyTable(
        .filter, "Keys in the filter sheet", cases: FilterFacts.cases, isText: \.isOnField,
        bindings: [
            Binding([.enter], .apply, "show", help: "show what these choices leave", isHinted: true),
            Binding(
                [.char(" "), .right, .char("l")], .more, "change", help: "the next choice of the row", isHinted: true
            ) { !$0.isOnField },
            Binding([.left, .char("h")], .less, "change back", help: "the choice before") { !$0.isOnField },
            Binding([.tab], .complete, "complete", help: "take the first of the names offered", isHinted: true) {
                $0.isOnField && $0.hasSuggestion
            },
            Binding([.up], .up, "up", help: "the row above"),
            Binding([.down], .down, "down", help: "the row below"),
            Binding([.char("k")], .up, "up", help: "the row above") { !$0.isOnField },
            Binding([.char("j"), .tab], .down, "down", help: "the row below") { !$0.isOnField },
            Binding([.control("x")], .clear, "clear", help: "take every choice back", isHinted: true) { !$0.isEmpty },
            Binding([.char("x")], .clear, "clear", help: "take every choice back") { !$0.isEmpty && !$0.isOnField },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true) { !$0.isOnField },
            Binding([.escape], .back, "back", help: "back, the list as it was", isHinted: true),
            Binding([.char("q")], .back, "back", help: "back, the list as it was") { !$0.isOnField },
        ])
}
