/// The selection and scroll position of a one-column list.
///
/// The list itself is not kept: every call says how many rows it has and, where not all can be selected, which.
public struct ListCursor: Equatable, Sendable {
    /// The selected row, counted from 0; meaningless while the list is empty.
    public var index: Int
    /// The first row on screen.
    public var top: Int

    public init(index: Int = 0, top: Int = 0) {
        self.index = index
        self.top = top
    }

    /// Moves by `delta` selectable rows, stopping at the ends.
    public mutating func move(_ delta: Int, count: Int, selectable: (Int) -> Bool = { _ in true }) {
        guard settle(count: count, selectable: selectable) else { return }
        let step = delta < 0 ? -1 : 1
        var left = delta.magnitude, row = index + step
        while left > 0, (0..<count).contains(row) {
            if selectable(row) {
                index = row
                left -= 1
            }
            row += step
        }
    }

    public mutating func first(count: Int, selectable: (Int) -> Bool = { _ in true }) {
        index = 0
        settle(count: count, selectable: selectable)
    }

    public mutating func last(count: Int, selectable: (Int) -> Bool = { _ in true }) {
        index = max(0, count - 1)
        settle(count: count, selectable: selectable)
    }

    /// Moves by a screenful less one row, so that one row stays in sight; `direction` is 1 or −1.
    public mutating func page(
        _ direction: Int, count: Int, visible: Int, selectable: (Int) -> Bool = { _ in true }
    ) {
        guard count > 0 else { settle(count: count, selectable: selectable); return }
        let start = min(max(index, 0), count - 1)
        let distance = max(1, min(max(visible, 1), count) - 1)
        index = direction < 0 ? start - distance : start + distance
        settle(count: count, selectable: selectable)
    }

    /// Brings index and scroll position back into a list of `count` rows, and the selected row into sight.
    ///
    /// - Parameter below: How many rows under the one of that index belong to it, and are to be in sight with it.
    public mutating func reveal(
        count: Int, visible: Int, selectable: (Int) -> Bool = { _ in true }, below: (Int) -> Int = { _ in 0 }
    ) {
        settle(count: count, selectable: selectable)
        guard count > 0 else { return }
        let visible = max(1, visible)
        top = min(max(top, 0), max(0, count - visible))
        if index < top { top = index }
        let last = index + min(max(0, below(index)), visible - 1)
        if last - top >= visible { top = last - visible + 1 }
        // Rows above the first selectable one, such as a heading, would otherwise stay out of reach.
        if index < visible, !(0..<index).contains(where: selectable) { top = 0 }
        // So would those below the last one, such as a text.
        if count - index <= 2 * visible, !(index + 1..<count).contains(where: selectable) {
            top = max(top, min(index, max(0, count - visible)))
        }
    }

    /// The rows on screen.
    public func range(count: Int, visible: Int) -> Range<Int> {
        let start = min(max(0, top), max(0, count))
        return start..<min(max(0, count), start + max(0, min(visible, max(0, count))))
    }

    /// Moves to the nearest selectable row; false when there is none.
    @discardableResult
    private mutating func settle(count: Int, selectable: (Int) -> Bool) -> Bool {
        guard count > 0 else { index = 0; top = 0; return false }
        index = min(max(index, 0), count - 1)
        if selectable(index) { return true }
        for distance in 1..<max(2, count) {
            for row in [index + distance, index - distance] where (0..<count).contains(row) && selectable(row) {
                index = row
                return true
            }
        }
        return false
    }
}
