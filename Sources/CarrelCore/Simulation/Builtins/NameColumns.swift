/// Names in as many columns as a terminal has room for, read downwards, as `ls` prints them there.
enum NameColumns {
    /// Columns of the terminal.
    private static let width = 80
    /// Between two columns.
    private static let gap = 2

    static func lines(_ names: [String]) -> [String] {
        guard !names.isEmpty else { return [] }
        let lengths = names.map(\.count)
        let most = min(names.count, Self.width / (1 + gap))
        var rows = names.count, widths = [lengths.max() ?? 0]
        for columns in stride(from: most, to: 1, by: -1) {
            let height = (names.count + columns - 1) / columns
            let wanted = stride(from: 0, to: names.count, by: height).map { start in
                lengths[start..<min(start + height, names.count)].max() ?? 0
            }
            guard wanted.count == columns, wanted.reduce(0, +) + gap * (columns - 1) < Self.width else { continue }
            (rows, widths) = (height, wanted)
            break
        }
        return (0..<rows).map { row in
            stride(from: row, to: names.count, by: rows).enumerated().map { column, place in
                place + rows < names.count ? names[place].padded(to: widths[column] + gap) : names[place]
            }.joined()
        }
    }
}
