import CarrelCore
import CarrelTerminal

// How a practice session looks: the question as one text that scrolls, and under it the field, the grades or the
// verdict, which do not.

extension PracticeScreen {
    /// A page, and what else decides how its lines look.
    struct LaidPage: Equatable, Sendable {
        var page: QuestionPage
        var layout: PageLayout
    }

    /// Rows of the field, its title included; fewer on a low screen.
    /// It grows with the text, into the room the question leaves.
    private var fieldRows: Int {
        let shown = weighed?.phase ?? phase
        guard shown == .writing || shown == .commanding else { return 0 }
        if simulation != nil { return promptRows }
        let wanted = max(rows >= 16 ? 4 : field.isEmpty ? 1 : 2, field.height(columns: fieldColumns, most: rows))
        return 1 + min(wanted, max(rows >= 16 ? 5 : 2, rows - 5 - lineCount))
    }
    private var stripRows: Int {
        if phase == .answered { return verdictRows }
        return [.grading, .weighing].contains(phase) ? 1 : 0
    }
    /// The verdict, and what sets it off from the question where there is room.
    private var verdictRows: Int { 1 + (rows >= 20 ? PageLayout.current.gapRows : 0) }
    private var noticeRows: Int { notice == nil ? 0 : 1 }

    /// Rows that the text has.
    var textRows: Int { max(1, rows - 4 - noticeRows - fieldRows - stripRows) }
    var textColumns: Int { max(10, min(columns, Frame.readableColumns) - 3) }
    var exhibitColumns: Int { QuestionPage.exhibitColumns(of: max(10, columns - 3)) }
    var fieldColumns: Int { max(10, min(columns, Frame.readableColumns) - 4) }

    var lineCount: Int { lines(.unicode).count }

    func lines(_ glyphs: Glyphs) -> [QuestionPage.Line] {
        guard let page = page(glyphs) else { return [] }
        return laid.lines(for: LaidPage(page: page, layout: .current)) { page.lines }
    }

    private func page(_ glyphs: Glyphs) -> QuestionPage? {
        guard let item else { return nil }
        var page = QuestionPage(item: item, order: order, columns: textColumns, glyphs: glyphs)
        page.prose = prose
        page.pad = pad
        page.isOpen = phase == .choosing
        page.answer = phase == .grading || phase == .answered ? standing : nil
        page.typed = typed
        page.more = page.answer == nil ? [] : KeyTable.depthHints(in: facts)
        return page
    }

    mutating func clampScroll() { scroll.clamp(lines: lineCount, visible: textRows) }

    /// Some of the option under the pointer is in sight.
    var showsPointer: Bool {
        let all = lines(.unicode), shown = scroll.range(lines: all.count, visible: textRows)
        return phase == .choosing && all[shown].contains { $0.shows(pad?.pointer) }
    }

    /// Scrolls as little as brings the whole option under the pointer in sight.
    mutating func revealCursor() {
        let all = lines(.unicode)
        let own = all.indices.filter { all[$0].shows(pad?.pointer) }
        guard let first = own.first, let last = own.last else { return }
        if last >= scroll.top + textRows { scroll.top = last - textRows + 1 }
        if first < scroll.top { scroll.top = first }
        // The stem belongs with the first option as far as there is room.
        if pad?.pointer == 0, last < textRows { scroll.top = 0 }
        clampScroll()
    }

    /// After the answer the verdicts must be in sight: a long stem scrolls away above them.
    mutating func revealInSight() {
        let all = lines(.unicode)
        guard let first = all.firstIndex(where: { $0.option != nil || $0.text.spans.first?.style == .heading }) else {
            return
        }
        let fits = all.count <= textRows || first <= textRows / 3
        scroll = ScrollPosition(top: fits ? 0 : first - 1)
        clampScroll()
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let surroundings = surroundings.showing(trouble, columns: canvas.columns)
        let frame = Frame(crumbs: crumbs, status: status(surroundings), hints: keys.hints(in: facts))
        var area = frame.draw(on: &canvas, in: surroundings)
        switch phase {
        case .loading: return
        case .missing:
            let words = "This question is not in any pack here, or is of a kind this version cannot ask."
            let gap = PageLayout.current.gapRows
            canvas.draw(TextLayout.wrap(words, columns: textColumns), x: 2, y: area.y + gap, rows: area.rows - gap)
            return
        default: break
        }
        if let notice { canvas.draw(notice, x: 2, y: area.y, style: .partly, limit: area.columns - 3) }
        area.y += noticeRows
        area.rows -= noticeRows
        if phase == .answered {
            drawVerdict(on: &canvas, y: area.y, glyphs: surroundings.glyphs)
            area.y += verdictRows
            area.rows -= verdictRows
        }
        let shown = drawText(on: &canvas, in: area, glyphs: surroundings.glyphs)
        if shown.isCut { drawScrollMark(shown.mark, on: &canvas) }
        switch phase {
        case .writing, .commanding:
            if let simulation {
                simulation.draw(on: &canvas, in: area, rows: fieldRows)
            } else {
                drawField(on: &canvas, in: area, glyphs: surroundings.glyphs)
            }
        case .grading: drawGrades(on: &canvas, y: area.bottom - 1, glyphs: surroundings.glyphs)
        case .weighing:
            var field = area
            field.rows -= 1
            if item?.question.kind == .free { drawField(on: &canvas, in: field, glyphs: surroundings.glyphs) }
            ConfidenceStrip.draw(on: &canvas, y: area.bottom - 1, facts: facts, glyphs: surroundings.glyphs)
        default: break
        }
    }

    var crumbs: [String] {
        guard let session else { return ["Practice"] }
        return [session.title, session.subtitle, among == nil ? "Practice" : "Review"].compactMap { $0 }
    }

