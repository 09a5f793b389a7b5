extension Question {
    /// Ids of the parts that are put before the learner, as their author has them; a draw brings them in the order of
    /// the screen.
    ///
    /// - For a choice its options.
    /// - For `ordering` its items in the right order, then what does not belong.
    /// - For `matching` its right sides, each by the id of the pair it belongs to, then those that belong to none. Its
    ///   left sides stay in the author's order.
    /// - For `hotspot` its regions in reading order.
    public var partIds: [String] {
        switch payload {
        case .ordering(let items, let distractors): items.map(\.id) + distractors.map(\.id)
        case .matching(let pairs, let distractors): pairs.map(\.id) + distractors.map(\.id)
        case .hotspot(let regions): regions.sorted { ($0.line, $0.from) < ($1.line, $1.from) }.map(\.id)
        case .none, .choice, .simulation: options.map(\.id)
        }
    }

    /// Its parts as options, in the author's order: for `ordering` those are right that belong, for `matching` each is a
    /// pair or a right side that belongs to none, for `hotspot` a region by its name.
    public var parts: [AnswerOption] {
        func strange(_ label: Label) -> AnswerOption {
            AnswerOption(id: label.id, text: label.text, isCorrect: false, why: label.why)
        }
        switch payload {
        case .ordering(let items, let distractors):
            return items.map { AnswerOption(id: $0.id, text: $0.text, isCorrect: true, why: $0.why) }
                + distractors.map(strange)
        case .matching(let pairs, let distractors):
            return pairs.map { AnswerOption(id: $0.id, text: "\($0.left) = \($0.right)", isCorrect: true, why: $0.why) }
                + distractors.map(strange)
        case .hotspot(let regions):
            return regions.map { AnswerOption(id: $0.id, text: $0.label, isCorrect: $0.isCorrect, why: $0.why) }
        case .none, .choice, .simulation: return options
        }
    }

    /// The drawn order of its parts, without those that have left since and with new ones at the end.
    public func optionOrder(drawn: [String]) -> [String] {
        let all = partIds
        if case .hotspot = payload { return all }
        let here = Set(all)
        let known = Set(drawn)
        return startingOrder(drawn.filter(here.contains) + all.filter { !known.contains($0) })
    }

    /// `order`, changed where an ordering would begin as its answer: an untouched one is never right.
    func startingOrder(_ order: [String]) -> [String] {
        guard case .ordering(let items, _) = payload, items.count > 1 else { return order }
        let right = items.map(\.id)
        let belonging = Set(right)
        guard order.filter(belonging.contains) == right, let first = order.firstIndex(of: right[0]),
            let last = order.firstIndex(of: right[right.count - 1])
        else { return order }
        var order = order
        order.swapAt(first, last)
        return order
    }
}

extension Draw {
    /// The order in which a question's parts are shown: shuffled, but for fixed options and the regions of an exhibit.
    ///
    /// The items of an ordering never come in the right order, whatever stands among them.
    public static func order(of question: Question, using generator: inout some RandomNumberGenerator) -> [String] {
        switch question.kind {
        case .single, .multiple, .free, .simulation: return shuffled(question.options, using: &generator)
        case .hotspot: return question.partIds
        case .matching: return question.partIds.shuffled(using: &generator)
        case .ordering: return question.startingOrder(question.partIds.shuffled(using: &generator))
        }
    }
}
