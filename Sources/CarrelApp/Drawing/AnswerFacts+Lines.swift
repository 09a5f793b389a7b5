import CarrelCore
import CarrelTerminal

extension AnswerFacts {
    /// The verdict with when, how long and the grade; the session; and what was chosen or typed.
    ///
    /// - Parameters:
    ///   - dayStart: Minutes after local midnight at which the learner's day begins.
    ///   - order: Option ids as the question is on screen, for labels in their texts.
    func lines(columns: Int, glyphs: Glyphs, now: Moment, dayStart: Int, order: [String]) -> [StyledLine] {
        let (glyph, words, style) = verdict(glyphs)
        var facts = [
            RelativeTime.words(for: at, now: now, dayStart: dayStart), at.local(now),
            RelativeTime.clock(milliseconds: elapsedMs),
        ]
        if let rating { facts.append("\(rating)") }
        let separator = " \(glyphs.separator) "
        let head = [
            Span("\(words)", style: style), Span(separator + facts.joined(separator: separator), style: .muted),
        ]
        var lines = TextLayout.wrap(
            head, columns: columns, first: [Span("\(glyph) ", style: style)], rest: [Span("  ")])
        func add(_ text: String, style: Style = .text) {
            lines += TextLayout.wrap(
                [Span(text, style: style)], columns: columns, first: [Span("  ")], rest: [Span("  ")])
        }
        if !session.isEmpty { add(session.joined(separator: " \(glyphs.crumb) "), style: .muted) }
        for option in chosen {
            lines += TextLayout.wrap(
                [Span(PlainStem.line(OptionLabels.resolve(option, order: order), limit: .max))], columns: columns,
                first: [Span("  \(glyphs.bullet) ", style: .muted)], rest: [Span("    ")])
        }
        if unknown > 0 { add("\(RelativeTime.count(unknown, "option")) not in the question any more", style: .muted) }
        if let response { add(response) }
        return lines
    }

    private func verdict(_ glyphs: Glyphs) -> (String, String, Style) {
        guard let grade else { return (glyphs.seen, "Not graded", .muted) }
        if grade.isCorrect { return (glyphs.right, "Right", .right) }
        if grade.isPartial { return (glyphs.partly, "Partly right", .partly) }
        let isEmpty = chosen.isEmpty && unknown == 0 && response == nil
        return (glyphs.wrong, !isAnswered ? "Not answered" : isEmpty ? "Not known" : "Wrong", .wrong)
    }
}
