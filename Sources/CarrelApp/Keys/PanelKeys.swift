import CarrelTerminal

// The small contexts: dialogs and the set-up sheet.

enum DialogAction: String, KeyAction { case left, right, press, cancel }

extension KeyTable where Facts == Void, Action == DialogAction {
    static let dialog = KeyTable(
        .dialog, "Keys in a dialog", cases: { [()] },
        bindings: [
            Binding([.enter], .press, "press", help: "press the marked button", isHinted: true),
            Binding([.down, .char("j"), .tab, .right], .right, "next", help: "the next button", isHinted: true),
            Binding([.up, .char("k"), .left, .backTab], .left, "previous", help: "the button before"),
            Binding([.escape, .char("q")], .cancel, "cancel", help: "close without doing anything", isHinted: true),
        ])
}

enum SetUpAction: String, KeyAction { case up, down, less, more, start, help, back }

extension KeyTable where Facts == Void, Action == SetUpAction {
    static let setUp = KeyTable(
        .setUp, "Keys in the set-up sheet", cases: { [()] },
        bindings: [
            Binding([.enter], .start, "start", help: "start with these choices", isHinted: true),
            Binding(
                [.char(" "), .right, .char("l")], .more, "change", help: "the next choice of the row", isHinted: true),
            Binding([.left, .char("h")], .less, "change back", help: "the choice before"),
            Binding([.up, .char("k")], .up, "up", help: "the row above"),
            Binding([.down, .char("j"), .tab], .down, "down", help: "the row below"),
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.escape, .char("q")], .back, "back", help: "back without starting", isHinted: true),
        ])
}
