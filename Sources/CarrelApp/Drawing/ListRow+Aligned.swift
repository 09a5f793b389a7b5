import CarrelTerminal

extension Array where Element == ListRow {
    /// The same rows with their details padded, so that what means the same stands in one column.
    ///
    /// Rows are counted from the right: one with fewer details than the others has the last of them.
    func aligned() -> [ListRow] {
        let columns = map(\.details.count).max() ?? 0
        let widths = (0..<columns).map { place in
            compactMap { $0.details.dropLast(place).last.map { Columns.width(of: $0) } }.max() ?? 0
        }
        return map { row in
            var row = row
            for (place, index) in row.details.indices.reversed().enumerated() {
                row.details[index] = Columns.padStart(row.details[index], to: widths[place])
            }
            return row
        }
    }
}
