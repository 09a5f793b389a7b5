import CarrelTerminal

extension Key {
    /// The key a test names: `enter`, `esc`, `space`, `^C`, `a`; nil where it names none.
    init?(named name: String) {
        if let key = Self.names[name] {
            self = key
        } else if name.count == 2, name.first == "^", let letter = name.last {
            self = letter == "J" ? .newline : .control(Character(letter.lowercased()))
        } else if name.count == 1, let character = name.first {
            self = .char(character)
        } else {
            return nil
        }
    }

    private static let names: [String: Key] = [
        "enter": .enter, "esc": .escape, "space": .char(" "), "tab": .tab, "backtab": .backTab,
        "backspace": .backspace, "delete": .delete, "up": .up, "down": .down, "left": .left, "right": .right,
        "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    ]
}
