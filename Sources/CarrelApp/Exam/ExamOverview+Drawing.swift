import CarrelCore
import CarrelTerminal

// How the map of an exam's items is drawn.

extension ExamOverview {
    /// `12 answered · 2 flagged · 51 unanswered`
    private var counts: [String] {
        let incomplete = items.count(where: isIncomplete)
        return [
            "\(answered) answered" + (incomplete > 0 ? " (\(incomplete) incomplete)" : ""),
            "\(items.count - answered) unanswered", "\(flagged.count) flagged",
            "\(items.count - seen.count) unseen",
        ]
    }

    private var title: String {
        switch filter {
        case .all: "All items"
        case .unanswered: items.contains(where: isIncomplete) ? "Unanswered or incomplete" : "Unanswered"
        case .flagged: "Flagged"
        case .unseen: "Unseen"
        }
    }

    /// Answered, seen and left open, or never seen; a flag beside it.
    private func mark(_ index: Int, _ glyphs: Glyphs) -> (glyph: String, style: Style, word: String) {
        if isIncomplete(items[index]) { return (glyphs.partly, .partly, "incomplete") }
        if isAnswered(items[index]) { return (glyphs.answered, .text, "answered") }
        return seen.contains(index) ? (glyphs.seen, .partly, "unanswered") : (glyphs.unseen, .muted, "unseen")
    }

    /// What is shown, and how much of the exam is done: `Unanswered: 12 answered, 53 unanswered, …`.
    var spoken: String { "\(title): \(shown.isEmpty && narrowing == nil ? "none" : counts.joined(separator: ", "))" }

    /// The item under the pointer: `Item 5 of 65, unseen, flagged: Which protocol …`
    var pointed: String {
        guard shown.contains(cursor) else { return narrowing == nil ? "" : Self.nothingFound }
        let states = [mark(cursor, .ascii).word] + (flagged.contains(items[cursor]) ? ["flagged"] : [])
        let words = "Item \(cursor + 1) of \(items.count), \(states.joined(separator: ", "))"
        let stem = stem(of: cursor)
        return words + (stem.isEmpty ? "" : ": \(stem)")
    }

    private static let nothingFound = "No item has that. Esc shows all."

    func draw(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        canvas.heard = pointed
        if let narrowing {
            narrowing.draw(on: &canvas, in: area)
        } else {
            drawHeading(on: &canvas, in: area, glyphs: glyphs)
        }
        var body = area
        body.y += 1 + Self.gap(under: area.rows)
        body.rows = max(0, area.bottom - body.y - 1)
        let lines = lines
        if lines.isEmpty {
            let words = narrowing == nil ? "None." : Self.nothingFound
            canvas.draw(words, x: 2, y: body.y, style: .muted)
        } else {
            draw(lines, on: &canvas, in: body, glyphs: glyphs)
        }
        let room = area.columns - 3
        canvas.draw(
            Columns.clip(legend(in: room, glyphs), to: room, ellipsis: glyphs.ellipsis), x: 2, y: area.bottom - 1,
            style: .muted)
        let more = [
            top > 0 ? glyphs.arrowUp : "", lines.count > top + body.rows ? glyphs.arrowDown : "",
        ].filter { !$0.isEmpty }
        guard !more.isEmpty else { return }
        let words = " \(more.joined(separator: " ")) more "
        canvas.draw(words, x: max(1, area.columns - Columns.width(of: words) - 2), y: area.bottom, style: .muted)
    }

    /// What the marks mean, in fewer words where there is not room for all.
    private func legend(in columns: Int, _ glyphs: Glyphs) -> String {
        let isPartly = items.contains(where: isIncomplete)
        func marks(_ words: [String], gap: String) -> String {
            let glyphs = [glyphs.answered, glyphs.partly, glyphs.seen, glyphs.unseen, glyphs.flag]
            let told = zip(glyphs, words).enumerated().filter { isPartly || $0.offset != 1 }
            return told.map { "\($0.element.0) \($0.element.1)" }.joined(separator: gap)
        }
        let long = marks(["answered", "incomplete", "unanswered", "unseen", "flagged"], gap: "  ")
        return Columns.width(of: long) <= columns ? long : marks(["done", "half", "open", "unseen", "flag"], gap: " ")
    }

