import CarrelTerminal

enum ThemesAction: Hashable, Sendable { case move(ListAction), keep, help, back }

/// What decides which keys are possible in the list of themes.
struct ThemeRowFacts: Equatable, Sendable {
    /// The selected one can be used.
    var isUsable = true
}

extension KeyTable where Facts == ThemeRowFacts, Action == ThemesAction {
    static let themes = KeyTable(
        context: "Keys in the list of themes",
        bindings: [
            Binding([.enter, .char(" ")], .keep, "keep", help: "keep the theme that is shown", isHinted: true) {
                $0.isUsable
            },
            Binding([.down, .char("j"), .tab], .move(.down), "next", help: "show the next theme", isHinted: true),
            Binding([.up, .char("k")], .move(.up), "previous", help: "show the theme before"),
            Binding([.pageDown, .control("d")], .move(.pageDown), "page down", help: "a page down"),
            Binding([.pageUp, .control("u")], .move(.pageUp), "page up", help: "a page up"),
            Binding([.home, .char("g")], .move(.first), "first", help: "the first theme"),
            Binding([.end, .char("G")], .move(.last), "last", help: "the last theme"),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.escape, .char("q")], .back, "back", help: "back to the theme that was there", isHinted: true),
        ])
}
