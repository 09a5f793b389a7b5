/// The rows of a list, counted from 0.
protocol ListRows {
    var count: Int { get }

    subscript(index: Int) -> ListRow { get }

    /// How many of the rows in `range` can be selected.
    func selectable(in range: Range<Int>) -> Int
    /// How many notes stand right under a row: they explain it.
    func notes(below row: Int) -> Int
    /// There are more of them than are counted.
    var isOpenEnded: Bool { get }
}

extension ListRows {
    var isOpenEnded: Bool { false }
}

extension Array: ListRows where Element == ListRow {
    func selectable(in range: Range<Int>) -> Int { self[range].count(where: \.isSelectable) }

    func notes(below row: Int) -> Int { dropFirst(row + 1).prefix { $0.kind == .note }.count }
}

/// Rows of which only the first few stand ready; the others are made when they are asked for.
///
/// A list of thousands makes the rows in sight and the one it moves to, and no others.
struct LazyRows: ListRows {
    var ready: [ListRow]
    var others = 0
    /// Rows that are there but not fetched yet.
    var unfetched = 0
    /// Nobody counted those that are not fetched yet.
    var isOpenEnded = false
    /// Makes one of the others, counted from 0.
    var make: (Int) -> ListRow = { _ in .spacer }

    var count: Int { ready.count + others }

    subscript(index: Int) -> ListRow { index < ready.count ? ready[index] : make(index - ready.count) }

    /// The rows that are made are things to select.
    func selectable(in range: Range<Int>) -> Int {
        let first = range.clamped(to: ready.indices)
        return ready.selectable(in: first) + range.count - first.count + (range.upperBound == count ? unfetched : 0)
    }

    func notes(below row: Int) -> Int { ready.notes(below: row) }
}
