import CarrelCore
import CarrelTerminal

// How the small editor looks: of which question, what the author says, the text, and a correction's reason.

extension WritingScreen {
    var fieldColumns: Int { max(10, min(columns, Frame.readableColumns) - 4) }

    /// Rows of the text.
    var fieldRows: Int { max(1, rows - 4 - top(glyphs: .unicode).count - (hasReason ? 1 : 0)) }

    private var isScratch: Bool { if case .scratch = writing.purpose { true } else { false } }
    private var hasReason: Bool { if case .correction = writing.purpose { true } else { false } }

    private func name(_ glyphs: Glyphs) -> String {
        switch writing.purpose {
        case .note: "Note"
        case .report: "Report a problem"
        case .scratch: "Scratch sheet"
        case .correction(let field): item.map { field.title(in: $0.question, glyphs: glyphs) } ?? "Correction"
        }
    }

    /// The lines above the text.
    private func top(glyphs: Glyphs) -> [StyledLine] {
        guard let item else { return [] }
        let isRoomy = rows >= 16
        func line(_ words: String, _ style: Style = .muted) -> StyledLine {
            StyledLine(Columns.clip(words, to: fieldColumns, ellipsis: glyphs.ellipsis), style: style)
        }
        var lines = [line(PlainStem.line(item.question.stem), .text)]
        switch writing.purpose {
        case .note, .scratch: break
        case .report: lines.append(types(glyphs: glyphs))
        case .correction(let field):
            if let correction = item.correction(of: field) {
                let isNew = correction.isChangedByAuthor
                let says = correction.authorsValue.map { PlainStem.line($0) } ?? "nothing"
                lines.append(
                    line((isNew ? "The author changed this since: " : "The author: ") + says, isNew ? .partly : .muted))
            } else if isRoomy {
                lines.append(line("Your words stand in the author's place, for you alone. Emptied, they come back."))
            }
        }
        return lines + (isRoomy ? .gap : [])
    }

    private func types(glyphs: Glyphs) -> StyledLine {
        var line = StyledLine("Type ", style: .heading)
        for kind in FeedbackGiven.Kind.allCases {
            line.append(
                kind == type ? " [\(kind.rawValue)]" : "  \(kind.rawValue) ", style: kind == type ? .key : .muted)
        }
        return line
    }

    /// What is written here is kept when it is left, and not before.
    private func status(_ surroundings: Surroundings) -> String {
        surroundings.saved == .saved && !events.isEmpty ? "not kept yet" : surroundings.saved.words
    }

    func draw(on canvas: inout Canvas, in surroundings: Surroundings) {
        let glyphs = surroundings.glyphs
        var surroundings = surroundings
        if let trouble {
            let advice = " \(glyphs.separator) esc \(canvas.columns < 60 ? "" : "tries ")again, ^D drops it"
            let room = canvas.columns - 15 - Columns.width(of: advice)
            let words = Columns.clip(trouble.message, to: room, ellipsis: glyphs.ellipsis)
            surroundings.message = "! not saved" + (room < 8 ? "" : ": \(words)") + advice
            surroundings.saved = .notSaved
        }
        let frame = Frame(
            crumbs: [isScratch ? "Exam" : "This question", name(glyphs)], status: status(surroundings),
            hints: KeyTable.writing.hints(in: facts))
        let area = frame.draw(on: &canvas, in: surroundings)
        guard item != nil else { return }
        var y = area.y
        for line in top(glyphs: glyphs) {
            canvas.draw(line, x: 2, y: y, limit: area.columns - 3)
            y += 1
        }
        let rows = max(1, area.bottom - y - (hasReason ? 1 : 0))
        text.draw(on: &canvas, x: 2, y: y, columns: fieldColumns, rows: rows, isFocused: !isOnReason)
        if hasReason { reason.draw(on: &canvas, in: area, columns: fieldColumns, isFocused: isOnReason) }
    }
}
