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
            for scalar in scalars where scalar != "`" && scalar != "*" { out.unicodeScalars.append(scalar) }
            if out.count > limit { break }
        }
        return out
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
