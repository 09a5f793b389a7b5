import CarrelTerminal

/// What can be done when a session is over.
enum SummaryAction: String, KeyAction { case up, down, first, last, open, help, back }

extension KeyTable where Facts == Void, Action == SummaryAction {
    static let summary = KeyTable(
        .summary, "Keys in a summary", cases: { [()] },
        bindings: [
            Binding([.enter], .open, "choose", help: "do what the selected row says", isHinted: true),
            Binding([.down, .char("j")], .down, "down", help: "the row below", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.home, .char("g"), .pageUp], .first, "first", help: "the first row"),
            Binding([.end, .char("G"), .pageDown], .last, "last", help: "the last row"),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.escape, .char("q")], .back, "back", help: "back to where you came from", isHinted: true),
        ])
}
