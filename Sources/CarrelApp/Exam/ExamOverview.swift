import CarrelCore
import CarrelTerminal

/// The map of an exam's items: numbered cells, or a list with the beginnings of the questions.
struct ExamOverview: Equatable, Sendable {
    enum Filter: CaseIterable, Equatable, Sendable { case all, unanswered, flagged, unseen }

    enum Outcome: Equatable, Sendable {
        case nothing, close, finish, help
        case go(Int)
        case flag(String)
    }

    let items: [String]
    let position: Int
    private(set) var answered: Set<String>
    var flagged: Set<String> { didSet { settle() } }
    /// Items that were on screen, from 0.
    let seen: Set<Int>
    /// The items of each section; one is as none.
    var sections: [Range<Int>] = []
    private(set) var filter = Filter.all
    private(set) var isList = false
    /// The item under the pointer.
    private(set) var cursor: Int
    /// Digits typed so far.
    private(set) var typed = ""
    private var stems: [String: String] = [:]
    private var columns = 80
    private var rows = 24

    init(items: [String], position: Int, answered: Set<String>, flagged: Set<String>, seen: Set<Int>) {
        self.items = items
        self.position = position
        self.answered = answered
        self.flagged = flagged
        self.seen = seen
        cursor = position
    }

    /// Another program wrote, or something was undone.
    mutating func renew(_ session: StudySession) {
        answered = Set(items.filter(session.isAnswered))
        flagged = session.marks.flagged
    }

    /// The pointer is at what is shown, where anything is.
    private mutating func settle() {
        let shown = shown
        guard !shown.contains(cursor) else { return }
        cursor = shown.first { $0 > cursor } ?? shown.last ?? cursor
    }

    mutating func take(_ stems: [String: String]) { self.stems = stems }

