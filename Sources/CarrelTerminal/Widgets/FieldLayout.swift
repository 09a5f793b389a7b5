/// Where each cluster of a field stands when its text is wrapped.
///
/// Unlike `TextLayout` it keeps every space, because the caret must be able to stand on each.
struct FieldLayout {
    struct Row {
        /// The cluster the row starts with.
        var start: Int
        /// What is drawn for each cluster, and its columns. A line end is drawn as nothing.
        var clusters: [(text: String, columns: Int)] = []
        /// Whether a line end, or the text's, ends it: the caret may then stand after the last cluster.
        var isEnded = false

        var width: Int { clusters.reduce(0) { $0 + $1.columns } }
    }

    private(set) var rows: [Row] = [Row(start: 0)]
    private let columns: Int

    init(_ text: String, columns: Int) {
        // One column is left free at the right, for the caret after the last cluster of a full row.
        self.columns = columns == .max ? .max - 1 : max(1, max(1, columns) - 1)
        var count = 0, width = 0
        for character in text {
            count += 1
            if character == "\n" {
                rows[rows.count - 1].isEnded = true
                rows.append(Row(start: count))
                width = 0
                continue
            }
            let drawn = character.isASCII ? String(character) : Sanitiser.line(String(character))
            let columns = Columns.width(of: drawn)
            width += columns
            rows[rows.count - 1].clusters.append((drawn, columns))
            // A space may take the column that is left free.
            let room = drawn == " " ? self.columns &+ 1 : self.columns
            if width > room, rows[rows.count - 1].clusters.count > 1 { width = wrapLastRow() }
        }
        rows[rows.count - 1].isEnded = true
    }

    /// Moves the last word, or when it fills the row its last cluster, to a new row; returns that row's width.
    private mutating func wrapLastRow() -> Int {
        let row = rows.count - 1
        let clusters = rows[row].clusters
        var split = clusters.count - 1
        while split > 0, clusters[split].text == " " || clusters[split - 1].text != " " { split -= 1 }
        if split == 0 || clusters.last?.text == " " { split = clusters.count - 1 }
        rows[row].clusters.removeSubrange(split...)
        rows.append(Row(start: rows[row].start + split, clusters: Array(clusters[split...])))
        return rows[row + 1].width
    }

    func place(of caret: Int) -> (row: Int, column: Int) {
        let row = max(0, (rows.firstIndex { $0.start > caret } ?? rows.count) - 1)
        return (row, rows[row].clusters.prefix(caret - rows[row].start).reduce(0) { $0 + $1.columns })
    }

    /// The caret that stands nearest to `column` in `row`, never to the right of it.
    func caret(row: Int, column: Int) -> Int {
        let line = rows[row]
        var offset = 0, reached = 0
        while offset < line.clusters.count, reached + line.clusters[offset].columns <= column {
            reached += line.clusters[offset].columns
            offset += 1
        }
        if !line.isEnded { offset = min(offset, max(0, line.clusters.count - 1)) }
        return line.start + offset
    }
}
