import CarrelTerminal

/// What can be done when a session is over.
enum SummaryAction: String, KeyAction { case up, down, first, last, open, find, clearFilter, help, back }

/// What decides which of them are possible.
struct SummaryKeyFacts: Equatable, Sendable {
    /// Not all rows are shown: Esc shows them again.
    var isFiltered = false
}

extension KeyTable where Facts == SummaryKeyFacts, Action == SummaryAction {
    static let summary = KeyTable(
        .summary, "Keys in a summary", cases: { FactCases.all(SummaryKeyFacts(), [\.isFiltered]) },
        bindings: [
            Binding([.enter], .open, "choose", help: "do what the selected row says", isHinted: true),
            Binding([.down, .char("j")], .down, "down", help: "the row below", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.home, .char("g"), .pageUp], .first, "first", help: "the first row"),
            Binding([.end, .char("G"), .pageDown], .last, "last", help: "the last row"),
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type", isHinted: true),
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                $0.isFiltered
            },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q")], .back, "back", help: "back to where you came from", isHinted: true) { $0.isFiltered },
            Binding([.escape, .char("q")], .back, "back", help: "back to where you came from", isHinted: true) {
                !$0.isFiltered
            },
        ])
}
