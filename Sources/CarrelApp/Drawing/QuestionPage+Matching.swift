import CarrelCore
import CarrelTerminal

// Left sides with letters and right sides with digits: beside each other where there is room, else below.

extension QuestionPage {
    /// From this width on the two sides stand beside each other.
    private static let wide = 56

    func matching(_ pad: MatchingPad) -> [Line] {
        guard case .matching(let pairs, let distractors) = item.question.payload else { return [] }
        if let answer { return solved(answer, pairs: pairs, distractors: distractors) }
        let isWide = columns >= Self.wide
        let side = isWide ? (columns - 2) / 2 : columns
        let lefts = pairs.indices.map { left(pairs[$0], at: $0, pad, columns: side) }
        let rights = pad.rights.indices.map { right(at: $0, pairs, distractors, pad, columns: side) }
        guard isWide else {
            return lefts.enumerated().flatMap { lines($1, part: $0) } + .gap
                + rights.enumerated().flatMap { lines($1, part: pairs.count + $0) }
        }
        return (0..<max(lefts.count, rights.count)).flatMap { row in
            beside(
                lefts.indices.contains(row) ? lefts[row] : [], part: row,
                rights.indices.contains(row) ? rights[row] : [], part: pairs.count + row, at: side + 2)
        }
    }

    private func left(_ pair: MatchingPair, at index: Int, _ pad: MatchingPad, columns: Int) -> [StyledLine] {
        let isOwn = isOpen && pad.left == index
        var head = head(isOwn && !pad.isHolding)
        head.append(" ")
        head.append(OptionLabels.label(at: index), style: .pointed(isOwn, else: .key))
        let place = pad.place(pairedWith: pair.id)
        let isSought = isOwn && pad.isHolding
        head.append(" [\(isSought ? "?" : place.map { "\($0 + 1)" } ?? " ")] ", style: .muted)
        return part(head, pair.left, columns: columns)
    }

    private func right(
        at index: Int, _ pairs: [MatchingPair], _ distractors: [Label], _ pad: MatchingPad, columns: Int
    ) -> [StyledLine] {
        let id = pad.rights[index]
        let isPointed = isOpen && pad.right == index
        var head = head(isPointed)
        head.append(" ")
        head.append("\(index + 1)", style: .pointed(isPointed, else: .key))
        head.append("  ")
        let owner = pairs.firstIndex { pad.paired[$0.id] == id }
        let note = owner.map { " (with \(OptionLabels.label(at: $0)))" } ?? ""
        return part(
            head, rightText(id, pairs, distractors) + note, style: owner == nil ? .text : .muted, columns: columns)
    }

    private func rightText(_ id: String, _ pairs: [MatchingPair], _ distractors: [Label]) -> String {
        pairs.first { $0.id == id }?.right ?? distractors.first { $0.id == id }?.text ?? id
    }

    /// Two parts in the same rows.
    private func beside(
        _ left: [StyledLine], part leftPart: Int, _ right: [StyledLine], part rightPart: Int, at x: Int
    ) -> [Line] {
        (0..<max(left.count, right.count)).map { row in
            var text = row < left.count ? left[row] : StyledLine("")
            var spots: [Spot] = []
            if !left.isEmpty { spots.append(Spot(part: leftPart, columns: 0..<x - 1)) }
            if row < right.count {
                text.append(String(repeating: " ", count: max(0, x - text.width)))
                text.spans += right[row].spans
            }
            if !right.isEmpty { spots.append(Spot(part: rightPart, columns: x..<columns)) }
            let pointed = isOpen && row == 0 ? spots.first { $0.part == pad?.pointer } : nil
            return Line(text: text, spots: spots, anchor: pointed?.columns.lowerBound, isOutdented: true)
        }
    }

    private func solved(_ answer: StandingAnswer, pairs: [MatchingPair], distractors: [Label]) -> [Line] {
        var paired: [String: String]?
        if case .paired(let sides) = answer.selection { paired = sides }
        var lines: [Line] = []
        for (index, pair) in pairs.enumerated() {
            let verdict = paired.map { $0[pair.id] == pair.id }
            var head = head(false, verdict: verdict)
            head.append(" ")
            head.append(OptionLabels.label(at: index), style: .key)
            let digit = order.firstIndex(of: pair.id).map { "\($0 + 1)" } ?? " "
            head.append(" [\(digit)] ", style: .muted)
            var note = ""
            if verdict == false, let paired {
                note = " (you: \(paired[pair.id].map { rightText($0, pairs, distractors) } ?? "none"))"
            }
            let text = "\(pair.left) \(glyphs.arrowRight) \(pair.right)\(note)"
            lines += self.lines(
                part(head, text, style: verdict == true ? .right : .text, columns: columns), part: index)
            lines += self.lines(why(pair.why, indent: head.width + 2), part: index)
        }
        for distractor in distractors {
            var head = StyledLine("  ")
            head.append("-", style: .key)
            let digit = order.firstIndex(of: distractor.id).map { "\($0 + 1)" } ?? " "
            head.append(" [\(digit)] ", style: .muted)
            lines += self.lines(
                part(head, "\(distractor.text) (belongs to none)", style: .muted, columns: columns), part: nil)
            lines += self.lines(why(distractor.why, indent: head.width + 2), part: nil)
        }
        return lines
    }
}
