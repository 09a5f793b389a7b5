import CarrelCore
import CarrelTerminal

/// A question laid out as lines of text: stem, options with their marks, and what follows the answer.
///
/// Pure layout: it is given everything it shows and knows nothing of keys or scrolling.
struct QuestionPage: Equatable, Sendable {
    struct Line: Equatable, Sendable {
        var text: StyledLine
        /// The part of the answer pad the line belongs to, by its place on screen.
        var option: Int?
        /// The option's first line, where the pointer stands.
        var isFirstOfOption = false
        /// Where only some columns of the line belong to a part, and to which.
        var spots: [Spot] = []
        /// The column of the pointer; nil where it stands elsewhere.
        var anchor: Int?
        /// It begins where the pointer does, a column before text.
        var isOutdented = false
    }

    let item: StudyItem
    /// Option ids in the order they are shown.
    let order: [String]
    /// Where the answer is made; nil for a kind that has no pad.
    var pad: AnswerPad?
    /// The answer is being made: the pointer shows.
    var isOpen = false
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
        var lines = stem + exhibit
        switch pad ?? AnswerPad(item.question, order: order) {
        case .choice(let pad): lines += .gap + choice(pad)
        case .ordering(let pad): lines += .gap + ordering(pad)
        case .matching(let pad): lines += .gap + matching(pad)
        case .hotspot(let pad): lines += .gap + hotspot(pad)
        case nil: break
        }
        if let answer { lines += revealed(answer) }
        return lines
    }

    func resolved(_ source: String) -> String {
        OptionLabels.resolve(source) { item.question.label(of: $0, order: order) }
    }

    func markdown(_ source: String) -> [Line] {
        let key = ProseKey(source: source, order: order, columns: columns, isASCII: glyphs.isASCII)
        return prose.lines(for: key) {
            return Markdown.lines(resolved(source), columns: columns, ascii: glyphs.isASCII).map { Line(text: $0) }
        }
    }

    private var stem: [Line] {
        var lines = markdown(item.question.stem) + mine(.stem)
        guard let words = amountWords else { return lines }
        let endsInCode = item.question.stem.split(separator: "\n").last.map {
            $0.hasPrefix("```") || $0.hasPrefix("~~~")
        }
        if endsInCode == true { lines += .gap }
        if endsInCode != true, let last = lines.last, last.text.width + 2 + words.count <= columns {
            lines[lines.count - 1].text.append(
                String(repeating: " ", count: columns - last.text.width - words.count) + words, style: .muted)
        } else {
            lines.append(Line(text: StyledLine(words, style: .muted)))
        }
        return lines
    }

    /// What the question is about, as its author drew it; the exhibit of a hotspot is where it is answered.
    private var exhibit: [Line] {
        guard item.question.kind != .hotspot, item.question.exhibit != nil else { return [] }
        // No line of an exhibit is a fence of so many marks.
        let fence = String(repeating: "~", count: 40)
        return .gap + markdown(([fence] + item.question.exhibitLines + [fence]).joined(separator: "\n"))
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
        lines += simulation(answer)
        lines += section("Explanation", markdown(item.question.explanation) + mine(.explanation))
        if let note = item.note {
            lines += section("My note", TextLayout.wrap(note, columns: columns).map { Line(text: $0) })
        }
        return lines + moreLines
    }

    /// A line that says that what stands above it is the learner's own; none where it is the author's.
    func mine(_ field: QuestionField) -> [Line] {
        guard let correction = item.correction(of: field) else { return [] }
        return marked([], [correction], columns: columns).map { Line(text: $0) }
    }

    /// `lines` with a mark after the last one, or below it where it has no room, when some of it is the learner's own.
    func marked(_ lines: [StyledLine], _ corrections: [Correction], columns: Int) -> [StyledLine] {
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

    func section(_ title: String, _ body: [Line]) -> [Line] {
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
