import CarrelCore
import CarrelTerminal

/// A one-column list: which row is selected, which rows are in sight, and what is typed to pick among them.
///
/// Rows are told by their place in the whole list, however few of them are shown.
struct ListView: Equatable, Sendable {
    private var cursor = ListCursor()
    /// Rows of the screen that the list has.
    private var height = 20
    private(set) var narrowing: Narrowing?
    /// Only those rows come here that have what is typed.
    private let isPickedBefore: Bool

    init(isPickedBefore: Bool = false) { self.isPickedBefore = isPickedBefore }

    /// Of the whole list; of no row where none is shown.
    var selection: Int {
        guard let shown = narrowing?.shown else { return cursor.index }
        return shown.indices.contains(cursor.index) ? shown[cursor.index] : -1
    }

    /// The last row that is looked at: the selected one, or the lowest in sight. What is typed looks at all of them.
    var furthest: Int {
        narrowing == nil || isPickedBefore ? max(cursor.index, cursor.top + visibleRows - 1) : Int.max / 2
    }

    private var visibleRows: Int { max(1, height - linesAboveRows) }
    /// Between the frame and the first row.
    private var linesAboveRows: Int { narrowing == nil ? 0 : 1 }

    private func narrowed<Rows: ListRows>(_ rows: Rows) -> NarrowedRows<Rows> {
        NarrowedRows(base: rows, shown: narrowing?.shown)
    }

    /// Carries out a move; false when `action` is none.
    mutating func move(_ action: ListAction, rows: some ListRows) -> Bool {
        let shown = narrowed(rows)
        let selectable = { (row: Int) in shown[row].isSelectable }
        switch action {
        case .up where scroll(-1, in: shown), .pageUp where scroll(-visibleRows + 1, in: shown): return true
        case .down where scroll(1, in: shown), .pageDown where scroll(visibleRows - 1, in: shown): return true
        case .up: cursor.move(-1, count: shown.count, selectable: selectable)
        case .down: cursor.move(1, count: shown.count, selectable: selectable)
        case .pageUp: cursor.page(-1, count: shown.count, visible: visibleRows, selectable: selectable)
        case .pageDown: cursor.page(1, count: shown.count, visible: visibleRows, selectable: selectable)
        case .first: cursor.first(count: shown.count, selectable: selectable)
        case .last: cursor.last(count: shown.count, selectable: selectable)
        default: return false
        }
        reveal(shown)
        return true
    }

    /// Scrolls where no row is left to select on that side, so that a text above the first or below the last can be
    /// read to its end; the other way, back to the selected row first.
    ///
    /// - Returns: Whether that is all the key does.
    private mutating func scroll(_ delta: Int, in rows: some ListRows) -> Bool {
        guard rows.count > visibleRows else { return false }
        let isOutOfSight = delta < 0 ? cursor.index < cursor.top : cursor.index >= cursor.top + visibleRows
        let others = delta < 0 ? 0..<min(cursor.index, rows.count) : min(cursor.index + 1, rows.count)..<rows.count
        guard isOutOfSight || rows.selectable(in: others) == 0 else { return false }
        cursor.top = min(max(0, cursor.top + delta), rows.count - visibleRows)
        return true
    }

    /// Where it is not, a text above the first row or below the last is read.
    var isSelectionInSight: Bool { (cursor.top..<cursor.top + visibleRows).contains(cursor.index) }

    /// Follows the wheel.
    mutating func follow(_ mouse: Mouse, rows: some ListRows) {
        switch mouse.kind {
        case .wheelUp: _ = move(.up, rows: rows)
        case .wheelDown: _ = move(.down, rows: rows)
        case .press, .release: break
        }
    }

    /// Follows a click on a row, which selects it.
    ///
    /// - Parameter row: Counted among those that are shown.
    /// - Returns: Whether it was selected already, which opens it.
    mutating func isOpened(at row: Int, rows: some ListRows) -> Bool {
        let shown = narrowed(rows)
        guard row < shown.count, shown[row].isSelectable else { return false }
        guard row != cursor.index else { return true }
        cursor.index = row
        reveal(shown)
        return false
    }

    /// Where a row stands in the list's area; nil where it is out of sight.
    func line(of index: Int) -> Int? {
        let place = narrowing?.shown.map { $0.firstIndex(of: index) ?? -1 } ?? index
        return (0..<visibleRows).contains(place - cursor.top) ? place - cursor.top + linesAboveRows : nil
    }

    /// Keeps the selection on a row that can be selected, and in sight, after `rows` changed.
    mutating func settle(rows: some ListRows) {
        if narrowing != nil {
            let before = selection
            narrowing?.pick(among: rows)
            follow(before)
        }
        reveal(narrowed(rows))
    }

    private mutating func reveal(_ rows: some ListRows) {
        cursor.reveal(
            count: rows.count, visible: visibleRows, selectable: { rows[$0].isSelectable }, below: rows.notes(below:))
    }

