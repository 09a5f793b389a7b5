import CarrelTerminal

/// One row of a list as it is drawn.
struct ListRow: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case item
        /// An action that stands first.
        case action
        case heading
        case blank
        /// Text that cannot be selected.
        case note
    }

    var kind = Kind.item
    /// A state's glyph, one column.
    var glyph: String?
    var glyphStyle: Style = .muted
    var label: String
    /// Of a note's text.
    var noteStyle: Style = .muted
    /// Right-aligned, the last at the edge; the first to go when there is no room.
    var details: [String] = []
    /// Shown at the edge, after the details: a bar where there is room, and its number always.
    var share: Share?

    var isSelectable: Bool { kind == .item || kind == .action }

    static func heading(_ text: String) -> ListRow { ListRow(kind: .heading, label: text) }
    static func note(_ text: String) -> ListRow { ListRow(kind: .note, label: text) }
}

/// A one-column list: which row is selected, which rows are in sight.
struct ListView: Equatable, Sendable {
    private var cursor = ListCursor()
    /// Rows of the screen that the list has.
    private var height = 20

    var selection: Int { cursor.index }
    /// The last row that is looked at: the selected one, or the lowest in sight.
    var furthest: Int { max(cursor.index, cursor.top + height - 1) }

    /// Carries out a move; false when `action` is none.
    mutating func move(_ action: ListAction, rows: some ListRows) -> Bool {
        let selectable = { (row: Int) in rows[row].isSelectable }
        switch action {
        case .up: cursor.move(-1, count: rows.count, selectable: selectable)
        case .down: cursor.move(1, count: rows.count, selectable: selectable)
        case .pageUp: cursor.page(-1, count: rows.count, visible: height, selectable: selectable)
        case .pageDown: cursor.page(1, count: rows.count, visible: height, selectable: selectable)
        case .first: cursor.first(count: rows.count, selectable: selectable)
        case .last: cursor.last(count: rows.count, selectable: selectable)
        default: return false
        }
        settle(rows: rows)
        return true
    }

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
    /// - Returns: Whether it was selected already, which opens it.
    mutating func isOpened(at row: Int, rows: some ListRows) -> Bool {
        guard row < rows.count, rows[row].isSelectable else { return false }
        guard row != selection else { return true }
        select(row, rows: rows)
        return false
    }

    /// Where a row stands in the list's area; nil where it is out of sight.
    func line(of index: Int) -> Int? { (0..<height).contains(index - cursor.top) ? index - cursor.top : nil }

    /// Keeps the selection on a row that can be selected, and in sight, after `rows` changed.
    mutating func settle(rows: some ListRows) {
        cursor.reveal(count: rows.count, visible: height) { rows[$0].isSelectable }
    }

    mutating func select(_ index: Int, rows: some ListRows) {
        cursor.index = index
        settle(rows: rows)
    }

    mutating func resize(height: Int, rows: some ListRows) {
        self.height = max(1, height)
        settle(rows: rows)
    }

    /// - Parameter rule: The row that says how much more there is; nil is the one under the list.
    func draw(
        _ rows: some ListRows, on canvas: inout Canvas, in area: Area, glyphs: Glyphs, markedOn rule: Int? = nil
    ) {
        let visible = cursor.range(count: rows.count, visible: area.rows)
        if visible.count < rows.count { drawMark(visible, of: rows, on: &canvas, in: area, y: rule, glyphs: glyphs) }
        for index in visible {
            draw(
                rows[index], isSelected: index == selection, on: &canvas, y: area.y + index - cursor.top, in: area,
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
        let parts = [above > 0 ? "\(above) \(glyphs.arrowUp)" : "", below > 0 ? "\(below) \(glyphs.arrowDown)" : ""]
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
            let style: Style = isSelected ? .selection : row.kind == .action ? .key : .text
            canvas.draw(
                Columns.clip(row.label, to: max(0, edge - x), ellipsis: glyphs.ellipsis), x: x, y: y, style: style)
            if isSelected { canvas.anchor = Position(x: area.x + 1, y: y) }
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
