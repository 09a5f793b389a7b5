import CarrelCore

// What was just done on a pad, in words: for somebody who hears it.

extension AnswerPad {
    /// `b, Routing, now third of 5`; nil where nothing was done but the pointer moved.
    ///
    /// - Parameter before: The pad as it was.
    func told(since before: AnswerPad, of question: Question) -> String? {
        switch (self, before, question.payload) {
        case (.ordering(let pad), .ordering(let old), .ordering(let items, let distractors)):
            pad.told(since: old, among: items + distractors)
        case (.matching(let pad), .matching(let old), .matching):
            pad.told(since: old, of: question)
        default: nil
        }
    }
}

extension OrderingPad {
    /// Its letter and its text.
    func name(of id: String, among items: [Label]) -> String {
        let text = items.first { $0.id == id }?.text ?? id
        return "\(order.firstIndex(of: id).map { OptionLabels.label(at: $0) } ?? ""), \(PlainStem.line(text))"
    }

    /// `third of 5`.
    func rank(at place: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
        return "\(words.indices.contains(place) ? words[place] : "\(place + 1)") of \(placed.count)"
    }

    fileprivate func told(since old: OrderingPad, among items: [Label]) -> String? {
        if let gone = old.placed.first(where: aside.contains) {
            let next = pointed.map { ". \(name(of: $0, among: items))" } ?? ""
            return "\(name(of: gone, among: items)), left out\(next)"
        }
        guard placed != old.placed || isHolding != old.isHolding else { return nil }
        guard let id = lifted ?? old.lifted ?? pointed, let place = placed.firstIndex(of: id) else { return nil }
        let now = placed == old.placed ? "" : "now "
        let state = isHolding ? ", lifted" : old.isHolding ? ", put down" : ""
        return "\(name(of: id, among: items)), \(now)\(rank(at: place))\(state)"
    }
}

extension MatchingPad {
    fileprivate func told(since old: MatchingPad, of question: Question) -> String? {
        guard case .matching(let pairs, let distractors) = question.payload else { return nil }
        func left(_ index: Int) -> String {
            "\(OptionLabels.label(at: index)), \(PlainStem.line(pairs.first { $0.id == lefts[index] }?.left ?? ""))"
        }
        func right(_ place: Int) -> String {
            let id = rights[place]
            let text = pairs.first { $0.id == id }?.right ?? distractors.first { $0.id == id }?.text ?? id
            return "\(place + 1), \(PlainStem.line(text))"
        }
        let others = lefts.indices.filter { paired[lefts[$0]] != old.paired[lefts[$0]] }
        guard !others.isEmpty else {
            guard let place = self.right, old.right == nil, lefts.indices.contains(self.left) else { return nil }
            return "\(left(self.left)), picked. \(right(place))"
        }
        // What is paired now, then whom it was taken from.
        let made = others.compactMap { index in
            place(pairedWith: lefts[index]).map { "\(left(index)), paired with \(right($0))" }
        }
        let parted = others.filter { paired[lefts[$0]] == nil }.map { "\(left($0)), not paired any more" }
        let next = AnswerPad.matching(self).words(of: question).map { [$0] } ?? []
        let isElsewhere = !others.contains(self.left)
        return (made + parted + (isElsewhere ? next : [])).joined(separator: ". ")
    }
}
