import CarrelCore
import CarrelTerminal

// Items with their ranks, and after the answer the right order with the learner's ranks beside it.

extension QuestionPage {
    func ordering(_ pad: OrderingPad) -> [Line] {
        guard case .ordering(let items, let distractors) = item.question.payload else { return [] }
        if let answer { return solved(answer, items: items, distractors: distractors) }
        let texts = Dictionary((items + distractors).map { ($0.id, $0.text) }) { first, _ in first }
        var lines: [Line] = []
        for (row, id) in pad.rows.enumerated() {
            if row == pad.placed.count {
                lines.append(Line(text: StyledLine("Does not belong", style: .heading)))
            }
            let isPointed = isOpen && pad.row == row
            var head = head(isPointed)
            head.append(row < pad.placed.count ? " \(row + 1)" : " -", style: .muted)
            head.append(" ")
            head.append(label(id), style: .pointed(isPointed, else: .key))
            head.append("  ")
            let note = isOpen && pad.lifted == id ? " (lifted)" : ""
            lines += self.lines(
                part(head, (texts[id] ?? id) + note, style: row < pad.placed.count ? .text : .muted, columns: columns),
                part: order.firstIndex(of: id))
        }
        return lines
    }

    private func label(_ id: String) -> String { item.question.label(of: id, order: order) ?? "·" }

    private func solved(_ answer: StandingAnswer, items: [Label], distractors: [Label]) -> [Line] {
        var placed: [String]?
        if case .ordered(let ids) = answer.selection { placed = ids }
        var lines: [Line] = []
        if let placed, answer.grade?.isCorrect == false {
            let known = Set((items + distractors).map(\.id))
            let aside = order.filter { known.contains($0) && !placed.contains($0) }
            var words = placed.filter(known.contains).map(label).joined(separator: " ")
            if !aside.isEmpty { words += "   left out: " + aside.map(label).joined(separator: " ") }
            lines += [Line(text: StyledLine("Your order: \(words)", style: .muted))] + .gap
        }
        let inOrder = Set(OrderingGrade.inOrder(placed ?? [], as: items.map(\.id)))
        for (rank, item) in items.enumerated() {
            lines += solved(item, rank: rank, placed: placed, isInOrder: inOrder.contains(item.id))
        }
        for distractor in distractors { lines += solved(distractor, rank: nil, placed: placed, isInOrder: false) }
        return lines
    }

    /// - Parameters:
    ///   - rank: The right one, from 0; nil for what does not belong.
    ///   - isInOrder: It is among those that the answer has in the right order, whatever stands between them.
    private func solved(_ item: Label, rank: Int?, placed: [String]?, isInOrder: Bool) -> [Line] {
        let own = placed.map { $0.firstIndex(of: item.id) }
        let verdict = own.map { $0 == rank }
        var head = head(false, verdict: verdict)
        if isInOrder, verdict == false { head = StyledLine(glyphs.partly, style: .partly) }
        head.append(rank.map { " \($0 + 1)" } ?? " -", style: .muted)
        head.append(" ")
        head.append(label(item.id), style: .key)
        head.append("  ")
        var note = ""
        if rank == nil { note = " (does not belong)" }
        if verdict == false, let own {
            let yours = own.map { "you: \($0 + 1)" } ?? "you left it out"
            note = rank == nil ? " (does not belong; \(yours))" : " (\(yours)\(isInOrder ? ", in order" : ""))"
        }
        let style: Style = verdict == true ? .right : rank == nil ? .muted : .text
        let place = order.firstIndex(of: item.id)
        return lines(part(head, item.text + note, style: style, columns: columns), part: place)
            + lines(why(item.why, indent: head.width + 2), part: place)
    }
}
