import CarrelCore

/// Pairing left sides with right ones, each of which is used once at most.
///
/// Left sides have letters and stand in the author's order; right sides have digits and stand in the drawn one. Parts
/// count the left sides first, then the right ones.
struct MatchingPad: AnswerPadKind {
    /// Ids of the left sides.
    let lefts: [String]
    /// Ids of the right sides as they were drawn: each that of the pair it belongs to, or a distractor's.
    let rights: [String]
    /// Right sides by left.
    private(set) var paired: [String: String]
    /// The left side under the pointer, or the one that a right side is sought for.
    private(set) var left = 0
    /// The right side under the pointer while one is sought.
    private(set) var right: Int?

    init(_ question: Question, order: [String], selection: AnswerGiven.Selection) {
        if case .matching(let pairs, _) = question.payload { lefts = pairs.map(\.id) } else { lefts = [] }
        rights = order
        paired = [:]
        if case .paired(let sides) = selection {
            paired = sides.filter { lefts.contains($0.key) && order.contains($0.value) }
        }
    }

    var isHolding: Bool { right != nil }
    var selection: AnswerGiven.Selection { paired.isEmpty ? .none : .paired(paired) }
    var amount: PadAmount { PadAmount(given: paired.count, asked: lefts.count, word: "paired") }
    var request: String { "pair each letter with a number" }
    var pointer: Int { right.map { lefts.count + $0 } ?? left }
    var pointed: String? { lefts.indices.contains(left) ? lefts[left] : nil }

    /// The place among the right sides of the one that is paired with `left`.
    func place(pairedWith left: String) -> Int? { paired[left].flatMap { rights.firstIndex(of: $0) } }

    mutating func perform(_ action: PadAction) -> PadOutcome {
        switch action {
        case .up: return move(-1)
        case .down: return move(1)
        case .choose:
            guard let right else { return seek() }
            return pair(with: right)
        case .label(let character): return label(character)
        case .point(let part):
            if lefts.indices.contains(part) { return pick(part) }
            return pair(with: part - lefts.count)
        case .unpair:
            guard let pointed, paired.removeValue(forKey: pointed) != nil else { return .nothing }
            right = nil
            return .changed
        case .putBack:
            guard isHolding else { return .nothing }
            right = nil
            return .moved
        case .left, .right, .sideways, .onward, .exclude, .strike: return .nothing
        }
    }

    private mutating func move(_ step: Int) -> PadOutcome {
        if let right {
            guard rights.indices.contains(right + step) else { return .nothing }
            self.right = right + step
        } else {
            guard lefts.indices.contains(left + step) else { return .nothing }
            left += step
        }
        return .moved
    }

    /// Begins to look for a right side: at the one it has, else at the first that is free.
    private mutating func seek() -> PadOutcome {
        guard let pointed, !rights.isEmpty else { return .nothing }
        let used = Set(paired.values)
        right = place(pairedWith: pointed) ?? rights.firstIndex { !used.contains($0) } ?? 0
        return .moved
    }

    private mutating func pick(_ index: Int) -> PadOutcome {
        left = index
        right = nil
        return .moved
    }

    private mutating func label(_ character: Character) -> PadOutcome {
        let count = character.isNumber ? rights.count : lefts.count
        guard let index = OptionLabels.index(for: character, count: count) else { return .nothing }
        return character.isNumber ? pair(with: index) : pick(index)
    }

    /// Takes the right side away from whoever has it, and goes on to the next left side that has none.
    private mutating func pair(with index: Int) -> PadOutcome {
        guard let pointed, rights.indices.contains(index) else { return .nothing }
        let isNew = paired[pointed] != rights[index]
        paired = paired.filter { $0.value != rights[index] }
        paired[pointed] = rights[index]
        right = nil
        let after = Array(lefts.indices.dropFirst(left + 1)) + Array(lefts.indices.prefix(left))
        left = after.first { paired[lefts[$0]] == nil } ?? left
        return isNew ? .changed : .moved
    }
}
