/// Text from packs, files and other people, made harmless for a terminal.
public enum Sanitiser {
    /// `text` without anything that could steer a terminal or disguise what is written.
    ///
    /// Control characters, escape sequences and bidirectional and other format characters are removed. Line ends stay
    /// as `\n` and tabs as tabs, for output that only appends lines.
    public static func sanitised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var piece = ""
        for character in EscapeSequences.removed(from: text) {
            switch character {
            case "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                append(&piece, to: &result)
                result.append("\n")
            case "\t":
                append(&piece, to: &result)
                result.append("\t")
            default: piece.append(character)
            }
        }
        append(&piece, to: &result)
        return result
    }

    /// `text` as `sanitised(_:)` makes it, on one line: line ends and tabs become spaces.
    public static func line(_ text: String) -> String {
        var result = ""
        Columns.forEachCell(of: text) {
            $0.append(to: &result); return true
        }
        return result
    }

    private static func append(_ piece: inout String, to result: inout String) {
        guard !piece.isEmpty else { return }
        result += line(piece)
        piece = ""
    }
}
