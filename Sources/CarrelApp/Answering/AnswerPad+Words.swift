import CarrelCore

// What stands under the pointer, in words: for somebody who hears it.

extension AnswerPad {
    /// `b, READ COMMITTED, paired with 2, Dirty reads`; nil for a choice, which its lines say.
    func words(of question: Question) -> String? {
        guard let id = pointed else { return nil }
        switch (self, question.payload) {
        case (.matching(let pad), .matching(let pairs, let distractors)):
            func right(_ place: Int) -> String {
                let id = pad.rights[place]
                let text = pairs.first { $0.id == id }?.right ?? distractors.first { $0.id == id }?.text ?? id
                return "\(place + 1), \(PlainStem.line(text))"
            }
            if let place = pad.right { return right(place) }
            guard let index = pairs.firstIndex(where: { $0.id == id }) else { return nil }
            let pair = pad.place(pairedWith: id).map { "paired with \(right($0))" } ?? "not paired"
            return "\(OptionLabels.label(at: index)), \(PlainStem.line(pairs[index].left)), \(pair)"
        case (.ordering(let pad), .ordering(let items, let distractors)):
            func name(_ id: String) -> String { pad.name(of: id, among: items + distractors) }
            if let waiting = pad.waiting, waiting != id {
                return "\(name(waiting)), \(pad.rank(at: pad.row)), in the place of \(name(id))"
            }
            let rank = pad.placed.firstIndex(of: id).map { "rank \($0 + 1)" } ?? "left out"
            return ([name(id), rank] + (pad.isHolding ? ["lifted"] : [])).joined(separator: ", ")
        case (.hotspot(let pad), .hotspot(let regions)):
            guard let region = regions.first(where: { $0.id == id }) else { return nil }
            let state = pad.chosen.contains(id) ? "chosen" : "not chosen"
            return "\(OptionLabels.label(at: pointer)), \(question.words(for: region, isNamed: false)), \(state)"
        default: return nil
        }
    }
}
