import CarrelTerminal

enum ThemesAction: String, KeyAction {
    case down, up, pageDown, pageUp, first, last, keep, show, find, clearFilter, help, back

    /// Nil where it does not move through the list.
    var move: ListAction? { ListAction(rawValue: rawValue).flatMap { Self.moves.contains($0) ? $0 : nil } }

    private static let moves: Set<ListAction> = [.down, .up, .pageDown, .pageUp, .first, .last]
}

/// What decides which keys are possible in the list of themes.
struct ThemeRowFacts: Equatable, Sendable {
    /// The selected one can be used.
    var isUsable = true
    /// Not all themes are shown: Esc shows them again.
    var isFiltered = false
    /// A slow link: the selected one is not on screen before it is asked for.
    var isShownOnRequest = false
}

extension KeyTable where Facts == ThemeRowFacts, Action == ThemesAction {
    static let themes = KeyTable(
        .themes, "Keys in the list of themes",
        cases: { FactCases.all(ThemeRowFacts(), [\.isUsable, \.isFiltered, \.isShownOnRequest]) },
        bindings: [
            Binding([.enter, .char(" ")], .keep, "keep", help: "keep the theme that is shown", isHinted: true) {
                $0.isUsable && !$0.isShownOnRequest
            },
            Binding([.char(" ")], .show, "try", help: "show everything in the selected theme", isHinted: true) {
                $0.isShownOnRequest
            },
            Binding([.enter], .keep, "keep", help: "keep the selected theme", isHinted: true) {
                $0.isUsable && $0.isShownOnRequest
            },
            Binding([.down, .char("j"), .tab], .down, "next", help: "the next theme", isHinted: true),
            Binding([.up, .char("k")], .up, "previous", help: "the theme before"),
            Binding([.pageDown, .control("d")], .pageDown, "page down", help: "a page down"),
            Binding([.pageUp, .control("u")], .pageUp, "page up", help: "a page up"),
            Binding([.home, .char("g")], .first, "first", help: "the first theme"),
            Binding([.end, .char("G")], .last, "last", help: "the last theme"),
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type", isHinted: true),
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                $0.isFiltered
            },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q")], .back, "back", help: "back to the theme that was there", isHinted: true) {
                $0.isFiltered
            },
            Binding([.escape, .char("q")], .back, "back", help: "back to the theme that was there", isHinted: true) {
                !$0.isFiltered
            },
        ])
}
