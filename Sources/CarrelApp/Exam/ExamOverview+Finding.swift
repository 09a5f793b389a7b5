import CarrelCore
import CarrelTerminal

// What is typed to pick among the items of an exam.

extension ExamOverview {
    var isTyping: Bool { narrowing?.isTyping == true }

    var pattern: FuzzyPattern { narrowing?.pattern ?? FuzzyPattern("") }

    /// The beginning of an item's question; where nothing is told of it yet its number.
    func name(of item: Int) -> String {
        let stem = stem(of: item)
        return stem.isEmpty ? "\(item + 1)" : stem
    }

    /// The beginning of an item's question; empty where nothing is told of it yet.
    func stem(of item: Int) -> String {
        guard !isHidden(item) else { return "" }
        return titles.stems[items[item]].map(PlainStem.line) ?? ""
    }

    /// Gives what is typed from now on to the field that picks among the items, which then are a list.
    mutating func narrow() {
        isList = true
        var narrowing = narrowing ?? Narrowing(isPickedBefore: true)
        narrowing.isTyping = true
        self.narrowing = narrowing
        settle()
    }

    mutating func widen() {
        narrowing = nil
        settle()
    }

    mutating func type(_ key: Key) {
        switch KeyTable.listFind.action(for: key, in: ()) {
        case .up: moveRow(-1)
        case .down: moveRow(1)
        case .clear: widen()
        case .keep:
            narrowing?.isTyping = false
            if pattern.isEmpty { widen() }
        case nil:
            _ = narrowing?.field.handle(key)
            settle()
        }
    }

    mutating func paste(_ text: String) {
        guard isTyping else { return }
        narrowing?.field.insert(text)
        settle()
    }
}