    private func drawHeading(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        canvas.draw(title, x: 2, y: area.y, style: .heading)
        let words = typed.isEmpty ? counts.joined(separator: " \(glyphs.separator) ") : "to item \(typed)"
        let x = 2 + Columns.width(of: title) + 3
        canvas.draw(
            Columns.clip(words, to: max(0, area.columns - x - 1), ellipsis: glyphs.ellipsis), x: x, y: area.y,
            style: .muted)
    }

    private func draw(_ lines: [Line], on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        for (row, line) in lines.dropFirst(top).prefix(max(0, area.rows)).enumerated() {
            let y = area.y + row
            if let heading = line.heading {
                canvas.draw(words(under: heading), x: 2, y: y, style: .muted, limit: area.columns - 3)
            } else if isList, let item = line.items.first {
                drawRow(item, on: &canvas, y: y, columns: area.columns, glyphs: glyphs)
            } else {
                for (column, item) in line.items.enumerated() {
                    drawCell(item, on: &canvas, x: 2 + column * Self.cell, y: y, glyphs: glyphs)
                }
            }
        }
    }

    private func drawCell(_ item: Int, on canvas: inout Canvas, x: Int, y: Int, glyphs: Glyphs) {
        let isHere = item == cursor
        let mark = mark(item, glyphs)
        canvas.draw(isHere ? glyphs.pointer : " ", x: x - 1, y: y, style: .selection)
        let end = canvas.draw(
            Columns.padStart("\(item + 1)", to: 3), x: x, y: y, style: .pointed(isHere, else: .text))
        canvas.draw(mark.glyph, x: end, y: y, style: mark.style)
        if flagged.contains(items[item]) { canvas.draw(glyphs.flag, x: end + 1, y: y, style: .flag) }
        canvas.mark(x: x - 1, y: y, columns: Self.cell - 1, as: .item(item))
        if isHere { canvas.anchor = Position(x: x - 1, y: y) }
    }

    private func drawRow(_ item: Int, on canvas: inout Canvas, y: Int, columns: Int, glyphs: Glyphs) {
        let isHere = item == cursor
        let mark = mark(item, glyphs)
        canvas.draw(isHere ? glyphs.pointer : " ", x: 1, y: y, style: .selection)
        var x = canvas.draw(Columns.padStart("\(item + 1)", to: 3), x: 2, y: y, style: .pointed(isHere, else: .text))
        x = canvas.draw(" \(mark.glyph)", x: x, y: y, style: mark.style)
        x = canvas.draw(flagged.contains(items[item]) ? glyphs.flag : " ", x: x, y: y, style: .flag) + 1
        let room = columns - x - Columns.width(of: mark.word) - 3
        if room > 12 {
            canvas.draw(
                Columns.clip(stem(of: item), to: room, ellipsis: glyphs.ellipsis), x: x, y: y,
                style: .pointed(isHere, else: .text))
            let places = pattern.isEmpty ? [] : pattern.match(in: stem(of: item))?.places ?? []
            ListView.mark(places, of: stem(of: item), on: &canvas, x: x, y: y, limit: x + room)
        }
        canvas.draw(mark.word, x: columns - 1 - Columns.width(of: mark.word), y: y, style: .muted)
        canvas.mark(x: 1, y: y, columns: columns - 2, as: .item(item))
        if isHere { canvas.anchor = Position(x: 1, y: y) }
    }

    /// `Network Access, 3 of 8 answered`
    private func words(under name: String) -> String {
        let own = items.indices.filter { group?($0) == name }
        return "\(name), \(own.count { isAnswered(items[$0]) }) of \(own.count) answered"
    }
}
