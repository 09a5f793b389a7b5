import CarrelTerminal

enum ListFindAction: String, KeyAction { case up, down, keep, clear }

extension KeyTable where Facts == Void, Action == ListFindAction {
    /// Only keys that a field leaves over.
    static let listFind = KeyTable(
        .listFind, "Keys while a list is narrowed", cases: { [()] },
        bindings: [
            Binding([.enter, .tab], .keep, "keep", help: "keep these rows, and choose among them", isHinted: true),
            Binding([.down, .control("n")], .down, "down", help: "one row down", isHinted: true),
            Binding([.up, .control("p")], .up, "up", help: "one row up"),
            Binding([.escape], .clear, "clear", help: "show all rows again", isHinted: true),
        ])
}
