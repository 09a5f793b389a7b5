import CarrelCore
import CarrelTerminal

// Kinds that are arranged, in words: items and left sides have letters, right sides and regions numbers.

extension SpokenQuestion {
    /// What is arranged, and how an answer is written.
    var arranged: [String] {
        let question = item.question
        switch question.payload {
        case .ordering(let items, let distractors):
            let texts = Dictionary((items + distractors).map { ($0.id, $0.text) }) { first, _ in first }
            return [distractors.isEmpty ? "(put in order)" : "(put in order; not all belong)", ""]
                + order.enumerated().flatMap { labelled(letter($0), texts[$1] ?? $1) }
        case .matching(let pairs, let distractors):
            return ["(pair \(pairs.count))", ""] + pairs.enumerated().flatMap { labelled(letter($0), $1.left) } + [""]
                + order.enumerated().flatMap { labelled("\($0 + 1)", right($1, pairs, distractors)) }
        case .hotspot(let regions):
            let right = regions.count(where: \.isCorrect)
            return [right == 1 ? "(choose one)" : "(choose \(right))", ""] + exhibit
                + ["", "Regions:"]
                + sorted(regions).enumerated().flatMap {
                    labelled(
                        label($0), literal: question.words(for: $1, isNamed: false) + place(of: $1, among: regions))
                }
        default: return []
        }
    }

    /// As its author drew it.
    var exhibit: [String] { ["Exhibit:"] + item.question.exhibitLines.map { Sanitiser.sanitised($0) } }

    /// What would have been right beside what was given, and why.
    func solved(_ answer: StandingAnswer?) -> [String] {
        let question = item.question
        switch question.payload {
        case .ordering(let items, let distractors):
            var own: [String]?
            if case .ordered(let ids)? = answer?.selection { own = ids }
            let inOrder = Set(OrderingGrade.inOrder(own ?? [], as: items.map(\.id)))
            return ["The right order:"]
                + items.enumerated().flatMap { rank, item in
                    let place = own.map { $0.firstIndex(of: item.id).map { "yours: \($0 + 1)" } ?? "you left it out" }
                    let state = inOrder.contains(item.id) ? ", in order" : ""
                    let isRight = own.map { $0.firstIndex(of: item.id) == rank } ?? true
                    return labelled("\(rank + 1)", item.text + (isRight ? "" : " (\(place ?? "")\(state))"))
                        + why(item.why)
                }
                + distractors.flatMap { item in
                    let place = own?.firstIndex(of: item.id).map { "; yours: \($0 + 1)" } ?? ""
                    return labelled("-", "\(item.text) (does not belong\(place))") + why(item.why)
                }
        case .matching(let pairs, let distractors):
            var own: [String: String]?
            if case .paired(let sides)? = answer?.selection { own = sides }
            return ["The right pairs:"]
                + pairs.enumerated().flatMap { index, pair in
                    let given = own.map { $0[pair.id].map { self.right($0, pairs, distractors) } ?? "none" }
                    let isRight = own.map { $0[pair.id] == pair.id } ?? true
                    let note = isRight ? "" : " (yours: \(given ?? ""))"
                    return labelled(letter(index), "\(pair.left) = \(pair.right)\(note)") + why(pair.why)
                }
                + distractors.flatMap { labelled("-", "\($0.text) (belongs to none)") + why($0.why) }
        case .hotspot(let regions):
            return sorted(regions).enumerated().flatMap { index, region in
                let isChosen = answer?.selected.contains(region.id) == true
                let states = [region.isCorrect ? "right" : "wrong", isChosen ? "your choice" : nil].compactMap { $0 }
                return labelled(
                    label(index), literal: "\(states.joined(separator: ", ")): \(question.words(for: region))")
                    + why(region.why)
            }
        default: return []
        }
    }

    /// The right answer in the form in which one is typed; nil for other kinds.
    var rightAnswer: String? {
        let right: AnswerGiven.Selection
        switch item.question.payload {
        case .ordering(let items, _): right = .ordered(items.map(\.id))
        case .matching(let pairs, _):
            right = .paired(Dictionary(pairs.map { ($0.id, $0.id) }) { first, _ in first })
        case .hotspot(let regions):
            let places = sorted(regions).enumerated().filter(\.element.isCorrect).map { label($0.offset) }
            return places.joined(separator: isOnScreen ? ", " : " ")
        default: return nil
        }
        return TypedSelection(question: item.question, order: order).text(of: right)
    }

    /// Which columns it has, where its line does not tell it from another.
    private func place(of region: Region, among regions: [Region]) -> String {
        let isAlone = regions.count { $0.line == region.line } == 1
        return isAlone ? "" : ", columns \(region.from) to \(region.to)"
    }

    private func letter(_ index: Int) -> String { OptionLabels.label(at: index) }

    private func sorted(_ regions: [Region]) -> [Region] {
        order.compactMap { id in regions.first { $0.id == id } }
    }

    private func right(_ id: String, _ pairs: [MatchingPair], _ distractors: [Label]) -> String {
        pairs.first { $0.id == id }?.right ?? distractors.first { $0.id == id }?.text ?? id
    }

    private func why(_ text: String?) -> [String] { text.map { indented(self.text($0, columns: columns - 3)) } ?? [] }
}
