import CarrelTerminal

/// Rows in columns that line up, under a line of headings.
struct TextTable {
    enum Alignment: Sendable { case start, end }

    var headings: [(title: String, alignment: Alignment)]
    var rows: [[String]] = []

    /// The lines of the table, two spaces between its columns.
    ///
    /// - Parameter columns: The last column is cut to fit into so many; nil for no limit.
    func lines(columns: Int?) -> [String] {
        let all = [headings.map(\.title)] + rows.map { $0.map(Sanitiser.line) }
        let widths = headings.indices.map { index in
            all.reduce(0) { max($0, index < $1.count ? Columns.width(of: $1[index]) : 0) }
        }
        return all.map { cells in
            var line = ""
            for (index, cell) in cells.enumerated() {
                let isLast = index == headings.count - 1
                switch headings[index].alignment {
                case .end: line += Columns.padStart(cell, to: widths[index])
                case .start: line += isLast ? cell : Columns.pad(cell, to: widths[index])
                }
                if !isLast { line += "  " }
            }
            while line.last == " " { line.removeLast() }
            // What names a row comes first and is never cut, however narrow the terminal is.
            let least = widths.first ?? 0
            return columns.map { Columns.clip(line, to: max($0, least)) } ?? line
        }
    }
}
