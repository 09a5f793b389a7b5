import CarrelTerminal

enum SettingsAction: String, KeyAction {
    case up, down, first, last, less, more, edit, choose, find, clearFilter, undo, help, back
}

extension KeyTable where Facts == SettingsRowFacts, Action == SettingsAction {
    static let settings = KeyTable(
        .settings, "Keys in the settings", cases: SettingsRowFacts.cases,
        bindings: [
            Binding(
                [.enter, .char(" "), .right, .char("l")], .edit, "edit", help: "write another name", isHinted: true
            ) {
                $0.isText
            },
            Binding([.enter], .choose, "list", help: "list all of them, and try each", isHinted: true) { $0.isListed },
            Binding(
                [.char(" "), .right, .char("l")], .more, "change", help: "the next value; it counts at once",
                isHinted: true
            ) { $0.isListed },
            Binding(
                [.char(" "), .right, .char("l"), .enter], .more, "change", help: "the next value; it counts at once",
                isHinted: true
            ) { !$0.isText && !$0.isListed },
            Binding([.left, .char("h")], .less, "change back", help: "the value before") { !$0.isText },
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.down, .char("j"), .tab], .down, "down", help: "the row below"),
            Binding([.home, .char("g"), .pageUp, .control("u")], .first, "first", help: "the first row"),
            Binding([.end, .char("G"), .pageDown, .control("d")], .last, "last", help: "the last row"),
            Binding([.char("/")], .find, "find", help: "show only the rows with what you type", isHinted: true),
            Binding([.escape], .clearFilter, "show all", help: "show all of them again", isHinted: true) {
                $0.isFiltered
            },
            Binding([.char("u")], .undo, "undo", help: "undo what was done last", isHinted: true) { !$0.isFiltered },
            Binding([.char("u")], .undo, "undo", help: "undo what was done last") { $0.isFiltered },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.char("q")], .back, "back", help: "back one screen", isHinted: true) { $0.isFiltered },
            Binding([.escape, .char("q")], .back, "back", help: "back one screen", isHinted: true) { !$0.isFiltered },
        ])
}

/// What decides which keys are possible in the settings.
struct SettingsRowFacts: Equatable, Sendable {
    /// The selected one is written rather than chosen.
    var isText = false
    /// There is a list of all its values.
    var isListed = false
    /// Not all rows are shown: Esc shows them again.
    var isFiltered = false
}

enum SettingFieldAction: String, KeyAction { case keep }

extension KeyTable where Facts == Void, Action == SettingFieldAction {
    /// Esc keeps it too, as it keeps a note: nothing typed is thrown away, and `u` takes it back.
    static let settingField = KeyTable(
        .settingField, "Keys while you write", cases: { [()] },
        bindings: [
            Binding([.enter], .keep, "keep", help: "keep what is written", isHinted: true),
            Binding([.escape], .keep, "back", help: "the same; u takes it back", isHinted: true),
        ])
}
