import CarrelCore
import CarrelStorage
import CarrelTerminal

/// The selected question of a list, as a pane beside it shows it: which one is wanted, and what is known of it.
///
/// It is asked for once the keys typed so far are handled, so that rows passed on the way cost nothing.
struct QuestionPreview: Equatable, Sendable {
    private var isVisible = false
    /// What was asked for last.
    private var asked: String?
    private(set) var facts: PreviewFacts?

    mutating func resize(columns: Int) { isVisible = SplitView.hasPane(columns: columns) }

    /// What is known may have changed.
    mutating func forget() { asked = nil }

    /// - Parameters:
    ///   - id: Of the selected question; nil where the selection is none.
    ///   - row: Where the list has it.
    mutating func settle(on id: String?, row: QuestionRow? = nil) -> [Effect] {
        guard isVisible, let id else {
            (asked, facts) = (nil, nil)
            return []
        }
        guard id != asked else { return [] }
        asked = id
        return [.perform(.fetch(.preview(id, row: row)))]
    }

    mutating func take(_ id: String, _ facts: PreviewFacts?) {
        if id == asked { self.facts = facts }
    }

    func draw(on canvas: inout Canvas, in area: Area, surroundings: Surroundings) {
        guard let facts else { return }
        let glyphs = surroundings.glyphs
        let page = PreviewPage(facts: facts, columns: area.columns, glyphs: glyphs, now: surroundings.now)
        let standing = Array(page.standing.prefix(max(0, area.rows - 3)))
        let gap = PageLayout.current.gapRows
        let room = area.rows - standing.count - (standing.isEmpty ? 0 : gap)
        let question = page.question
        var y = canvas.draw(question, x: area.x, y: area.y, limit: area.columns, rows: room)
        if question.count > room, room > 0 {
            canvas.fill(x: area.x, y: y - 1, columns: area.columns, rows: 1)
            canvas.draw(glyphs.ellipsis, x: area.x, y: y - 1, style: .muted)
        }
        y += gap
        canvas.draw(standing, x: area.x, y: y, limit: area.columns, rows: max(0, area.bottom - y))
    }
}

/// What a preview says of a question, in lines.
struct PreviewPage {
    let facts: PreviewFacts
    let columns: Int
    let glyphs: Glyphs
    let now: Moment

    /// Stem and options. Which of them are right stays open until the question was answered once.
    var question: [StyledLine] {
        let question = facts.question
        var lines = Markdown.lines(
            OptionLabels.resolve(question.stem, order: order), columns: columns, ascii: glyphs.isASCII)
        if question.exhibit != nil {
            lines += .gap + question.exhibitLines.map { StyledLine(Columns.clip($0, to: columns)) }
        }
        guard question.kind != .hotspot else { return lines }
        if !order.isEmpty { lines += .gap }
        for option in question.bareParts(order) {
            let isTicked = isAnswered && option.isCorrect
            var first = StyledLine(isTicked ? glyphs.right : glyphs.bullet, style: isTicked ? .right : .muted)
            first.append(" ")
            let text = Markdown.lines(
                OptionLabels.resolve(option.text, order: order), columns: columns - 2,
                base: isTicked ? .right : .text, ascii: glyphs.isASCII)
            for (index, part) in text.enumerated() {
                lines.append(StyledLine(spans: (index == 0 ? first : StyledLine("  ")).spans + part.spans))
            }
        }
        return lines
    }

    /// What it is and how it stands with the learner, a line for each.
    ///
    /// - Parameter crumb: Between a channel and its sub-channel.
    func words(crumb: String) -> [String] {
        let question = facts.question
        var states = [question.difficulty.rawValue, question.kind.rawValue]
        var lines: [String] = []
        if let row = facts.row {
            lines.append(row.channelTitle + crumb + row.subChannelTitle)
            if row.isFlagged { states.append("flagged") }
            if let setAside = row.setAside { states.append(setAside) }
            if row.isDue { states.append("due") }
            if row.isMine { states.append("corrected by you") }
        }
        lines.append(states.joined(separator: ", "))
        if !question.tags.isEmpty { lines.append("tags: " + question.tags.joined(separator: ", ")) }
        if !question.companies.isEmpty { lines.append("asked at: " + question.companies.joined(separator: ", ")) }
        return lines + [answered]
    }

    /// The same with the learner's note, as it is drawn.
    var standing: [StyledLine] {
        var lines = words(crumb: " \(glyphs.crumb) ").flatMap {
            TextLayout.wrap($0, columns: max(1, columns), style: .muted)
        }
        if let note = facts.note, !note.isEmpty {
            lines += TextLayout.wrap(
                [Span("note: ", style: .muted), Span(PlainStem.line(note))], columns: max(1, columns))
        }
        return lines
    }

    private var isAnswered: Bool { (facts.row?.answers ?? 0) > 0 }

    private var answered: String {
        guard let row = facts.row else { return "in no pack any more" }
        guard row.answers > 0 else { return "not answered yet" }
        let times = row.answers == 1 ? "once" : RelativeTime.count(row.answers, "time")
        let last = row.lastAt.map { ", last " + RelativeTime.words(for: $0, now: now, dayStart: facts.dayStart) } ?? ""
        let verdict =
            switch row.lastCorrect {
            case true?: ": right"
            case false?: row.isPartly ? ": partly right" : ": wrong"
            case nil: ""
            }
        return "answered \(times)\(last)\(verdict)"
    }

    private var order: [String] { facts.question.shuffledOnce }
}
