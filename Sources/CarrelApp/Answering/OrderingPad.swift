import CarrelCore

/// Putting items in order, and setting those aside that do not belong.
///
/// Items keep the letter of the place they were drawn in, whatever their rank. The order they are drawn in is no
/// answer: until something is moved the question is unanswered.
struct OrderingPad: AnswerPadKind {
    /// Ids as they were drawn.
    let order: [String]
    /// Some of them do not belong.
    let hasDistractors: Bool
    /// Ids by rank.
    private(set) var placed: [String]
    /// Ids that were set aside, in the order they were drawn.
    private(set) var aside: [String]
    /// Counts those in their ranks first, then those set aside.
    private(set) var row = 0
    /// What was there before something was lifted.
    private var before: [String]?
    /// On a slow link: what is lifted and lies where it was, while the pointer goes to the rank it is to have.
    private(set) var waiting: String?

    init(_ question: Question, order: [String], selection: AnswerGiven.Selection) {
        self.order = order
        if case .ordering(_, let distractors) = question.payload {
            hasDistractors = !distractors.isEmpty
        } else {
            hasDistractors = false
        }
        placed = order
        aside = []
        if case .ordered(let ids) = selection { arrange(ids) }
    }

    var rows: [String] { placed + aside }
    var isHolding: Bool { before != nil }
    var lifted: String? { isHolding ? waiting ?? pointed : nil }
    var selection: AnswerGiven.Selection { placed == order || placed.isEmpty ? .none : .ordered(placed) }
    var amount: PadAmount { PadAmount(given: selection == .none ? 0 : placed.count, word: "in order") }
    var request: String { placed.isEmpty ? "something belongs: put it in order" : "put them in order" }
    var pointed: String? { rows.indices.contains(row) ? rows[row] : nil }
    /// The item under the pointer, by the place it was drawn in: labels and clicks count so.
    var pointer: Int { pointed.flatMap { order.firstIndex(of: $0) } ?? 0 }

    mutating func perform(_ action: PadAction) -> PadOutcome {
        switch action {
        case .up: return isHolding ? carry(-1) : move(to: row - 1)
        case .down: return isHolding ? carry(1) : move(to: row + 1)
        case .choose: return lift()
        case .label(let character): return label(character)
        case .point(let part):
            guard order.indices.contains(part), let row = rows.firstIndex(of: order[part]) else { return .nothing }
            if waiting != nil, placed.indices.contains(row) { self.row = row }
            if let id = lifted, waiting == nil, row != self.row, placed.indices.contains(row) {
                layDown()
                return place(id, at: row)
            }
            return row == self.row ? lift() : move(to: row)
        case .exclude: return exclude()
        case .putBack:
            guard let before else { return .nothing }
            let id = lifted
            arrange(before)
            layDown()
            follow(id)
            return .changed
        case .left, .right, .sideways, .onward, .unpair, .strike: return .nothing
        }
    }

    /// Brings what belongs into the order of `ids`; everything else is set aside.
    private mutating func arrange(_ ids: [String]) {
        placed = ids.filter(order.contains)
        aside = order.filter { !placed.contains($0) }
    }

    private mutating func follow(_ id: String?) {
        if let index = rows.firstIndex(where: { $0 == id }) { row = index }
    }

    private mutating func move(to index: Int) -> PadOutcome {
        guard rows.indices.contains(index) else { return .nothing }
        row = index
        // What was carried so far lies where it is.
        layDown()
        return .moved
    }

    private mutating func layDown() { (before, waiting) = (nil, nil) }

    private mutating func lift() -> PadOutcome {
        guard let id = pointed else { return .nothing }
        if isHolding {
            let waiting = waiting
            layDown()
            return waiting.map { place($0, at: row) } ?? .moved
        }
        before = placed
        let outcome = aside.contains(id) ? place(id, at: placed.count) : .moved
        // Two texts would be sent with each step.
        if PageLayout.current.isSlow { waiting = id }
        return outcome
    }

    private mutating func carry(_ step: Int) -> PadOutcome {
        guard let id = pointed, placed.indices.contains(row + step) else { return .nothing }
        guard waiting == nil else {
            row += step
            return .moved
        }
        return place(id, at: row + step)
    }

    /// A letter goes to an item, a digit sends the item under the pointer to a rank.
    private mutating func label(_ character: Character) -> PadOutcome {
        guard let index = OptionLabels.index(for: character, count: order.count) else { return .nothing }
        guard character.isNumber else {
            guard let row = rows.firstIndex(of: order[index]) else { return .nothing }
            return move(to: row)
        }
        guard let id = lifted ?? pointed else { return .nothing }
        layDown()
        return place(id, at: min(index, aside.contains(id) ? placed.count : placed.count - 1))
    }

    private mutating func place(_ id: String, at rank: Int) -> PadOutcome {
        var ids = placed.filter { $0 != id }
        ids.insert(id, at: min(max(0, rank), ids.count))
        let isOther = ids != placed
        arrange(ids)
        follow(id)
        return isOther ? .changed : .moved
    }

    private mutating func exclude() -> PadOutcome {
        guard hasDistractors, let id = lifted ?? pointed else { return .nothing }
        layDown()
        if aside.contains(id) { return place(id, at: placed.count) }
        arrange(placed.filter { $0 != id })
        // The pointer stays where it is: on what follows.
        row = min(row, rows.count - 1)
        return .changed
    }
}
