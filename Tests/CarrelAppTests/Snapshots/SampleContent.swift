import CarrelStorage

/// In which writing the texts of the samples are: the same screens, with words that are harder to draw.
enum SampleContent: String, CaseIterable, Sendable {
    case plain, cjk, emoji, combining

    /// `text` with its words in this writing.
    ///
    /// Ids, addresses, digits, Markdown's marks and `{{option}}` stay what they are.
    func of(_ text: String) -> String {
        guard self != .plain else { return text }
        var out = ""
        var number = 0
        var rest = text[...]
        while let first = rest.first {
            if let kept = Self.kept(in: rest) {
                out += kept
                rest = rest.dropFirst(kept.count)
            } else if first.isLetter {
                let word = rest.prefix(while: \.isLetter)
                out += self.word(String(word), number: number)
                number += 1
                rest = rest.dropFirst(word.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out
    }

    func of(_ text: String?) -> String? { text.map { of($0) } }

    func of(_ texts: [String]) -> [String] { texts.map { of($0) } }

    /// Piece by piece, so that what was marked still is.
    func of(_ text: MarkedText) -> MarkedText {
        var out = MarkedText("")
        var start = 0
        let characters = Array(text.text)
        for mark in text.marks {
            out.text += of(String(characters[start..<mark.lowerBound]))
            let begin = out.text.count
            out.text += of(String(characters[mark]))
            out.marks.append(begin..<out.text.count)
            start = mark.upperBound
        }
        out.text += of(String(characters[start...]))
        return out
    }

    /// What `rest` begins with and has to stay as it is.
    private static func kept(in rest: Substring) -> Substring? {
        if rest.hasPrefix("http") { return rest.prefix { !$0.isWhitespace } }
        guard rest.hasPrefix("{{") else { return nil }
        return rest.prefix { $0 != "}" } + "}}"
    }

    private func word(_ word: String, number: Int) -> String {
        switch self {
        case .plain: return word
        case .cjk:
            let start = word.unicodeScalars.reduce(0) { ($0 * 31 + Int($1.value)) % 9_973 }
            let signs = Self.signs
            return String((0..<(word.count + 1) / 2).map { signs[(start + $0 * 7) % signs.count] })
        case .emoji: return number % 2 == 0 ? Self.pictures[(number / 2 + word.count) % Self.pictures.count] : word
        case .combining:
            return number % 6 == 5
                ? Self.clustered[(number / 6 + word.count) % Self.clustered.count]
                : String(word.flatMap { character in Array(String(character) + (Self.marks[character] ?? "")) })
        }
    }

    /// Han, kana, Hangul and full-width letters.
    private static let signs = Array("网络连接状态协议服务器客户端确认关闭重传のデータ가나다라ＴＣＰ")

    /// One scalar, a family, a flag, a skin tone, a variation selector, a keycap, tags, narrow unless asked otherwise.
    private static let pictures = [
        "🙂", "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☕", "✈", "🧑‍💻",
    ]

    /// Marks above and below, and more of them than a cell of a terminal holds.
    private static let marks: [Character: String] = [
        "a": "\u{308}", "e": "\u{301}", "i": "\u{302}", "o": "\u{303}\u{323}", "u": "\u{30A}",
        "w": "\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
    ]

    /// Devanagari, Hangul in parts, Thai, Arabic with vowels.
    private static let clustered = ["क्षेत्र", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "ที่นี่", "سَلَام"]
}