    private func status(_ surroundings: Surroundings) -> String {
        guard let session else { return surroundings.saved.words }
        let glyphs = surroundings.glyphs
        var parts: [String] = []
        if session.showsClock { parts.append(RelativeTime.runningClock(milliseconds: elapsedMs(at: surroundings.now))) }
        if session.marks.flagged.contains(questionId) { parts.append(glyphs.flag) }
        if item?.isBookmarked == true { parts.append(glyphs.bookmark) }
        if let setAside = item?.setAside { parts.append(setAside) }
        parts.append("\(position + 1)/\(session.items.count)")
        if columns >= 60, let item { parts.append(item.question.difficulty.rawValue) }
        parts.append(surroundings.saved.words)
        return parts.joined(separator: "  ")
    }

    /// Spent in the session, on the open question too.
    private func elapsedMs(at now: Moment) -> Int {
        let open = standing == nil && item != nil ? shown.elapsed(at: now) : 0
        return (session?.elapsedMs ?? 0) + Int(max(0, open))
    }

    private var notice: String? { item?.notice(of: standing) }

    private func drawText(
        on canvas: inout Canvas, in area: Area, glyphs: Glyphs
    ) -> (isCut: Bool, mark: String) {
        let all = lines(glyphs)
        let height = max(0, area.rows - fieldRows - (phase == .grading || phase == .weighing ? 1 : 0))
        let visible = scroll.range(lines: all.count, visible: height)
        for (offset, index) in visible.enumerated() {
            let line = all[index]
            // The pointer's column is the canvas' second: text starts at the third.
            let x = line.x
            canvas.draw(line.text, x: x, y: area.y + offset, limit: area.columns - x - 1)
            guard phase == .choosing, trouble == nil else { continue }
            if let column = line.anchor {
                canvas.anchor = Position(x: x + column, y: area.y + offset)
                canvas.heard =
                    padWords ?? item.flatMap { pad?.words(of: $0.question) }
                    ?? QuestionPage.Line.heard(all, at: index, glyphs: glyphs)
            }
            for target in line.targets(columns: area.columns - x) {
                canvas.mark(
                    x: x + target.columns.lowerBound, y: area.y + offset, columns: target.columns.count,
                    as: .item(target.part))
            }
        }
        let below = all.count - visible.upperBound
        // At a prompt the paging keys go over what was printed there.
        let way = simulation != nil && phase == .writing ? "esc " : ""
        let words = below > 0 ? "\(RelativeTime.count(below, "more line")) \(way)PgDn" : "end \(way)PgUp"
        return (visible.count < all.count, " \(words) ")
    }

    private func drawScrollMark(_ mark: String, on canvas: inout Canvas) {
        canvas.draw(mark, x: max(1, canvas.columns - Columns.width(of: mark) - 1), y: canvas.rows - 2, style: .muted)
    }

    private func drawField(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let y = area.bottom - fieldRows
        canvas.draw("Your answer", x: 2, y: y, style: .heading)
        let hint = phase == .writing || phase == .weighing ? "or just think, then reveal" : "Tab writes"
        if field.isEmpty {
            let words = Columns.clip(hint, to: area.columns - 16, ellipsis: glyphs.ellipsis)
            canvas.draw(words, x: 15, y: y, style: .muted)
        }
        field.draw(
            on: &canvas, x: 2, y: y + 1, columns: fieldColumns, rows: fieldRows - 1, isFocused: phase == .writing)
    }

    private func drawGrades(on canvas: inout Canvas, y: Int, glyphs: Glyphs) {
        var x = canvas.columns >= 60 ? canvas.draw("How well did you know it?", x: 2, y: y, style: .heading) + 2 : 2
        canvas.anchor = Position(x: 2, y: y)
        for rating in grades.ratings {
            let key = QuestionAction(rawValue: "\(rating)").flatMap { KeyTable.grading.key(of: $0, in: facts) }
            let name = [key?.label(ascii: glyphs.isASCII), "\(rating)"].compactMap(\.self).joined(separator: " ")
            let isMarked = rating == suggestedRating
            if isMarked { canvas.anchor = Position(x: x, y: y) }
            if isMarked { canvas.draw(glyphs.pointer, x: x, y: y, style: .selection) }
            x += 1
            x = canvas.draw(name, x: x, y: y, style: isMarked ? .selection : .text) + 1
        }
    }

    private func drawVerdict(on canvas: inout Canvas, y: Int, glyphs: Glyphs) {
        guard let grade = standing?.grade else { return }
        let (text, style): (String, Style) =
            if grade.isCorrect {
                ("\(glyphs.right) Right", .right)
            } else if grade.isPartial {
                ("\(glyphs.partly) Partly right\(countWords)", .partly)
            } else if item?.question.kind != .free, standing?.selection.isEmpty == true,
                standing?.response == nil
            {
                ("\(glyphs.wrong) \(session?.mode.givesFeedbackAtOnce == false ? "Not answered" : "Not known")", .wrong)
            } else {
                ("\(glyphs.wrong) Wrong\(countWords)", .wrong)
            }
        canvas.draw(text, x: 2, y: y, style: style.with(.bold), limit: canvas.columns - 3)
        canvas.anchor = Position(x: 2, y: y)
        canvas.heard = glyphs.heard(text)
    }

    /// How an answer of several parts divides: `: 1 of 2, 1 wrong`; of a simulation what its goals earned.
    private var countWords: String {
        guard let item, let standing, !item.isGradedByAnotherKey(standing) else { return "" }
        let question = item.question
        if question.kind == .simulation, let grade = standing.grade { return ": \(grade.pointsInWords)" }
        guard let words = question.countWords(of: standing.selection) else { return "" }
        return ": \(words)"
    }
}
