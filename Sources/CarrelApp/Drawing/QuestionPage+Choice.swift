import CarrelCore
import CarrelTerminal

// The options of a choice question: a label, a box and a text each.

extension QuestionPage {
    /// The options, and after the answer why each is right or wrong.
    func choice(_ pad: ChoicePad) -> [Line] {
        let all = item.question.options + item.retiredOptions
        return order.indices.flatMap { index in
            all.first { $0.id == order[index] }.map { lines(of: $0, at: index, pad) } ?? []
        }
    }

    private func lines(of option: AnswerOption, at index: Int, _ pad: ChoicePad) -> [Line] {
        let isStruck = pad.struck.contains(option.id)
        let isPointed = isOpen && pad.pointer == index
        var head = StyledLine("")
        if isPointed {
            head.append(glyphs.pointer, style: .selection)
        } else {
            head.append(verdictGlyph(option), style: verdictStyle(option))
        }
        head.append(" ")
        head.append(OptionLabels.label(at: index), style: .pointed(isPointed, else: .key))
        head.append(" \(box(option, pad)) ", style: .muted)
        let indent = head.width
        let style: Style = isStruck && answer == nil ? Style.muted.with(.strikethrough) : optionStyle(option)
        let text = resolved(option.text + note(option, isStruck: isStruck))
        var lines: [Line] = []
        var parts = Markdown.lines(text, columns: columns - indent, base: style, ascii: glyphs.isASCII)
        parts = marked(parts, corrections(of: option), columns: columns - indent)
        for (row, part) in parts.enumerated() {
            var line = row == 0 ? head : StyledLine(String(repeating: " ", count: indent))
            line.spans += part.spans
            lines.append(
                Line(text: line, option: index, isFirstOfOption: row == 0, anchor: isPointed && row == 0 ? 0 : nil))
        }
        if answer != nil, let why = option.why {
            let text = resolved(why)
            let whyMark = item.correction(of: .option(id: option.id, .why)).map { [$0] } ?? []
            let parts = Markdown.lines(text, columns: columns - indent - 2, ascii: glyphs.isASCII)
            for part in marked(parts, whyMark, columns: columns - indent - 2) {
                var line = StyledLine(String(repeating: " ", count: indent + 2))
                line.spans += part.spans
                lines.append(Line(text: line, option: index))
            }
        }
        return lines
    }

    /// What a glyph alone would leave unclear.
    private func note(_ option: AnswerOption, isStruck: Bool) -> String {
        guard let answer else { return isStruck ? " (struck out)" : "" }
        let isMissed = option.isCorrect && !answer.selected.contains(option.id) && !answer.selected.isEmpty
        return isMissed && item.question.kind == .multiple ? " (missed)" : ""
    }

    private func box(_ option: AnswerOption, _ pad: ChoicePad) -> String {
        let isChosen = (answer?.selected ?? pad.chosen).contains(option.id)
        if pad.struck.contains(option.id), !isChosen { return " - " }
        return pad.isSingle
            ? (isChosen ? glyphs.radioOn : glyphs.radioOff) : (isChosen ? glyphs.checkedBox : glyphs.emptyBox)
    }

    /// After the answer every right option is ticked and every wrong choice crossed.
    private func verdictGlyph(_ option: AnswerOption) -> String {
        guard let answer else { return " " }
        if option.isCorrect { return glyphs.right }
        return answer.selected.contains(option.id) ? glyphs.wrong : " "
    }

    /// Nothing of the key before the answer, not even the colour of a blank.
    private func verdictStyle(_ option: AnswerOption) -> Style { optionStyle(option) }

    private func optionStyle(_ option: AnswerOption) -> Style {
        guard let answer else { return .text }
        if option.isCorrect { return .right }
        return answer.selected.contains(option.id) ? .wrong : .text
    }

    /// What the learner corrected of an option; the key only where it is shown.
    private func corrections(of option: AnswerOption) -> [Correction] {
        [QuestionField.OptionPart.text, .isCorrect].filter { $0 == .text || answer != nil }
            .compactMap { item.correction(of: .option(id: option.id, $0)) }
    }
}