    mutating func select(_ index: Int, rows: some ListRows) {
        cursor.index = index
        if narrowing != nil {
            narrowing?.pick(among: rows)
            follow(index)
        }
        reveal(narrowed(rows))
    }

    /// Goes to where a row of the whole list is shown; to the first where it is not.
    private mutating func follow(_ index: Int) {
        guard let shown = narrowing?.shown else { cursor.index = max(0, index); return }
        cursor.index = shown.firstIndex(of: index) ?? 0
    }

    mutating func resize(height: Int, rows: some ListRows) {
        self.height = max(1, height)
        reveal(narrowed(rows))
    }

    // MARK: Narrowing

    /// Not everything is shown, or what is typed may make it so.
    var isNarrowed: Bool { narrowing != nil }
    /// What is typed has the keys.
    var isTyping: Bool { narrowing?.isTyping == true }
    /// What is typed stands in no row.
    var showsNothing: Bool { narrowing?.findsNothing ?? false }
    /// What the rows are narrowed by; empty where all are shown.
    var typed: String { narrowing.map { $0.pattern.isEmpty ? "" : $0.field.text } ?? "" }

    /// Gives what is typed from now on to the field that picks among the rows.
    mutating func narrow(rows: some ListRows) {
        var narrowing = narrowing ?? Narrowing(origin: cursor.index, isPickedBefore: isPickedBefore)
        narrowing.isTyping = true
        self.narrowing = narrowing
        settle(rows: rows)
    }

    /// Shows all rows again; the selected one stays.
    mutating func widen(rows: some ListRows) {
        let before = selection
        let origin = narrowing?.origin ?? 0
        narrowing = nil
        cursor.index = before < 0 || isPickedBefore ? origin : before
        // Else they are still to come.
        if !isPickedBefore { reveal(narrowed(rows)) }
    }

    /// A key while the field has the keys.
    mutating func type(_ key: Key, rows: some ListRows) {
        switch KeyTable.listFind.action(for: key, in: ()) {
        case .up: _ = move(.up, rows: rows)
        case .down: _ = move(.down, rows: rows)
        case .clear: widen(rows: rows)
        case .keep:
            narrowing?.isTyping = false
            if narrowing?.field.isEmpty == true { widen(rows: rows) }
        case nil: edit(rows: rows) { _ = $0.handle(key) }
        }
    }

    /// Says how many rows have what is typed, of how many, where they were picked before they came here.
    mutating func tell(found: Int, isWhole: Bool, of total: Int) {
        narrowing?.tell(found: found, isWhole: isWhole, of: total)
    }

    mutating func paste(_ text: String, rows: some ListRows) { edit(rows: rows) { $0.insert(text) } }

    private mutating func edit(rows: some ListRows, _ change: (inout LineEditor) -> Void) {
        guard var narrowing else { return }
        let before = narrowing.field.text
        change(&narrowing.field)
        self.narrowing = narrowing
        guard narrowing.field.text != before else { return }
        settle(rows: rows)
        guard let best = self.narrowing?.best else { return }
        follow(best)
        reveal(narrowed(rows))
    }

    // MARK: Drawing

    /// - Parameter rule: The row that says how much more there is; nil is the one under the list.
    func draw(
        _ rows: some ListRows, on canvas: inout Canvas, in area: Area, glyphs: Glyphs, markedOn rule: Int? = nil
    ) {
        var area = area
        if let narrowing {
            narrowing.draw(on: &canvas, in: area)
            area.y += 1
            area.rows = max(0, area.rows - 1)
            if showsNothing, area.rows > 0 {
                let words = "No row has that. Esc shows all."
                canvas.draw(words, x: area.x + 3, y: area.y, style: .muted)
                canvas.heard = words
            }
        }
        let rows = narrowed(rows)
        let pattern = narrowing?.pattern
        let visible = cursor.range(count: rows.count, visible: area.rows)
        if visible.count < rows.count { drawMark(visible, of: rows, on: &canvas, in: area, y: rule, glyphs: glyphs) }
        for index in visible {
            var row = rows[index]
            if let pattern, row.isSelectable { row.marked = pattern.match(in: row.label)?.places ?? [] }
            draw(
                row, isSelected: index == cursor.index, on: &canvas, y: area.y + index - cursor.top, in: area,
                glyphs: glyphs)
            canvas.mark(x: area.x, y: area.y + index - cursor.top, columns: area.columns, as: .item(index))
        }
    }

