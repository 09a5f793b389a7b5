/// Where a learner stands in an exam, and what its rules let them do next.
///
/// Rules × events: an event either is taken or is refused with the reason; nothing else changes it. Answers, clocks and
/// drawing lie outside.
public struct ExamSitting: Equatable, Sendable {
    /// What happens in an exam.
    public enum Event: Equatable, Sendable {
        case next, previous
        /// Straight to an item.
        case go(Int)
        /// A choice, an arrangement, a flag or a strike-out of the item shown.
        case change
        /// The time of the section is up, or the learner ends it.
        case endSection
        /// Handed in, or out of time.
        case submit
    }

    /// Why an event is not taken.
    public enum Refusal: Error, Equatable, Sendable {
        case isOver
        /// There is no item there.
        case noItem
        /// Forward only.
        case noWayBack
        /// Forward only: an item is reached after the one before it.
        case notReached
        /// In a section that was left for good.
        case isLocked
        /// In a section that comes after one that locks.
        case laterSection
    }

    public let navigation: ExamRules.Navigation
    /// The items of each section, in order; one for an exam without sections.
    public let sections: [Range<Int>]
    /// Which sections cannot be returned to.
    public let locks: [Bool]
    public private(set) var position: Int
    /// The farthest item that was shown.
    public private(set) var furthest: Int
    public private(set) var isOver: Bool

    /// - Parameters:
    ///   - rules: Their sections, where there are some, hold `count` items together; what they leave over joins the
    ///     last.
    ///   - position: Where the learner was; held to what there is.
    ///   - furthest: The farthest item that was shown, e.g. the last that has an answer.
    public init(rules: ExamRules, count: Int, position: Int = 0, furthest: Int = 0, isOver: Bool = false) {
        navigation = rules.navigation
        var ranges: [Range<Int>] = []
        var start = 0
        for section in rules.sections where start < count {
            let end = min(count, start + section.questions)
            ranges.append(start..<end)
            start = end
        }
        if start < count || ranges.isEmpty {
            let first = ranges.popLast()?.lowerBound ?? 0
            ranges.append(first..<count)
        }
        sections = ranges
        locks = ranges.indices.map { rules.sections.indices.contains($0) && rules.sections[$0].locks }
        let last = max(0, count - 1)
        self.furthest = min(max(furthest, position, 0), last)
        // What cannot be returned to is not come back to either.
        let isHeld = rules.navigation == .forwardOnly
        self.position = isHeld ? self.furthest : min(max(position, 0), last)
        self.isOver = isOver
        if !isHeld, isLocked(sectionIndex(of: self.position)) { self.position = section(of: self.furthest).lowerBound }
    }

    public var count: Int { sections.last?.upperBound ?? 0 }
    public var section: Int { sectionIndex(of: position) }
    public var isLast: Bool { position == count - 1 }

    /// What stands against `event`; nil where it is taken.
    public func refusal(of event: Event) -> Refusal? {
        guard !isOver else { return .isOver }
        switch event {
        case .change, .submit: return nil
        case .endSection: return sections.indices.contains(section + 1) ? nil : .noItem
        case .next: return refusal(at: position + 1, isStep: true)
        case .previous: return refusal(at: position - 1, isStep: true)
        case .go(let index): return refusal(at: index, isStep: false)
        }
    }

    public func allows(_ event: Event) -> Bool { refusal(of: event) == nil }

    /// - Throws: What stands against it; then nothing changed.
    public mutating func apply(_ event: Event) throws(Refusal) {
        if let refusal = refusal(of: event) { throw refusal }
        switch event {
        case .change: break
        case .submit: isOver = true
        case .next: show(position + 1)
        case .previous: show(position - 1)
        case .go(let index): show(index)
        case .endSection: show(sections[section].upperBound)
        }
    }

    /// Whether going on from here leaves what cannot be returned to: the item, or its section.
    public var leavesForGood: Bool {
        guard !isLast else { return false }
        return navigation == .forwardOnly || sectionIndex(of: position + 1) != section && locks[section]
    }

    private func refusal(at index: Int, isStep: Bool) -> Refusal? {
        guard (0..<count).contains(index) else { return .noItem }
        let target = sectionIndex(of: index)
        if navigation == .forwardOnly {
            if index < position { return .noWayBack }
            if index > position + 1 { return .notReached }
        }
        if target < section, isLocked(target) { return .isLocked }
        // A step over the border is how a section is left; a jump must not leave it by accident.
        if target > section, !isStep, locks[section..<target].contains(true), index > furthest { return .laterSection }
        return nil
    }

    private mutating func show(_ index: Int) {
        position = index
        furthest = max(furthest, index)
    }

    /// Left, and not to be returned to.
    private func isLocked(_ section: Int) -> Bool {
        locks[section] && sectionIndex(of: furthest) > section
    }

    private func sectionIndex(of index: Int) -> Int {
        sections.firstIndex { $0.contains(index) } ?? 0
    }

    private func section(of index: Int) -> Range<Int> { sections[sectionIndex(of: index)] }
}