    mutating func resize(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

    /// The items that the filter admits.
    var shown: [Int] {
        items.indices.filter { index in
            switch filter {
            case .all: true
            case .unanswered: !answered.contains(items[index])
            case .flagged: flagged.contains(items[index])
            case .unseen: !seen.contains(index)
            }
        }
    }

    mutating func press(_ key: Key) -> Outcome {
        guard let action = KeyTable.overview.action(for: key, in: ()) else { return .nothing }
        if action != .digit, action != .open { typed = "" }
        switch action {
        case .up: move(isList ? -1 : -perRow)
        case .down: move(isList ? 1 : perRow)
        case .left: move(-1)
        case .right: move(1)
        case .first: cursor = shown.first ?? cursor
        case .last: cursor = shown.last ?? cursor
        case .digit:
            guard case .char(let digit) = key, typed.count < 4 else { return .nothing }
            typed.append(digit)
            if let number = Int(typed), items.indices.contains(number - 1) { cursor = number - 1 }
        case .open:
            defer { typed = "" }
            if typed.isEmpty { return shown.contains(cursor) ? .go(cursor) : .nothing }
            guard let number = Int(typed), items.indices.contains(number - 1) else { return .nothing }
            return .go(number - 1)
        case .flag: return shown.contains(cursor) ? .flag(items[cursor]) : .nothing
        case .filter:
            let all = Filter.allCases
            filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
            settle()
        case .list: isList.toggle()
        case .finish: return .finish
        case .help: return .help
        case .close: return .close
        }
        return .nothing
    }

    mutating func point(_ index: Int) -> Outcome {
        guard shown.contains(index) else { return .nothing }
        defer { cursor = index }
        return index == cursor ? .go(index) : .nothing
    }

    private mutating func move(_ step: Int) {
        let shown = shown
        guard let place = shown.firstIndex(of: cursor) ?? shown.indices.first else { return }
        let wanted = place + step
        if shown.indices.contains(wanted) { cursor = shown[wanted] }
    }

    // MARK: Drawing

    private static let cell = 7
    private var perRow: Int { max(1, min(10, (columns - 4) / Self.cell)) }

    /// `12 answered · 2 flagged · 51 unanswered`
    private func counts(_ glyphs: Glyphs) -> String {
        let open = items.count - answered.count
        return [
            "\(answered.count) answered", "\(open) unanswered", "\(flagged.count) flagged",
            "\(items.count - seen.count) unseen",
        ].joined(separator: " \(glyphs.separator) ")
    }

    private var title: String {
        switch filter {
        case .all: "All items"
        case .unanswered: "Unanswered"
        case .flagged: "Flagged"
        case .unseen: "Unseen"
        }
    }

    /// Answered, seen and left open, or never seen; a flag beside it.
    private func mark(_ index: Int, _ glyphs: Glyphs) -> (glyph: String, style: Style, word: String) {
        if answered.contains(items[index]) { return (glyphs.answered, .text, "answered") }
        return seen.contains(index) ? (glyphs.seen, .partly, "unanswered") : (glyphs.unseen, .muted, "unseen")
    }

    func draw(on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        canvas.draw(title, x: 2, y: area.y, style: .heading)
        let words = typed.isEmpty ? counts(glyphs) : "to item \(typed)"
        let x = 2 + Columns.width(of: title) + 3
        canvas.draw(
            Columns.clip(words, to: max(0, area.columns - x - 1), ellipsis: glyphs.ellipsis), x: x, y: area.y,
            style: .muted)
        var body = area
        body.y += 1 + (area.rows > 8 ? PageLayout.current.gapRows : 0)
        body.rows = max(0, area.bottom - body.y - 1)
        let shown = shown
        if shown.isEmpty {
            canvas.draw("None.", x: 2, y: body.y, style: .muted)
        } else if isList {
            drawList(shown, on: &canvas, in: body, glyphs: glyphs)
        } else {
            drawGrid(shown, on: &canvas, in: body, glyphs: glyphs)
        }
        let legend = [
            "\(glyphs.answered) answered", "\(glyphs.seen) unanswered", "\(glyphs.unseen) unseen",
            "\(glyphs.flag) flagged",
        ].joined(separator: "  ")
        canvas.draw(legend, x: 2, y: area.bottom - 1, style: .muted, limit: area.columns - 3)
    }

    private func drawGrid(_ shown: [Int], on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let place = shown.firstIndex(of: cursor) ?? 0
        let count = (shown.count + perRow - 1) / perRow
        let top = max(0, min(place / perRow - area.rows / 2, count - area.rows))
        for (index, item) in shown.enumerated() {
            let row = index / perRow - top
            guard (0..<area.rows).contains(row) else { continue }
            let x = 2 + index % perRow * Self.cell, y = area.y + row
            let number = Columns.padStart("\(item + 1)", to: 3)
            let isHere = item == cursor
            let mark = mark(item, glyphs)
            canvas.draw(isHere ? glyphs.pointer : " ", x: x - 1, y: y, style: .selection)
            let end = canvas.draw(number, x: x, y: y, style: isHere ? .selection : .text)
            canvas.draw(mark.glyph, x: end, y: y, style: mark.style)
            if flagged.contains(items[item]) { canvas.draw(glyphs.flag, x: end + 1, y: y, style: .flag) }
            canvas.mark(x: x - 1, y: y, columns: Self.cell - 1, as: .item(item))
            if isHere { canvas.anchor = Position(x: x - 1, y: y) }
        }
    }

    private func drawList(_ shown: [Int], on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let place = shown.firstIndex(of: cursor) ?? 0
        let top = max(0, min(place - area.rows / 2, shown.count - area.rows))
        for (row, item) in shown.dropFirst(top).prefix(max(0, area.rows)).enumerated() {
            let y = area.y + row, isHere = item == cursor
            let mark = mark(item, glyphs)
            canvas.draw(isHere ? glyphs.pointer : " ", x: 1, y: y, style: .selection)
            var x = canvas.draw(
                Columns.padStart("\(item + 1)", to: 3), x: 2, y: y, style: isHere ? .selection : .text)
            x = canvas.draw(" \(mark.glyph)", x: x, y: y, style: mark.style)
            x = canvas.draw(flagged.contains(items[item]) ? glyphs.flag : " ", x: x, y: y, style: .flag) + 1
            let stem = stems[items[item]].map(PlainStem.line) ?? ""
            let state = mark.word
            let room = area.columns - x - Columns.width(of: state) - 3
            if room > 12 {
                canvas.draw(
                    Columns.clip(stem, to: room, ellipsis: glyphs.ellipsis), x: x, y: y,
                    style: isHere ? .selection : .text)
            }
            canvas.draw(state, x: area.columns - 1 - Columns.width(of: state), y: y, style: .muted)
            canvas.mark(x: 1, y: y, columns: area.columns - 2, as: .item(item))
            if isHere { canvas.anchor = Position(x: 1, y: y) }
        }
    }
}