    /// Says on the rule under the list that there is more of it.
    private func drawMark(
        _ visible: Range<Int>, of rows: some ListRows, on canvas: inout Canvas, in area: Area, y: Int?, glyphs: Glyphs
    ) {
        let above = rows.selectable(in: 0..<visible.lowerBound)
        let below = rows.selectable(in: visible.upperBound..<rows.count)
        // Text is no row to count, but there all the same.
        func isText(_ range: Range<Int>) -> Bool { range.contains { rows[$0].kind != .blank } }
        var parts = ["", ""]
        if above > 0 { parts[0] = "\(above) " }
        if above > 0 || isText(0..<visible.lowerBound) { parts[0] += glyphs.arrowUp }
        if below > 0 || rows.isOpenEnded { parts[1] = "\(below)\(rows.isOpenEnded ? "+" : "") " }
        if !parts[1].isEmpty || isText(visible.upperBound..<rows.count) { parts[1] += glyphs.arrowDown }
        let words = parts.filter { !$0.isEmpty }.joined(separator: "  ")
        guard !words.isEmpty else { return }
        let x = max(1, area.x + area.columns - Columns.width(of: words) - 8)
        canvas.draw(" \(words) more ", x: x, y: y ?? area.bottom, style: .muted)
    }

    private func draw(
        _ row: ListRow, isSelected: Bool, on canvas: inout Canvas, y: Int, in area: Area, glyphs: Glyphs
    ) {
        let right = area.x + min(area.columns, Frame.readableColumns) - 2
        switch row.kind {
        case .blank: return
        case .heading: canvas.draw(row.label, x: area.x + 1, y: y, style: .heading, limit: right - area.x - 1)
        case .note:
            let words = Columns.clip(row.label, to: max(0, right - area.x - 3), ellipsis: glyphs.ellipsis)
            canvas.draw(words, x: area.x + 3, y: y, style: row.noteStyle)
        case .item, .action:
            var x = area.x + 1
            if isSelected { canvas.draw(glyphs.pointer, x: x, y: y, style: .selection) }
            x += 2
            if var glyph = row.glyph {
                // A pack's icon where only ASCII can be shown: the first letter of what it stands for.
                if glyphs.isASCII, glyph.contains(where: { !$0.isASCII }) { glyph = String(row.label.prefix(1)) }
                x = canvas.draw(glyph, x: x, y: y, style: row.glyphStyle) + 1
            }
            var edge = right
            if let share = row.share { edge = draw(share, on: &canvas, y: y, right: right, glyphs: glyphs) }
            var details = row.details
            let label = Columns.width(of: row.label)
            while !details.isEmpty, x + min(label, 16) + details.reduce(0, { $0 + Columns.width(of: $1) + 2 }) > edge {
                details.removeFirst()
            }
            for detail in details.reversed() {
                edge -= Columns.width(of: detail)
                canvas.draw(detail, x: edge, y: y, style: .muted)
                edge -= 2
            }
            let style = Style.pointed(isSelected, else: row.kind == .action ? .key : .text)
            canvas.draw(
                Columns.clip(row.label, to: max(0, edge - x), ellipsis: glyphs.ellipsis), x: x, y: y, style: style)
            Self.mark(row.marked, of: row.label, on: &canvas, x: x, y: y, limit: edge)
            if isSelected { canvas.heard = row.heard(glyphs) }
            if isSelected, !isTyping { canvas.anchor = Position(x: area.x + 1, y: y) }
        }
    }

    /// Marks the characters of a text that were typed, as far as they are in sight.
    ///
    /// - Parameter places: Those characters, counted from 0.
    static func mark(_ places: [Int], of text: String, on canvas: inout Canvas, x: Int, y: Int, limit: Int) {
        guard !places.isEmpty else { return }
        var x = x
        var marked = places[...]
        for (place, character) in text.enumerated() {
            guard let next = marked.first else { return }
            let columns = Columns.width(of: String(character))
            // The last column may hold what stands for the rest.
            guard x + columns < limit else { return }
            if place == next {
                canvas.restyle(x: x, y: y, columns: columns, style: .match)
                marked.removeFirst()
            }
            x += columns
        }
    }

    /// Returns where what stands to its left has to end.
    private func draw(_ share: Share, on canvas: inout Canvas, y: Int, right: Int, glyphs: Glyphs) -> Int {
        let number = "\(share.percent) %"
        canvas.draw(number, x: right - Columns.width(of: number), y: y, style: .muted)
        let columns = Share.barColumns(of: canvas.columns)
        // As wide as the longest number: bars stand under each other.
        let edge = right - Columns.width(of: "100 %")
        guard columns > 0 else { return edge - 2 }
        let bar = glyphs.bar(share.fraction, columns: columns)
        canvas.draw(bar, x: edge - 1 - columns, y: y, style: .progress)
        return edge - 1 - columns - 2
    }
}

extension Narrowing {
    /// Draws the field in the first line of `area`, with how many rows it leaves.
    func draw(on canvas: inout Canvas, in area: Area) {
        let right = area.x + min(area.columns, Frame.readableColumns) - 2
        let edge = right - Columns.width(of: count)
        canvas.draw(count, x: edge, y: area.y, style: .muted)
        canvas.draw("/", x: area.x + 1, y: area.y, style: .key)
        field.draw(
            on: &canvas, x: area.x + 3, y: area.y, columns: max(1, edge - area.x - 5), rows: 1, isFocused: isTyping)
    }
}
