import CarrelTerminal

enum PaletteAction: String, KeyAction { case run, up, down, pageUp, pageDown, close }

/// What decides which of them are possible.
struct PaletteFacts: Equatable, Sendable {
    var hasRows = true

    static func cases() -> [PaletteFacts] { FactCases.all(PaletteFacts(), [\.hasRows]) }
}

extension KeyTable where Facts == PaletteFacts, Action == PaletteAction {
    /// Only keys that a field leaves over.
    static let palette = KeyTable(
        .palette, "Keys in the list of commands", cases: PaletteFacts.cases,
        bindings: [
            Binding([.enter], .run, "run", help: "do what the selected row says", isHinted: true) { $0.hasRows },
            Binding([.down, .control("n")], .down, "down", help: "one row down", isHinted: true) { $0.hasRows },
            Binding([.up, .control("p")], .up, "up", help: "one row up", isHinted: true) { $0.hasRows },
            Binding([.pageDown, .control("d")], .pageDown, "page down", help: "a page down") { $0.hasRows },
            Binding([.pageUp], .pageUp, "page up", help: "a page up") { $0.hasRows },
            Binding([.escape], .close, "close", help: "close it without doing anything", isHinted: true),
        ])
}
