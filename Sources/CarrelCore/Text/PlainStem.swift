/// A stem in one line of plain text: its Markdown marks and line ends gone.
public enum PlainStem {
    /// The line of a stem that is no longer than most.
    public static func line(_ markdown: String) -> String { line(markdown, limit: 300) }

    /// The line of as much of a stem as is wanted.
    ///
    /// - Parameter limit: No further line is taken once there are so many characters.
    public static func line(_ markdown: String, limit: Int) -> String {
        var out = ""
        var isFenced = false
        // By scalars, which are cheaper to walk than characters: a list draws dozens of stems for each key.
        for scalars in markdown.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: true) {
            let line = Substring(scalars)
            if line.hasPrefix("```") {
                isFenced.toggle()
                continue
            }
            // A table means nothing in one line.
            if isFenced || line.hasPrefix("|") { continue }
            if !out.isEmpty { out += " " }
            append(scalars, to: &out)
            if out.count > limit { break }
        }
        return out
    }

    /// A line without its marks, of a link its text only.
    private static func append(_ line: Substring.UnicodeScalarView, to out: inout String) {
        var rest = line, isCode = false
        while let scalar = rest.popFirst() {
            switch scalar {
            case "`": isCode.toggle()
            case "*": break
            case "[" where !isCode, "!" where !isCode && rest.first == "[":
                let label = scalar == "[" ? rest : rest.dropFirst()
                guard let (text, behind) = link(label) else { fallthrough }
                append(text, to: &out)
                rest = behind
            default: out.unicodeScalars.append(scalar)
            }
        }
    }

    /// The text of a link whose `[` stands before, and what is behind the link; nil where it is none.
    private static func link(
        _ label: Substring.UnicodeScalarView
    ) -> (text: Substring.UnicodeScalarView, behind: Substring.UnicodeScalarView)? {
        guard let end = label.firstIndex(where: { $0 == "[" || $0 == "]" }), label[end] == "]" else { return nil }
        let address = label[label.index(after: end)...]
        guard address.first == "(", let close = address.firstIndex(of: ")") else { return nil }
        return (label[..<end], address[address.index(after: close)...])
    }

    /// Whether the line may be without whole lines of the stem: of code, or of a table.
    public static func mayLeaveLinesOut(of stem: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = UInt8(ascii: "\n")
        for byte in stem {
            if previous == UInt8(ascii: "\n"), byte == UInt8(ascii: "`") || byte == UInt8(ascii: "|") { return true }
            previous = byte
        }
        return false
    }
}
