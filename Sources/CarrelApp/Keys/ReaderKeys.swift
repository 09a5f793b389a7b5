import CarrelTerminal

enum ReaderAction: String, KeyAction {
    case up, down, pageUp, pageDown, first, last, find, nextMatch, previousMatch, visit, copy, help, back
}

/// What decides which of them are possible.
struct ReaderFacts: Equatable, Sendable {
    /// The text is help itself: what opened it closes it.
    var isHelp = false
    /// Addresses stand in the text under numbers.
    var links = 0
    /// Something was found and is marked.
    var hasMatches = false
}

extension KeyTable where Facts == ReaderFacts, Action == ReaderAction {
    static let reader = KeyTable(
        .reader, "Keys in a text", cases: ReaderFacts.cases,
        bindings: [
            Binding([.char("/")], .find, "find", help: "find words in the text", isHinted: true),
            Binding([.char("n")], .nextMatch, "next", help: "to the next place found", isHinted: true) {
                $0.hasMatches
            },
            Binding([.char("N")], .previousMatch, "previous", help: "to the place found before") { $0.hasMatches },
            Binding([.char("o")], .visit, "open", help: "open the address in your browser", isHinted: true) {
                $0.links == 1
            },
            Binding(
                (1...9).map { .char(Character("\($0)")) }, shown: "1-9", .visit, "open",
                help: "open the address of that number in your browser", isHinted: true
            ) { $0.links > 1 },
            Binding([.char("y")], .copy, "copy", help: "copy the text, or the addresses"),
            Binding([.down, .char("j")], .down, "down", help: "a line down", isHinted: true),
            Binding([.up, .char("k")], .up, "up", help: "a line up"),
            Binding([.pageDown, .control("d"), .char(" ")], .pageDown, "page", help: "a page down", isHinted: true),
            Binding([.pageUp, .control("u")], .pageUp, "page up", help: "a page up"),
            Binding([.home, .char("g")], .first, "start", help: "to the start"),
            Binding([.end, .char("G")], .last, "end", help: "to the end"),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true) { !$0.isHelp },
            Binding(
                [.escape, .char("q"), .char("z"), .enter, .left, .char("h")], .back, "back", help: "back",
                isHinted: true
            ) { !$0.isHelp },
            Binding(
                [.escape, .char("q"), .char("?"), .char("z"), .enter, .left, .char("h")], .back, "back", help: "back",
                isHinted: true
            ) { $0.isHelp },
        ])
}

enum FindAction: String, KeyAction { case find, cancel }

extension KeyTable where Facts == Void, Action == FindAction {
    /// Only keys that a field leaves over.
    static let find = KeyTable(
        .find, "Keys while finding", cases: { [()] },
        bindings: [
            Binding([.enter], .find, "find", help: "mark every place, and go to the first", isHinted: true),
            Binding([.escape], .cancel, "cancel", help: "close the field", isHinted: true),
        ])
}
