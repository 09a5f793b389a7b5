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

    /// Aligned columns where they fit, cells broken over lines where that makes them fit, and a `heading: value` line
    /// for each cell where it does not, or is heard.
    func lines(columns: Int, glyphs: Glyphs, isHeard: Bool = false) -> [StyledLine] {
        var fit = TableFit(gap: Self.gap)
        for row in [head] + rows {
            for (column, cell) in row.enumerated() where column < head.count { fit.take(cell, column: column) }
        }
        guard !isHeard, let widths = fit.widths(within: columns) else { return listed(columns: columns) }
        let body = rows.map { broken($0, widths) }
        // A table of towers is read more slowly than a list.
        if body.contains(where: { $0.count > Self.mostLines }) { return listed(columns: columns) }
        // Where cells are broken, empty lines tell the rows apart.
        let isBroken = body.contains { $0.count > 1 }
        var rule = StyledLine("")
        for (column, width) in widths.enumerated() {
            if column > 0 { rule.append(String(repeating: " ", count: Self.gap)) }
            rule.append(String(repeating: glyphs.rule, count: width), style: .border)
        }
        return broken(head.map(Self.bold), widths) + [rule]
            + body.enumerated().flatMap { index, lines in isBroken && index > 0 ? [StyledLine("")] + lines : lines }
    }

    /// Columns between two columns of cells.
    private static let gap = 2
    /// Lines a row may take.
    private static let mostLines = 8

    /// A row in as many lines as its highest cell needs.
    private func broken(_ cells: [[Span]], _ widths: [Int]) -> [StyledLine] {
        let parts = cells.prefix(widths.count).enumerated().map { TextLayout.wrap($1, columns: widths[$0]) }
        let height = max(1, parts.map(\.count).max() ?? 1)
        return (0..<height).map { row in
            line(parts.map { row < $0.count ? $0[row] : StyledLine("") }, widths)
        }
    }

    private func line(_ cells: [StyledLine], _ widths: [Int]) -> StyledLine {
        var line = StyledLine("")
        for (column, cell) in cells.enumerated() {
            let spare = max(0, widths[column] - cell.width)
            let before =
                switch alignments[column] {
                case .start: 0
                case .centre: spare / 2
                case .end: spare
                }
            line.append(String(repeating: " ", count: before + (column > 0 ? Self.gap : 0)))
            for span in cell.spans { line.append(span.text, style: span.style) }
            if column + 1 < cells.count { line.append(String(repeating: " ", count: spare - before)) }
        }
        return line
    }

    private func listed(columns: Int) -> [StyledLine] {
        guard !rows.isEmpty else {
            return TextLayout.wrap(Array(head.map(Self.bold).joined(separator: [Span(", ")])), columns: columns)
        }
        var lines: [StyledLine] = []
        for row in rows where row.contains(where: { !$0.isEmpty }) {
            if !lines.isEmpty { lines.append(StyledLine("")) }
            for (column, cell) in row.enumerated() where column < head.count && !cell.isEmpty {
                let heading = head[column].isEmpty ? [] : Self.bold(head[column]) + [Span(": ")]
                lines += TextLayout.wrap(heading + cell, columns: columns, rest: [Span("  ")])
            }
        }
        return lines
    }

    private static func bold(_ cell: [Span]) -> [Span] { cell.map { Span($0.text, style: $0.style.with(.bold)) } }
}
