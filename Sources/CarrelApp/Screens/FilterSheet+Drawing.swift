import CarrelCore
import CarrelTerminal

extension FilterSheet {
    private static let choicesStart = 14

    func draw(title: [String], on canvas: inout Canvas, in surroundings: Surroundings) {
        let frame = Frame(
            crumbs: title + ["Filter"], status: surroundings.saved.words, hints: hints)
        let area = frame.draw(on: &canvas, in: surroundings)
        let glyphs = surroundings.glyphs
        let isRoomy = area.rows > 8
        let gap = isRoomy ? PageLayout.current.gapRows : 0
        var y = area.y + gap
        for row in Row.allCases {
            let isSelected = row == self.row
            if isSelected {
                canvas.draw(glyphs.pointer, x: 1, y: y, style: .selection)
                canvas.anchor = Position(x: 1, y: y)
            }
            canvas.draw(row.name, x: 3, y: y, style: isSelected ? .selection : .text)
            canvas.mark(x: 1, y: y, columns: area.columns - 1, as: ChoiceRow.meaning(row: row.rawValue))
            switch row {
            case .tags: draw(tags, on: &canvas, y: y, area: area, isFocused: isSelected)
            case .companies: draw(companies, on: &canvas, y: y, area: area, isFocused: isSelected)
            case .difficulty, .status, .kind:
                if isSelected { canvas.heard = ChoiceRow.heard(row.name, options(of: row)) }
                ChoiceRow.draw(
                    options(of: row), row: row.rawValue, on: &canvas, x: Self.choicesStart, y: y,
                    edge: area.columns - 1, gap: 1, glyphs: glyphs)
            }
            y += 1
        }
        y += gap
        // One line is left where the screen is small: it is what is typed about, or what comes of it.
        if let count, isRoomy || offered.isEmpty {
            canvas.draw(
                count.description + (count.description == "1" ? " question" : " questions"), x: 3, y: y, style: .muted)
        }
        if isRoomy { y += 1 + gap }
        if !offered.isEmpty {
            let words = Columns.clip(offered, to: area.columns - 4, ellipsis: glyphs.ellipsis)
            canvas.draw(words, x: 3, y: y, style: .muted)
        }
    }

    /// On a slow link those that every row has, so that a move need not send others.
    private var hints: [Hint] {
        let own = KeyTable.filter.hints(in: facts)
        guard PageLayout.current.isSlow else { return own }
        var other = facts
        (other.isOnField, other.hasSuggestion) = (!facts.isOnField, false)
        let others = KeyTable.filter.hints(in: other)
        return own.filter(others.contains)
    }

    private func draw(_ field: LineEditor, on canvas: inout Canvas, y: Int, area: Area, isFocused: Bool) {
        let columns = min(area.columns - Self.choicesStart - 1, 40)
        if field.isEmpty, !isFocused || PageLayout.current.isSlow {
            canvas.draw("[any]", x: Self.choicesStart, y: y, style: .key)
            if isFocused { canvas.cursor = Position(x: Self.choicesStart, y: y) }
        } else {
            field.draw(on: &canvas, x: Self.choicesStart, y: y, columns: columns, rows: 1, isFocused: isFocused)
        }
    }

    /// Names that the row under the pointer may hold.
    private var offered: String {
        // On a slow link they are sent once something is typed.
        if PageLayout.current.isSlow, row == .tags ? tags.isEmpty : companies.isEmpty { return "" }
        return suggestions.map { labels?.areOfScope == true ? "\($0.label) \($0.questions)" : $0.label }
            .joined(separator: "  ")
    }
}

extension FilterSheet.Row {
    fileprivate var name: String {
        switch self {
        case .difficulty: "Difficulty"
        case .status: "Status"
        case .kind: "Kind"
        case .tags: "Tags"
        case .companies: "Companies"
        }
    }
}
