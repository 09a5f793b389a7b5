import CarrelCore

/// Choosing one option, or several.
struct ChoicePad: AnswerPadKind {
    /// One at most can be chosen.
    let isSingle: Bool
    /// How many the question asks for; nil where it leaves that open.
    let asked: Int?
    /// Option ids in the order they are shown.
    let order: [String]
    private(set) var struck: Set<String>
    private(set) var chosen: Set<String>
    private(set) var pointer = 0
    /// A choice is an answer at once: choosing it again does not take it back.
    var answersAtOnce = false

    init(_ question: Question, order: [String], struck: Set<String>, selection: AnswerGiven.Selection) {
        isSingle = question.kind == .single
        asked = isSingle ? 1 : question.choose
        self.order = order
        self.struck = struck
        chosen = Set(selection.ids).intersection(order)
    }

    var selection: AnswerGiven.Selection { chosen.isEmpty ? .none : .chosen(chosen) }
    var amount: PadAmount { PadAmount(given: chosen.count, asked: asked) }
    var request: String { isSingle ? "choose one" : "choose \(asked.map { "\($0)" } ?? "all that apply")" }
    var pointed: String? { order.indices.contains(pointer) ? order[pointer] : nil }

    mutating func perform(_ action: PadAction) -> PadOutcome {
        switch action {
        case .up: return move(to: pointer - 1)
        case .down: return move(to: pointer + 1)
        case .choose: return choose()
        case .label(let character):
            // A label that is not on screen does nothing.
            guard let index = OptionLabels.index(for: character, count: order.count) else { return .nothing }
            return choose(at: index)
        case .point(let index):
            guard order.indices.contains(index) else { return .nothing }
            return choose(at: index)
        case .strike(let option, let isStruck):
            guard isStruck else {
                struck.remove(option)
                return .moved
            }
            struck.insert(option)
            // What is struck out is not chosen.
            return chosen.remove(option) == nil ? .moved : .changed
        case .left, .right, .sideways, .onward, .exclude, .unpair, .putBack: return .nothing
        }
    }

    private mutating func move(to index: Int) -> PadOutcome {
        guard order.indices.contains(index) else { return .nothing }
        pointer = index
        return .moved
    }

    /// Named once more, the one choice stays: nobody answers by accident with nothing.
    private mutating func choose(at index: Int) -> PadOutcome {
        pointer = index
        if isSingle, !answersAtOnce, let pointed, chosen == [pointed] { return .moved }
        return choose()
    }

    private mutating func choose() -> PadOutcome {
        guard let option = pointed else { return .nothing }
        if struck.contains(option) { return .struckOut }
        if isSingle {
            chosen = chosen == [option] && !answersAtOnce ? [] : [option]
        } else if chosen.remove(option) == nil {
            chosen.insert(option)
        }
        return .changed
    }
}
