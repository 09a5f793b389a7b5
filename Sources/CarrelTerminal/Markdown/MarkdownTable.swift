/// A table while it is read, and its lines.
struct MarkdownTable {
    private var head: [[Span]] = []
    private var rows: [[[Span]]] = []
    private var alignments: [MarkdownEvent.Alignment] = []
    private var isInHead = false

    mutating func beginHead() { isInHead = true }
    mutating func beginBody() { isInHead = false }

    mutating func beginRow() { if !isInHead { rows.append([]) } }

    mutating func append(_ cell: [Span], alignment: MarkdownEvent.Alignment) {
        if isInHead {
            head.append(cell)
            alignments.append(alignment)
        } else if !rows.isEmpty {
            rows[rows.count - 1].append(cell)
        }
    }

    /// Aligned columns where they fit, a `heading: value` line for each cell where they do not.
    func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        var widths = head.map { StyledLine(spans: $0).width }
        for row in rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                widths[column] = max(widths[column], StyledLine(spans: cell).width)
            }
        }
        let gaps = 2 * max(0, widths.count - 1)
        return widths.reduce(gaps, +) <= columns ? aligned(widths, glyphs: glyphs) : listed(columns: columns)
    }

    private func aligned(_ widths: [Int], glyphs: Glyphs) -> [StyledLine] {
        var rule = StyledLine("")
        for (column, width) in widths.enumerated() {
            if column > 0 { rule.append("  ") }
            rule.append(String(repeating: glyphs.rule, count: width), style: .border)
        }
        return [line(head.map(Self.bold), widths), rule] + rows.map { line($0, widths) }
    }

    private func line(_ cells: [[Span]], _ widths: [Int]) -> StyledLine {
        var line = StyledLine("")
        for (column, cell) in cells.enumerated() where column < widths.count {
            let spare = max(0, widths[column] - StyledLine(spans: cell).width)
            let before =
                switch alignments[column] {
                case .start: 0
                case .centre: spare / 2
                case .end: spare
                }
            line.append(String(repeating: " ", count: before + (column > 0 ? 2 : 0)))
            for span in cell { line.append(span.text, style: span.style) }
            if column + 1 < cells.count { line.append(String(repeating: " ", count: spare - before)) }
        }
        return line
    }

    private func listed(columns: Int) -> [StyledLine] {
        guard !rows.isEmpty else {
            return TextLayout.wrap(Array(head.map(Self.bold).joined(separator: [Span(", ")])), columns: columns)
        }
        var lines: [StyledLine] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { lines.append(StyledLine("")) }
            for (column, cell) in row.enumerated() where column < head.count && !cell.isEmpty {
                let heading = head[column].isEmpty ? [] : Self.bold(head[column]) + [Span(": ")]
                lines += TextLayout.wrap(heading + cell, columns: columns, rest: [Span("  ")])
            }
        }
        return lines
    }

    private static func bold(_ cell: [Span]) -> [Span] { cell.map { Span($0.text, style: $0.style.with(.bold)) } }
}
