import CarrelTerminal

/// A little of everything a theme has a look for, by which it is chosen.
enum ThemeSample {
    /// The lines, those that tell most first: a small screen has room for these alone.
    static func lines(glyphs: Glyphs) -> [StyledLine] {
        func line(_ spans: (String, Style)...) -> StyledLine {
            StyledLine(spans: spans.map { Span($0.0, style: $0.1) })
        }
        return [
            line(
                ("\(glyphs.right) right", .right), ("  ", .text), ("\(glyphs.wrong) wrong", .wrong), ("  ", .text),
                ("\(glyphs.partly) partly", .partly), ("  ", .text), ("\(glyphs.flag)", .flag), (" ", .text),
                ("\(glyphs.bookmark)", .bookmark), (" ", .text), ("alert", .alert)),
            line(("Which port does DNS use?  ", .text), ("(choose 1)", .muted)),
            line(("\(glyphs.pointer) a \(glyphs.radioOn) ", .selection), ("Port 53", .selection)),
            line(("  b \(glyphs.radioOff) Port 80  ", .text), ("\(glyphs.separator) unseen", .muted)),
            line(
                ("Explanation", .heading), ("   ", .text),
                ("\(glyphs.barFull)\(glyphs.barFull)\(glyphs.barFull)", .progress), (" 60 %", .muted)),
            line(
                ("A ", .text), ("found", .match), (" word, ", .text), ("code", .code), (", ", .text),
                ("example.org", .link)),
            line(
                ("if ", .codeKeyword), ("port", .codeName), (" == ", .code), ("53", .codeNumber), (": ", .code),
                ("\"DNS\"", .codeString), ("  # both", .codeComment)),
            line(("typed here", .field), ("  ", .text), ("?", .key), (" help", .muted)),
        ]
    }
}
