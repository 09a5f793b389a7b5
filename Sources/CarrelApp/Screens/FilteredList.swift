import CarrelCore
import CarrelTerminal

/// A list of questions that shows as many of them as a filter leaves.
protocol FilteredList {
    var filter: ListFilter { get set }

    /// Goes to the first row, and asks for what is to be listed now.
    mutating func startOver() -> [Effect]
}

extension FilteredList {
    /// A key while the filter's sheet is open.
    mutating func pressInSheet(_ key: Key) -> [Effect] {
        switch filter.press(key) {
        case .chosen(let filter): show(filter)
        case .effects(let effects): effects
        }
    }

    mutating func show(_ filter: QuestionFilter) -> [Effect] {
        guard filter != self.filter.filter else { return [.barrier] }
        self.filter.show(filter)
        return startOver() + [.barrier]
    }
}
