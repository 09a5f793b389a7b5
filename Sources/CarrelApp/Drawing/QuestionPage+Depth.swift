import CarrelTerminal

// What is under the explanation: the keys that open more.

extension QuestionPage {
    /// `Read on   T short   S sources`, a key never parted from its word.
    var moreLines: [Line] {
        guard !more.isEmpty else { return [] }
        var lines = [StyledLine("Read on", style: .heading)]
        for hint in more {
            let key = hint.key.label(ascii: glyphs.isASCII)
            let last = lines.count - 1
            if lines[last].width + 3 + Columns.width(of: "\(key) \(hint.label)") <= columns {
                lines[last].append("   ")
            } else {
                lines.append(StyledLine(""))
            }
            lines[lines.count - 1].append(key, style: .key)
            lines[lines.count - 1].append(" \(hint.label)", style: .muted)
        }
        return (.gap + lines).map { Line(text: $0) }
    }
}
