import CarrelCore
import CarrelTerminal

/// A question laid out as lines of text: stem, options with their marks, and what follows the answer.
///
/// Pure layout: it is given everything it shows and knows nothing of keys or scrolling.
struct QuestionPage: Equatable, Sendable {
    struct Line: Equatable, Sendable {
        var text: StyledLine
        /// The option the line belongs to, by its place on screen.
        var option: Int?
        /// The option's first line, where the pointer stands.
        var isFirstOfOption = false
    }

    let item: StudyItem
    /// Option ids in the order they are shown.
    let order: [String]
    var chosen: Set<String> = []
    var struck: Set<String> = []
    /// Where the pointer stands; nil when options are not being chosen.
    var cursor: Int?
    /// Nil until something is revealed.
    var answer: StandingAnswer?
    var typed: TypedAnswerGrade?
    /// Keys that open more about the question, named under everything else.
    var more: [Hint] = []
    let columns: Int
    let glyphs: Glyphs
    /// What was laid out of its longer texts for an earlier page.
    var prose = KeptLines<ProseKey, Line>(capacity: 4)

    var lines: [Line] {
        var lines = stem
        if !order.isEmpty {
            lines += .gap
            for index in order.indices { lines += option(at: index) }
        }
        if let answer { lines += revealed(answer) }
        return lines
    }

    private func markdown(_ source: String) -> [Line] {
        let key = ProseKey(source: source, order: order, columns: columns, isASCII: glyphs.isASCII)
        return prose.lines(for: key) {
            let resolved = OptionLabels.resolve(source, order: order)
            return Markdown.lines(resolved, columns: columns, ascii: glyphs.isASCII).map { Line(text: $0) }
        }
    }

    private var stem: [Line] {
        var lines = markdown(item.question.stem) + mine(.stem)
        guard item.question.kind == .multiple else { return lines }
        let words = chooseWords
        if let last = lines.last, last.text.width + 2 + words.count <= columns {
            lines[lines.count - 1].text.append(
                String(repeating: " ", count: columns - last.text.width - words.count) + words, style: .muted)
        } else {
            lines.append(Line(text: StyledLine(words, style: .muted)))
        }
        return lines
    }

    private var chooseWords: String {
        guard let count = item.question.choose else { return "(choose all that apply)" }
        return chosen.isEmpty || answer != nil ? "(choose \(count))" : "(choose \(count), \(chosen.count) chosen)"
    }

    private func option(at index: Int) -> [Line] {
        guard let option = (item.question.options + item.retiredOptions).first(where: { $0.id == order[index] }) else {
            return []
        }
        let isStruck = struck.contains(option.id)
        var head = StyledLine("")
        if cursor == index {
            head.append(glyphs.pointer, style: .selection)
        } else {
            head.append(verdictGlyph(option), style: verdictStyle(option))
        }
        head.append(" ")
        head.append(OptionLabels.label(at: index), style: cursor == index ? .selection : .key)
        head.append(" \(box(option, isStruck: isStruck)) ", style: .muted)
        let indent = head.width
        let style: Style = isStruck && answer == nil ? Style.muted.with(.strikethrough) : optionStyle(option)
        let text = OptionLabels.resolve(option.text + note(option, isStruck: isStruck), order: order)
        var lines: [Line] = []
        var parts = Markdown.lines(text, columns: columns - indent, base: style, ascii: glyphs.isASCII)
        parts = marked(parts, corrections(of: option), columns: columns - indent)
        for (row, part) in parts.enumerated() {
            var line = row == 0 ? head : StyledLine(String(repeating: " ", count: indent))
            line.spans += part.spans
            lines.append(Line(text: line, option: index, isFirstOfOption: row == 0))
        }
        if answer != nil, let why = option.why {
            let text = OptionLabels.resolve(why, order: order)
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

    private func box(_ option: AnswerOption, isStruck: Bool) -> String {
        let isChosen = (answer?.selected ?? chosen).contains(option.id)
        if isStruck, !isChosen { return " - " }
        return item.question.kind == .single
            ? (isChosen ? glyphs.radioOn : glyphs.radioOff) : (isChosen ? glyphs.checkedBox : glyphs.emptyBox)
    }

    /// After the answer every right option is ticked and every wrong choice crossed.
    private func verdictGlyph(_ option: AnswerOption) -> String {
        guard let answer else { return " " }
        if option.isCorrect { return glyphs.right }
        return answer.selected.contains(option.id) ? glyphs.wrong : " "
    }

    private func verdictStyle(_ option: AnswerOption) -> Style {
        option.isCorrect ? .right : .wrong
    }

    private func optionStyle(_ option: AnswerOption) -> Style {
        guard let answer else { return .text }
        if option.isCorrect { return .right }
        return answer.selected.contains(option.id) ? .wrong : .text
    }

    private func revealed(_ answer: StandingAnswer) -> [Line] {
        var lines: [Line] = []
        if item.question.kind == .free {
            if let response = answer.response, !response.isEmpty {
                lines += section("Your answer", TextLayout.wrap(response, columns: columns).map { Line(text: $0) })
            }
            if let typed, !typed.keywords.isEmpty {
                lines += section(typed.isEmpty ? "Key points" : "Key points in your answer", keywords(typed))
            }
            lines += section("Model answer", markdown(item.question.answer) + mine(.answer))
        }
        lines += section("Explanation", markdown(item.question.explanation) + mine(.explanation))
        if let note = item.note {
            lines += section("My note", TextLayout.wrap(note, columns: columns).map { Line(text: $0) })
        }
        return lines + moreLines
    }

    /// A line that says that what stands above it is the learner's own; none where it is the author's.
    private func mine(_ field: QuestionField) -> [Line] {
        guard let correction = item.correction(of: field) else { return [] }
        return marked([], [correction], columns: columns).map { Line(text: $0) }
    }

    /// What the learner corrected of an option; the key only where it is shown.
    private func corrections(of option: AnswerOption) -> [Correction] {
        [QuestionField.OptionPart.text, .isCorrect].filter { $0 == .text || answer != nil }
            .compactMap { item.correction(of: .option(id: option.id, $0)) }
    }

    /// `lines` with a mark after the last one, or below it where it has no room, when some of it is the learner's own.
    private func marked(_ lines: [StyledLine], _ corrections: [Correction], columns: Int) -> [StyledLine] {
        guard let state = Correction.state(of: corrections) else { return lines }
        // Why it was corrected may give the key away.
        let reason = answer == nil ? nil : Correction.reason(of: corrections)
        let words = "\(glyphs.mine) \(state)" + (reason.map { ": \($0)" } ?? "")
        let mark = StyledLine(Columns.clip(words, to: columns, ellipsis: glyphs.ellipsis), style: .bookmark)
        guard var last = lines.last, last.width + 1 + mark.width <= columns else {
            return lines + [mark]
        }
        last.append(" ", style: .text)
        last.spans += mark.spans
        return lines.dropLast() + [last]
    }

    private func section(_ title: String, _ body: [Line]) -> [Line] {
        .gap + [Line(text: StyledLine(title, style: .heading))] + body
    }

    /// One line a key point: ticked, or still open; with words for what is contradicted or must be there.
    private func keywords(_ typed: TypedAnswerGrade) -> [Line] {
        typed.keywords.map { tick in
            var line = StyledLine(
                tick.isMatched ? glyphs.right : glyphs.unseen, style: tick.isMatched ? .right : .muted)
            line.append(" \(tick.text)", style: tick.isMatched ? .text : .muted)
            if tick.isRequired { line.append(" (needed)", style: .muted) }
            return Line(text: line)
        }
    }
}
