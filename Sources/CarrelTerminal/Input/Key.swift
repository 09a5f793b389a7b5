/// A key as the learner knows it, whatever bytes the terminal sends for it.
public enum Key: Hashable, Sendable {
    /// A printable character: one grapheme cluster, the space included.
    case char(Character)
    case enter
    /// Control-J, which stays apart from Enter so that a field can take a new line.
    case newline
    case tab, backTab, backspace, escape
    case up, down, left, right, home, end, pageUp, pageDown, delete
    /// Control with a lower-case letter, or with one of `@ [ \ ] ^ _`.
    case control(Character)
    /// A function key, counted from 1.
    case function(Int)
}

extension Key {
    /// The key as a hint bar names it: `↵`, `␣`, `esc`, `^D`, `PgDn`, `F1`, `a`.
    public var label: String { label(ascii: false) }

    /// The key as a hint bar names it, in words where the terminal cannot show the symbol.
    public func label(ascii: Bool) -> String {
        switch self {
        case .char(" "): ascii ? "Space" : "␣"
        case .char(let character): String(character)
        case .enter: ascii ? "Enter" : "↵"
        case .newline: "^J"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: ascii ? "BS" : "⌫"
        case .escape: "esc"
        case .up: ascii ? "Up" : "↑"
        case .down: ascii ? "Down" : "↓"
        case .left: ascii ? "Left" : "←"
        case .right: ascii ? "Right" : "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .delete: "Del"
        case .control(let letter): "^" + letter.uppercased()
        case .function(let number): "F\(number)"
        }
    }
}

extension Key {
    /// The key as it is read aloud: in words, also where its sign alone would be left out.
    public var heard: String {
        switch self {
        case .char(let character):
            Self.signs[character] ?? (character.isUppercase ? "capital \(character)" : label(ascii: true))
        case .newline: "Control J"
        case .backTab: "Shift Tab"
        case .backspace: "Backspace"
        case .escape: "Escape"
        case .pageUp: "Page Up"
        case .pageDown: "Page Down"
        case .delete: "Delete"
        case .control(let letter): "Control \(letter.uppercased())"
        default: label(ascii: true)
        }
    }

    private static let signs: [Character: String] = [
        ":": "colon", "'": "quote", "?": "question mark", "/": "slash", ";": "semicolon", ",": "comma",
        "!": "exclamation mark", "*": "star", "-": "minus", "<": "less than", ">": "greater than", ".": "dot",
    ]
}
