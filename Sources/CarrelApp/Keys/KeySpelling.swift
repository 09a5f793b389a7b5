import CarrelCore
import CarrelTerminal

/// How `config.yaml` spells keys: a character for itself, else a name, `ctrl-k`, `f5`.
enum KeySpelling {
    private static let names: [(name: String, key: Key)] = [
        ("enter", .enter), ("space", .char(" ")), ("tab", .tab), ("shift-tab", .backTab), ("esc", .escape),
        ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
        ("page-up", .pageUp), ("page-down", .pageDown), ("delete", .delete), ("backspace", .backspace),
    ]

    /// What may be written, in words.
    static let allowed =
        "one character, ctrl-k, f5, " + names.map(\.name).filter { $0 != "esc" }.joined(separator: ", ")

    /// The key that is spelled so; nil for none.
    static func key(_ text: String) -> Key? {
        if let named = names.first(where: { $0.name == text.lowercased() }) { return named.key }
        if text.count == 1, let character = text.first, !character.isWhitespace { return .char(character) }
        let lower = text.lowercased()
        if lower.hasPrefix("ctrl-"), text.count == 6, let letter = lower.last {
            if letter == "j" { return .newline }
            return ("a"..."z").contains(letter) || "@[\\]^_".contains(letter) ? .control(letter) : nil
        }
        if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number), text.count < 4 {
            return .function(number)
        }
        return nil
    }

    /// The name somebody meant who wrote `text`.
    static func nearest(to text: String) -> String? { NearestName.to(text, among: names.map(\.name)) }

    static func text(of key: Key) -> String {
        if let named = names.first(where: { $0.key == key }) { return named.name }
        return switch key {
        case .char(let character): String(character)
        case .control(let letter): "ctrl-\(letter)"
        case .newline: "ctrl-j"
        case .function(let number): "f\(number)"
        default: key.label(ascii: true)
        }
    }
}

extension Key {
    /// A field takes it for its text: a printable key, or one that moves the caret or erases.
    var isText: Bool {
        switch self {
        case .char, .backspace, .delete, .left, .right, .home, .end: true
        case .control(let letter): "aewku".contains(letter)
        default: false
        }
    }
}
