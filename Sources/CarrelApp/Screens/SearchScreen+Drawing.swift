import CarrelCore
import CarrelStorage
import CarrelTerminal

extension SearchScreen {
    var facts: SearchFacts {
        SearchFacts(
            hasRows: found == nil ? recents?.isEmpty == false : rowCount > 0, hasHits: rowCount > 0,
            fieldIsEmpty: field.isEmpty)
    }

    var listFacts: ListFacts {
        ListFacts(
            hasRows: rowCount > 0, canPractise: rowCount > 0, isOnQuestion: selected != nil, canFilter: found != nil,
            hasField: true)
    }

    var offer: KeyOffer? {
        if let offer = filter.offer { return offer }
        return focus == .field ? KeyTable.search.offer(in: facts) : KeyTable.list.offer(in: listFacts)
    }

    /// Of the list and the field: where every letter is text there is no key for help.
    var help: HelpTopic {
        var help = KeyTable.list.help(in: listFacts)
        help.further = [KeyTable.search.help(in: SearchFacts(hasRows: true, hasHits: true, fieldIsEmpty: false))]
        return help
    }

    var recentRows: [ListRow] {
        guard let recents, !recents.isEmpty else { return [] }
        return [.heading("Recent")] + recents.map { ListRow(label: $0) }
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        if filter.drawSheet(title: ["Search"], on: &canvas, in: surroundings) { return }
        let hints = focus == .field ? KeyTable.search.hints(in: facts) : KeyTable.list.hints(in: listFacts)
        let frame = Frame(crumbs: ["Search"], status: surroundings.saved.words, hints: hints)
        var area = frame.draw(on: &canvas, in: surroundings)
        let glyphs = surroundings.glyphs
        canvas.draw("/", x: 1, y: area.y, style: .key)
        field.draw(
            on: &canvas, x: 3, y: area.y, columns: min(area.columns, Frame.readableColumns) - 5, rows: 1,
            isFocused: focus == .field)
        let words = Columns.clip(state, to: area.columns - 4, ellipsis: glyphs.ellipsis)
        canvas.draw(words, x: 3, y: area.y + 1, style: .muted)
        let above = 1 + (state.isEmpty ? PageLayout.current.gapRows : 1)
        area.y += above
        area.rows -= above
        guard found != nil else {
            drawHelp(on: &canvas, in: area, glyphs: glyphs)
            if !faults.isEmpty { canvas.heard = state }
            return
        }
        let (left, pane) = rowCount == 0 ? (area, nil) : SplitView.divide(area, on: &canvas)
        list.draw(count: rowCount, on: &canvas, in: left, glyphs: glyphs) {
            row(at: $0, columns: left.columns, glyphs: glyphs)
        }
        if rowCount == 0 || !faults.isEmpty { canvas.heard = state }
        if let pane { preview.draw(on: &canvas, in: pane, surroundings: surroundings) }
    }

    /// What could not be understood, else what was found.
    private var state: String {
        if !faults.isEmpty { return faults.map(\.description).joined(separator: "; ") }
        guard let found else { return "" }
        guard rowCount > 0 else { return "Nothing matches \(found.query.words). Esc clears." }
        return found.result.count + (found.result.count == "1" ? " question found" : " questions found")
    }

    private func drawHelp(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        guard field.isEmpty else { return }
        var area = area
        for line in SearchHelp.text.prefix(max(0, area.rows)) {
            let words = Columns.clip(line, to: area.columns - 4, ellipsis: glyphs.ellipsis)
            canvas.draw(words, x: 3, y: area.y, style: .muted)
            area.y += 1
            area.rows -= 1
        }
        guard !recentRows.isEmpty, area.rows > 1 else { return }
        let gap = area.rows > recentRows.count ? PageLayout.current.gapRows : 0
        area.y += gap
        area.rows -= gap
        recentList.draw(recentRows, on: &canvas, in: area, glyphs: glyphs)
    }

    private func row(at index: Int, columns: Int, glyphs: Glyphs) -> HitRow? {
        guard let found else { return nil }
        guard let id = id(at: index) else {
            if index == 0 {
                return HitRow(
                    label: StyledLine("Practise \(min(10, found.result.ids.count))", style: .key),
                    detail: "unseen first")
            }
            return HitRow(
                label: StyledLine("Put the best of all matches first", style: .key), detail: found.result.count)
        }
        guard let hit = found.hits[id] else { return nil }
        let (glyph, style) = QuestionRowView.state(hit.row, glyphs: glyphs)
        var label = StyledLine(hit.row.isBookmarked ? "\(glyphs.bookmark) " : "", style: .bookmark)
        label.spans += hit.stem.line(base: .text).spans
        let difficulty = hit.row.difficulty.rawValue
        var row = HitRow(glyph: glyph, glyphStyle: style, label: label)
        // A narrow list's first line is all the stem's.
        let isNarrow = columns < QuestionRowView.roomyColumns
        if !isNarrow || !list.isRoomy { row.detail = difficulty }
        guard list.isRoomy else { return row }
        let place = [hit.row.channelTitle] + (isNarrow ? [difficulty] : [])
        row.second.append(place.joined(separator: " \(glyphs.separator) "), style: .muted)
        if let excerpt = hit.excerpt {
            row.second.append(" \(glyphs.separator) \(excerpt.field.rawValue): ", style: .muted)
            row.second.spans += excerpt.text.line(base: .muted).spans
        } else if let rest = label.rest(showing: .match, past: columns - (isNarrow ? 8 : 22)) {
            row.second.append(" \(glyphs.separator) \(glyphs.ellipsis)", style: .muted)
            row.second.spans += rest.spans.map { Span($0.text, style: $0.style == .text ? .muted : $0.style) }
        }
        return row
    }
}

extension StyledLine {
    /// The end of the line from shortly before its first text in `style`; nil where that is not past a column.
    fileprivate func rest(showing style: Style, past column: Int) -> StyledLine? {
        var width = 0
        for (index, span) in spans.enumerated() {
            if span.style == style {
                guard width + Columns.width(of: span.text) > column, index > 0 else { return nil }
                // A word or two lead up to it.
                let words = spans[index - 1].text.split(separator: " ", omittingEmptySubsequences: false)
                let lead = words.suffix(3).joined(separator: " ")
                return StyledLine(spans: [Span(lead, style: spans[index - 1].style)] + spans[index...])
            }
            width += Columns.width(of: span.text)
        }
        return nil
    }
}

/// What can be typed, for an empty field.
enum SearchHelp {
    static var text: [String] {
        let fields = SearchField.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
        let values = SearchField.status.values ?? []
        // In two lines: in one they are wider than most screens.
        let first = values.prefix((values.count + 1) / 2).joined(separator: " ")
        let rest = values.dropFirst((values.count + 1) / 2).joined(separator: " ")
        return ["Words, \"a phrase\", -not. Fields:", fields, "is: " + first, "    " + rest]
    }

    static var lines: Int { text.count }
}

extension SearchQuery {
    /// What is searched for, for a sentence.
    var words: String {
        let parts =
            terms.map { $0.isPrefix ? $0.text : "\"\($0.text)\"" }
            + excluded.map { $0.isPrefix ? "not \($0.text)" : "not \"\($0.text)\"" } + [filter.words]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
