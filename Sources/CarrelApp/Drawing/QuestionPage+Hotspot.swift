import CarrelCore
import CarrelTerminal

// The exhibit as its author drew it, with a row under each line that has regions to name them.

extension QuestionPage {
    /// Columns that an exhibit has on a page: before them stands its edge.
    static func exhibitColumns(of columns: Int) -> Int { max(4, columns - 2) }

    func hotspot(_ pad: HotspotPad) -> [Line] {
        let exhibit = ExhibitView(
            pad: pad, chosen: answer?.selected ?? pad.chosen, columns: pad.columns ?? Self.exhibitColumns(of: columns),
            isOpen: isOpen, isAnswered: answer != nil, glyphs: glyphs)
        var lines = exhibit.lines(of: item.question)
        guard let answer else {
            let labels = pad.regions.indices.filter { pad.chosen.contains(pad.regions[$0].id) }
                .map { OptionLabels.label(at: $0) }
            let words = labels.isEmpty ? "nothing chosen yet" : "chosen: \(labels.joined(separator: ", "))"
            lines.append(Line(text: StyledLine(words, style: .muted)))
            return lines
        }
        lines += .gap
        for index in pad.regions.indices { lines += solved(pad.regions[index], at: index, answer, pad) }
        return lines
    }

    /// A region in words: where it is, what it says, and why it is right or wrong.
    private func solved(_ region: Region, at index: Int, _ answer: StandingAnswer, _ pad: HotspotPad) -> [Line] {
        let isChosen = answer.selected.contains(region.id)
        var head = head(false, verdict: region.isCorrect ? true : isChosen ? false : nil)
        head.append(" ")
        head.append(OptionLabels.label(at: index), style: .key)
        let box =
            pad.isSingle
            ? (isChosen ? glyphs.radioOn : glyphs.radioOff) : (isChosen ? glyphs.checkedBox : glyphs.emptyBox)
        head.append(" \(box) ", style: .muted)
        let isMissed = region.isCorrect && !isChosen && !pad.isSingle && !answer.selected.isEmpty
        let words = item.question.words(for: region) + (isMissed ? " (missed)" : "")
        let style: Style = region.isCorrect ? .right : isChosen ? .wrong : .text
        let texts = TextLayout.wrap(
            [Span(words, style: style)], columns: columns, first: head.spans,
            rest: [Span(String(repeating: " ", count: head.width))])
        return lines(texts, part: index) + lines(why(region.why, indent: head.width + 2), part: index)
    }
}

extension Question {
    /// `line 3: "switchport mode access"`.
    ///
    /// - Parameter isNamed: With the author's name for it, where that is more than a letter: it may say too much
    ///   before the answer.
    func words(for region: Region, isNamed: Bool = true) -> String {
        let lines = exhibitLines
        let text =
            lines.indices.contains(region.line - 1)
            ? String(lines[region.line - 1].dropFirst(region.from - 1).prefix(region.to - region.from + 1)) : ""
        let name = isNamed && region.label.count > 2 ? "\(region.label), " : ""
        // Quotes of its own are part of what is asked.
        let quote = text.contains("\"") ? "" : "\""
        return "\(name)line \(region.line): \(quote)\(Substring(text).trimmed)\(quote)"
    }
}
