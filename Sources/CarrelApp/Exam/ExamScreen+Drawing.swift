import CarrelCore
import CarrelTerminal

// How an exam looks: the item as one text that scrolls, and at the right of the header the clock, the count, the flag.

extension ExamScreen {
    private var stripRows: Int { phase == .weighing ? 1 : 0 }
    var textRows: Int { max(1, rows - 4 - stripRows - promptRows) }
    /// Rows of a simulation's prompt, its rule with them.
    var promptRows: Int { simulation?.rows(of: rows - 4, question: lineCount) ?? 0 }
    private var textColumns: Int { max(10, min(columns, Frame.readableColumns) - 3) }
    var exhibitColumns: Int { QuestionPage.exhibitColumns(of: max(10, columns - 3)) }
    var lineCount: Int { lines(.unicode).count }

    func lines(_ glyphs: Glyphs) -> [QuestionPage.Line] {
        guard let page = page(glyphs) else { return [] }
        return laid.lines(for: PracticeScreen.LaidPage(page: page, layout: .current)) { page.lines }
    }

    private func page(_ glyphs: Glyphs) -> QuestionPage? {
        guard let item else { return nil }
        var page = QuestionPage(item: item, order: order, columns: textColumns, glyphs: glyphs)
        page.prose = prose
        page.pad = pad
        page.isOpen = phase == .open
        return page
    }

    var whereabouts: String { "item \(position + 1) of \(session?.items.count ?? 0)" }
    var isCovered: Bool { overview != nil }
    var speaksRow: Bool { overview != nil }

    /// The question as plain mode prints it, or how far the exam is.
    var spoken: String {
        if let overview { return overview.spoken }
        switch phase {
        case .timeUp: return timeUpWords
        default:
            guard let item else { return "" }
            let head = ["Item \(position + 1) of \(session?.items.count ?? 0)", leftWhenShown.map(ExamTime.words)]
            let words = head.compactMap(\.self).joined(separator: ", ") + "."
            return ([words] + SpokenQuestion.onScreen(item, order: order).asked).joined(separator: "\n")
        }
    }

    /// Some of the part under the pointer is in sight.
    var showsPointer: Bool {
        let all = lines(.unicode), shown = scroll.range(lines: all.count, visible: textRows)
        return phase == .open && all[shown].contains { $0.shows(pad?.pointer) }
    }

    /// Scrolls as little as brings all of the part under the pointer in sight.
    mutating func revealPointer() {
        let all = lines(.unicode)
        let own = all.indices.filter { all[$0].shows(pad?.pointer) }
        if let first = own.first, let last = own.last {
            if last >= scroll.top + textRows { scroll.top = last - textRows + 1 }
            if first < scroll.top { scroll.top = first }
            if pad?.pointer == 0, last < textRows { scroll.top = 0 }
        }
        scroll.clamp(lines: all.count, visible: textRows)
        noticeEnd()
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let surroundings = surroundings.showing(trouble, columns: canvas.columns)
        let crumbs = [session?.title ?? "Exam", overview == nil ? modeWord : "\(modeWord) overview"]
        let hints = overview?.hints ?? keys.hints(in: facts)
        let frame = Frame(crumbs: crumbs, status: status(surroundings), hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        if let overview { return overview.draw(on: &canvas, in: area, glyphs: surroundings.glyphs) }
        switch phase {
        case .loading: break
        case .timeUp: drawTimeUp(on: &canvas, in: area)
        case .missing:
            let words = "This question is not in any pack here any more. It counts neither way."
            canvas.draw(
                TextLayout.wrap(words, columns: textColumns), x: 2, y: area.y + PageLayout.current.gapRows,
                rows: area.rows)
        case .open, .weighing: drawItem(on: &canvas, in: area, glyphs: surroundings.glyphs)
        }
    }

    private var modeWord: String { session?.mode == .timed ? "Timed" : "Exam" }

    private func status(_ surroundings: Surroundings) -> String {
        guard let session else { return surroundings.saved.words }
        let glyphs = surroundings.glyphs
        var parts: [String] = []
        if session.marks.flagged.contains(questionId) { parts.append(glyphs.flag) }
        if item?.isBookmarked == true { parts.append(glyphs.bookmark) }
        if let confidence = standing?.confidence { parts.append(confidence.word) }
        parts.append("\(position + 1)/\(session.items.count)")
        if let section = sitting?.section, (sitting?.sections.count ?? 1) > 1 { parts.append("part \(section + 1)") }
        if isClockShown, let left = run?.timeLeft(at: surroundings.now) {
            parts.append(RelativeTime.runningClock(milliseconds: Int(max(0, left))))
        }
        parts.append(surroundings.saved.words)
        return parts.joined(separator: "  ")
    }

    private func drawItem(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let all = lines(glyphs)
        let visible = scroll.range(lines: all.count, visible: area.rows - stripRows - promptRows)
        for (offset, index) in visible.enumerated() {
            let line = all[index]
            canvas.draw(line.text, x: line.x, y: area.y + offset, limit: area.columns - line.x - 1)
            guard phase == .open, trouble == nil else { continue }
            if let column = line.anchor {
                canvas.anchor = Position(x: line.x + column, y: area.y + offset)
                canvas.heard =
                    padWords ?? item.flatMap { pad?.words(of: $0.question) }
                    ?? QuestionPage.Line.heard(all, at: index, glyphs: glyphs)
            }
            for target in line.targets(columns: area.columns - line.x) {
                canvas.mark(
                    x: line.x + target.columns.lowerBound, y: area.y + offset, columns: target.columns.count,
                    as: .item(target.part))
            }
        }
        if visible.count < all.count {
            let below = all.count - visible.upperBound
            // At a prompt the paging keys go over what was printed there.
            let way = simulation?.isAtPrompt == true ? "esc " : ""
            let words = below > 0 ? " \(RelativeTime.count(below, "more line")) \(way)PgDn " : " end \(way)PgUp "
            canvas.draw(
                words, x: max(1, canvas.columns - Columns.width(of: words) - 1), y: canvas.rows - 2, style: .muted)
        }
        if let simulation, simulation.hiddenBelow > 0 {
            let words = " more below  PgDn "
            canvas.draw(
                words, x: max(1, canvas.columns - Columns.width(of: words) - 1), y: canvas.rows - 2, style: .muted)
        }
        if let simulation {
            var room = area
            room.rows -= stripRows
            simulation.draw(on: &canvas, in: room, rows: promptRows)
        }
        if phase == .weighing { ConfidenceStrip.draw(on: &canvas, y: area.bottom - 1, facts: facts, glyphs: glyphs) }
    }

    private var timeUpWords: String {
        "Time is up: \(session?.answered ?? 0) of \(session?.items.count ?? 0) answered."
    }

    private func drawTimeUp(on canvas: inout Canvas, in area: Area) {
        let gap = PageLayout.current.gapRows
        canvas.draw(timeUpWords, x: 2, y: area.y + gap, style: .heading, limit: area.columns - 3)
        canvas.draw(
            TextLayout.wrap("What you chose counts. Enter hands it in and shows the result.", columns: textColumns),
            x: 2, y: area.y + gap + 1 + gap, rows: max(1, area.rows - 2))
        canvas.anchor = Position(x: 2, y: area.y + gap)
    }
}
