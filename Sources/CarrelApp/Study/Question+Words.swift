import CarrelCore

// Answers in words, and what a question's parts say without giving it away.

extension Question {
    /// How an answer of several parts divides: `1 of 2, 1 wrong`; nil for one that is right or wrong as a whole.
    func countWords(of selection: AnswerGiven.Selection) -> String? {
        func words(_ chosen: Set<String>, _ key: Set<String>) -> String {
            let wrong = chosen.subtracting(key).count
            return "\(chosen.intersection(key).count) of \(key.count)" + (wrong > 0 ? ", \(wrong) wrong" : "")
        }
        switch (payload, selection) {
        case (.ordering(let items, _), .ordered(let ids)):
            let right = OrderingGrade.inOrder(ids, as: items.map(\.id)).count
            let strange = Set(ids).subtracting(items.map(\.id)).count
            return "\(right) of \(items.count) in order" + (strange > 0 ? ", \(strange) too many" : "")
        case (.matching(let pairs, _), .paired(let sides)):
            return "\(pairs.count { sides[$0.id] == $0.id }) of \(pairs.count)"
        case (.hotspot(let regions), _):
            let key = Set(regions.filter(\.isCorrect).map(\.id))
            return key.count > 1 ? words(Set(selection.ids), key) : nil
        default:
            guard kind == .multiple else { return nil }
            return words(Set(selection.ids), Set(options.filter(\.isCorrect).map(\.id)))
        }
    }

    /// What was chosen, by its texts: in the author's order where the learner gave none.
    ///
    /// - Parameter options: Those that have left the question with them.
    func words(for selection: AnswerGiven.Selection, options: [AnswerOption]) -> [String] {
        switch (payload, selection) {
        case (.ordering(let items, let distractors), .ordered(let ids)):
            return ids.compactMap { id in (items + distractors).first { $0.id == id }?.text }
                .enumerated().map { "\($0 + 1). \($1)" }
        case (.matching(let pairs, let distractors), .paired(let sides)):
            return pairs.compactMap { pair in
                guard let id = sides[pair.id] else { return nil }
                let right = pairs.first { $0.id == id }?.right ?? distractors.first { $0.id == id }?.text
                return right.map { "\(pair.left) = \($0)" }
            }
        case (.hotspot(let regions), .chosen(let ids)):
            return regions.filter { ids.contains($0.id) }.map { words(for: $0) }
        case (_, .chosen(let ids)): return options.filter { ids.contains($0.id) }.map(\.text)
        default: return []
        }
    }

    /// Options or items in `order`; left sides, and then right sides in `order`. Whether they are right is told of
    /// options alone.
    func bareParts(_ order: [String]) -> [AnswerOption] {
        func bare(_ id: String, _ text: String) -> AnswerOption { AnswerOption(id: id, text: text, isCorrect: false) }
        switch payload {
        case .ordering(let items, let distractors):
            return order.compactMap { id in (items + distractors).first { $0.id == id } }.map { bare($0.id, $0.text) }
        case .matching(let pairs, let distractors):
            let rights = pairs.map { bare($0.id, $0.right) } + distractors.map { bare($0.id, $0.text) }
            return pairs.map { bare($0.id, $0.left) } + order.compactMap { id in rights.first { $0.id == id } }
        default: return order.compactMap { id in options.first { $0.id == id } }
        }
    }
}

extension AnswerGrade {
    /// `67 % of the points`, rounded down.
    var pointsInWords: String { "\((score * 100).wholePercent) % of the points" }
}
