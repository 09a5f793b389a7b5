/// Fills lines one character at a time; what `TextLayout` is made of.
struct LineWrapper {
    /// One grapheme cluster with its width, as it will be drawn.
    private struct Unit {
        var text: String
        var columns: Int
        var style: Style
        var isSpace: Bool
        /// A line may end after it, and start with it, as far as `Kinsoku` lets it.
        var isIdeographic: Bool
    }

    private let columns: Int
    private let first: StyledLine
    private let rest: StyledLine
    private let continued: StyledLine
    private let widths: (first: Int, rest: Int, continued: Int)
    private let keepsSpaces: Bool
    private var lines: [StyledLine] = []
    /// The line being filled, without its prefix.
    private var units: [Unit] = []
    private var used = 0
    /// Columns of the line as the author wrote it, for tab stops.
    private var written = 0
    private var isContinued = false

    /// - Parameter continued: Put before what is left of a line that was broken; nil is `rest`.
    init(columns: Int, first: [Span], rest: [Span], continued: [Span]? = nil, keepsSpaces: Bool = false) {
        self.columns = max(1, columns)
        self.first = Self.prefix(first, columns: columns)
        self.rest = Self.prefix(rest, columns: columns)
        self.continued = Self.prefix(continued ?? rest, columns: columns)
        widths = (self.first.width, self.rest.width, self.continued.width)
        self.keepsSpaces = keepsSpaces
    }

    /// A prefix that leaves no room for a wide glyph is left out: the text matters more.
    private static func prefix(_ spans: [Span], columns: Int) -> StyledLine {
        let line = StyledLine(spans: spans)
        return line.width > columns - 2 ? StyledLine("") : line
    }

    /// The columns left for text after the prefix.
    private var room: Int {
        max(1, columns - (lines.isEmpty ? widths.first : isContinued ? widths.continued : widths.rest))
    }

    mutating func append(_ span: Span) {
        // Most text is ASCII, where a byte is a cluster and a column.
        if span.text.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x09) }) {
            for byte in span.text.utf8 {
                switch byte {
                case 0x0A: endLine()
                case 0x09: appendTab(style: span.style)
                default:
                    append(
                        Unit(
                            text: String(Unicode.Scalar(byte)), columns: 1, style: span.style, isSpace: byte == 0x20,
                            isIdeographic: false))
                }
            }
            return
        }
        for character in EscapeSequences.removed(from: span.text) {
            switch character {
            case "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": endLine()
            case "\t": appendTab(style: span.style)
            default: append(character, style: span.style)
            }
        }
    }

    private mutating func appendTab(style: Style) {
        for _ in 0..<(TextLayout.tabStop - written % TextLayout.tabStop) { append(" ", style: style) }
    }

    mutating func finish() -> [StyledLine] {
        endLine()
        return lines
    }

    private mutating func append(_ character: Character, style: Style) {
        let text = character.isASCII ? String(character) : Sanitiser.line(String(character))
        let width = Columns.width(of: text)
        guard width <= max(2, columns) else {
            // A cluster of several cells that no line could hold.
            Columns.forEachCell(of: text) { cell in
                var part = ""
                cell.append(to: &part)
                append(part, columns: Int(cell.columns), of: character, style: style)
                return true
            }
            return
        }
        if width > 0 { append(text, columns: width, of: character, style: style) }
    }

    private mutating func append(_ text: String, columns width: Int, of character: Character, style: Style) {
        append(
            Unit(
                text: text, columns: width, style: style, isSpace: character != "\u{A0}" && character.isWhitespace,
                isIdeographic: width == 2 && Self.standsAlone(character)))
    }

    /// Whether a line may be broken beside a wide character: not in words that have spaces between them, as those of
    /// Korean, or of scripts whose letters join to two columns, as Devanagari's.
    private static func standsAlone(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        switch first.value {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: return false
        default: return ScalarKind(of: first, after: nil) == .spacing(2)
        }
    }

    private mutating func append(_ unit: Unit) {
        let width = unit.columns
        written += width
        if unit.isSpace, !keepsSpaces {
            // A space never starts a line that was broken; at the end of one it may stand over the edge.
            if units.isEmpty, isContinued { return }
            units.append(unit)
            used += width
            return
        }
        units.append(unit)
        used += width
        while used > room, units.count > 1 { breakLine() }
    }

    /// Ends the line at the last place where it may end, and carries the rest over.
    private mutating func breakLine() {
        let end = breakIndex()
        let carried = units[end...].drop { $0.isSpace && !keepsSpaces }
        emit(units[..<end])
        units = Array(carried)
        used = units.reduce(0) { $0 + $1.columns }
        isContinued = true
    }

    /// The index of the first unit that does not fit, moved back to where the line may be broken; at least 1.
    private func breakIndex() -> Int {
        var fitting = 0, width = 0
        while fitting < units.count, width + units[fitting].columns <= room {
            width += units[fitting].columns
            fitting += 1
        }
        if keepsSpaces { return max(1, fitting) }
        var index = min(fitting, units.count - 1)
        while index > 0 {
            if mayBreak(before: index) { return index }
            index -= 1
        }
        return max(1, fitting)
    }

    private func mayBreak(before index: Int) -> Bool {
        let unit = units[index], previous = units[index - 1]
        if previous.isSpace || unit.isSpace {
            // Not inside the indentation: that would leave an empty line.
            return units[..<index].contains { !$0.isSpace }
        }
        guard unit.isIdeographic || previous.isIdeographic, let end = previous.text.first, let start = unit.text.first
        else { return false }
        return Kinsoku.mayEnd(end) && Kinsoku.mayStart(start)
    }

    private mutating func endLine() {
        emit(units[...])
        units = []
        used = 0
        written = 0
        isContinued = false
    }

    private mutating func emit(_ units: ArraySlice<Unit>) {
        var units = units
        if !keepsSpaces { while units.last?.isSpace == true { units.removeLast() } }
        var line = lines.isEmpty ? first : isContinued ? continued : rest
        while let style = units.first?.style {
            let run = units.prefix { $0.style == style }
            line.append(run.reduce(into: "") { $0 += $1.text }, style: style)
            units = units[run.endIndex...]
        }
        lines.append(line)
    }
}
