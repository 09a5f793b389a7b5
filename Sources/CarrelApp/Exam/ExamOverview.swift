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
    private(set) var filter = Filter.all
    private(set) var isList = false
    private(set) var isByDomain = false
    /// The item under the pointer.
    private(set) var cursor: Int
    /// Digits typed so far.
    private(set) var typed = ""
    private var titles = ItemTitles()
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

    mutating func take(_ titles: ItemTitles) { self.titles = titles }

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
        case .up: moveRow(-1)
        case .down: moveRow(1)
        case .left: move(-1)
        case .right: move(1)
        case .first: cursor = lines.flatMap(\.items).first ?? cursor
        case .last: cursor = lines.flatMap(\.items).last ?? cursor
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
        case .byDomain: isByDomain.toggle()
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
        let order = lines.flatMap(\.items)
        guard let place = order.firstIndex(of: cursor) ?? order.indices.first else { return }
        let wanted = place + step
        if order.indices.contains(wanted) { cursor = order[wanted] }
    }

    /// To the line above or below that has items, at the same place of it or its last.
    private mutating func moveRow(_ step: Int) {
        let rows = lines.map(\.items).filter { !$0.isEmpty }
        guard let row = rows.firstIndex(where: { $0.contains(cursor) }), rows.indices.contains(row + step),
            let place = rows[row].firstIndex(of: cursor)
        else { return }
        let wanted = rows[row + step]
        cursor = wanted[min(place, wanted.count - 1)]
    }

    // MARK: Lines

    /// A line of the map: items side by side, or a domain's name.
    private struct Line {
        var items: [Int] = []
        var domain: String?
    }

    private var lines: [Line] {
        let width = isList ? 1 : perRow
        guard isByDomain else { return Self.lines(of: shown, width: width) }
        var names: [String] = []
        var groups: [String: [Int]] = [:]
        for index in shown {
            let name = titles.domains[items[index]] ?? "No domain"
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(index)
        }
        return names.sorted().flatMap { name in
            [Line(domain: name)] + Self.lines(of: groups[name] ?? [], width: width)
        }
    }

    private static func lines(of items: [Int], width: Int) -> [Line] {
        stride(from: 0, to: items.count, by: width).map {
            Line(items: Array(items[$0..<min($0 + width, items.count)]))
        }
    }

    /// `Network Access, 3 of 8 answered`
    private func words(ofDomain name: String) -> String {
        let own = items.filter { titles.domains[$0] ?? "No domain" == name }
        return "\(name), \(own.count(where: answered.contains)) of \(own.count) answered"
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
        let lines = lines
        if lines.isEmpty {
            canvas.draw("None.", x: 2, y: body.y, style: .muted)
        } else {
            draw(lines, on: &canvas, in: body, glyphs: glyphs)
        }
        let legend = [
            "\(glyphs.answered) answered", "\(glyphs.seen) unanswered", "\(glyphs.unseen) unseen",
            "\(glyphs.flag) flagged",
        ].joined(separator: "  ")
        canvas.draw(legend, x: 2, y: area.bottom - 1, style: .muted, limit: area.columns - 3)
    }

    private func draw(_ lines: [Line], on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let place = lines.firstIndex { $0.items.contains(cursor) } ?? 0
        let top = max(0, min(place - area.rows / 2, lines.count - area.rows))
        for (row, line) in lines.dropFirst(top).prefix(max(0, area.rows)).enumerated() {
            let y = area.y + row
            if let domain = line.domain {
                canvas.draw(words(ofDomain: domain), x: 2, y: y, style: .muted, limit: area.columns - 3)
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
            Columns.padStart("\(item + 1)", to: 3), x: x, y: y, style: isHere ? .selection : .text)
        canvas.draw(mark.glyph, x: end, y: y, style: mark.style)
        if flagged.contains(items[item]) { canvas.draw(glyphs.flag, x: end + 1, y: y, style: .flag) }
        canvas.mark(x: x - 1, y: y, columns: Self.cell - 1, as: .item(item))
        if isHere { canvas.anchor = Position(x: x - 1, y: y) }
    }

    private func drawRow(_ item: Int, on canvas: inout Canvas, y: Int, columns: Int, glyphs: Glyphs) {
        let isHere = item == cursor
        let mark = mark(item, glyphs)
        canvas.draw(isHere ? glyphs.pointer : " ", x: 1, y: y, style: .selection)
        var x = canvas.draw(Columns.padStart("\(item + 1)", to: 3), x: 2, y: y, style: isHere ? .selection : .text)
        x = canvas.draw(" \(mark.glyph)", x: x, y: y, style: mark.style)
        x = canvas.draw(flagged.contains(items[item]) ? glyphs.flag : " ", x: x, y: y, style: .flag) + 1
        let stem = titles.stems[items[item]].map(PlainStem.line) ?? ""
        let room = columns - x - Columns.width(of: mark.word) - 3
        if room > 12 {
            canvas.draw(
                Columns.clip(stem, to: room, ellipsis: glyphs.ellipsis), x: x, y: y, style: isHere ? .selection : .text)
        }
        canvas.draw(mark.word, x: columns - 1 - Columns.width(of: mark.word), y: y, style: .muted)
        canvas.mark(x: 1, y: y, columns: columns - 2, as: .item(item))
        if isHere { canvas.anchor = Position(x: 1, y: y) }
    }
}

/// What the items of an overview are called.
struct ItemTitles: Equatable, Sendable {
    /// By question id.
    var stems: [String: String] = [:]
    /// Names of domains by question id.
    var domains: [String: String] = [:]
}
