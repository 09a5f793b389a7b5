import CarrelCore
import CarrelTerminal

/// The rows of a list that hold what is typed, in their order; a heading stays where a row under it does.
struct NarrowedRows<Base: ListRows>: ListRows {
    let base: Base
    /// Rows of `base`; nil shows all.
    let shown: [Int]?

    var count: Int { shown?.count ?? base.count }

    subscript(index: Int) -> ListRow {
        guard let shown else { return base[index] }
        return base.count > shown[index] ? base[shown[index]] : .spacer
    }

    func selectable(in range: Range<Int>) -> Int {
        guard shown != nil else { return base.selectable(in: range) }
        return range.count { self[$0].isSelectable }
    }

    var isOpenEnded: Bool { shown == nil && base.isOpenEnded }

    /// Those of picked rows are not shown.
    func notes(below row: Int) -> Int { shown == nil ? base.notes(below: row) : 0 }
}

/// What is typed to pick among the rows of a list.
struct Narrowing: Equatable, Sendable {
    var field = LineEditor()
    /// The field has the keys.
    var isTyping = true
    /// Rows of the whole list that are shown; nil while nothing is typed.
    private(set) var shown: [Int]?
    /// The row of the whole list that has what is typed best; nil while nothing is typed, or none has it.
    private(set) var best: Int?
    /// How many of them can be selected, of how many.
    private(set) var found = 0
    private(set) var total = 0
    /// The row of the whole list to come back to where none is shown.
    var origin = 0
    /// The rows were picked before they came here.
    var isPickedBefore = false
    /// More rows than those found may be there.
    private(set) var isOpenEnded = false

    var pattern: FuzzyPattern { FuzzyPattern(field.text) }

    /// What picking came to where that was done before the rows came here.
    mutating func tell(found: Int, isWhole: Bool, of total: Int) {
        (self.found, self.total, isOpenEnded) = (found, total, !isWhole)
    }

    /// Rows are to be picked, and none has what is typed.
    var findsNothing: Bool { found == 0 && (isPickedBefore ? !pattern.isEmpty : shown != nil) }

    /// `12 of 340`; `100+ of 340` where there may be more than are counted.
    var count: String {
        pattern.isEmpty ? "\(total) of \(total)" : "\(found)\(isOpenEnded ? "+" : "") of \(total)"
    }

    mutating func pick(among rows: some ListRows) {
        guard !isPickedBefore else { return }
        let pattern = pattern
        var shown: [Int] = []
        var heading: Int?
        var highest = Int.min
        (found, total, best) = (0, 0, nil)
        for index in 0..<rows.count {
            let row = rows[index]
            if row.kind == .heading { heading = index }
            guard row.isSelectable else { continue }
            total += 1
            guard let match = pattern.match(in: row.label) else { continue }
            if match.score > highest, !pattern.isEmpty { (highest, best) = (match.score, index) }
            if let above = heading { shown.append(above) }
            heading = nil
            shown.append(index)
            found += 1
        }
        self.shown = pattern.isEmpty ? nil : shown
    }
}
