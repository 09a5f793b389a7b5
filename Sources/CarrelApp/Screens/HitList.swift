import CarrelTerminal

/// One thing that was found, ready to be drawn.
struct HitRow: Equatable, Sendable {
    /// A state's glyph, one column; nil for an action.
    var glyph: String?
    var glyphStyle: Style = .muted
    var label: StyledLine
    /// Right-aligned in the first line.
    var detail: String = ""
    /// Drawn under the label, where there is room for two lines.
    var second = StyledLine("")
}

/// The rows of a search: actions, then what was found, each on two lines where the screen is tall enough.
struct HitList: Equatable, Sendable {
    private var cursor = ListCursor()
    /// Lines of the screen it has.
    private var height = 20

    /// From here on what was found has two lines each.
    private static let roomyHeight = 14

    var selection: Int { cursor.index }
    var isRoomy: Bool { height >= Self.roomyHeight }
    private var linesPerRow: Int { isRoomy ? 2 : 1 }
    private var visible: Int { max(1, height / linesPerRow) }

    mutating func resize(height: Int, count: Int) {
        self.height = max(1, height)
        settle(count: count)
    }

    mutating func settle(count: Int) { cursor.reveal(count: count, visible: visible) }

    mutating func select(_ row: Int, count: Int) {
        cursor.index = row
        settle(count: count)
    }

    /// Carries out a move; false when `action` is none.
    mutating func move(_ action: ListAction, count: Int) -> Bool {
        switch action {
        case .up: cursor.move(-1, count: count)
        case .down: cursor.move(1, count: count)
        case .pageUp: cursor.page(-1, count: count, visible: visible)
        case .pageDown: cursor.page(1, count: count, visible: visible)
        case .first: cursor.first(count: count)
        case .last: cursor.last(count: count)
        default: return false
        }
        settle(count: count)
        return true
    }

    /// The rows that may be on screen: actions at the top are a line each and leave room for one more.
    func range(count: Int) -> Range<Int> { cursor.range(count: count, visible: visible + 1) }

    /// - Parameter row: Makes a row that is in sight; nil while it is not fetched.
    func draw(count: Int, on canvas: inout Canvas, in area: Area, glyphs: Glyphs, row: (Int) -> HitRow?) {
        var y = area.y
        var drawn = 0
        for index in cursor.top..<max(cursor.top, count) {
            guard y < area.bottom else { break }
            drawn = index + 1
            guard let hit = row(index) else {
                y += linesPerRow
                continue
            }
            draw(hit, isSelected: index == selection, on: &canvas, y: y, in: area, glyphs: glyphs)
            for line in 0..<linesPerRow {
                canvas.mark(x: area.x, y: y + line, columns: area.columns, as: .item(index))
            }
            y += 1
            guard isRoomy, hit.glyph != nil else { continue }
            if y < area.bottom {
                Self.draw(hit.second, on: &canvas, x: area.x + 5, y: y, to: Self.right(of: area), glyphs: glyphs)
            }
            y += 1
        }
        drawMark(above: cursor.top, below: count - drawn, on: &canvas, in: area, glyphs: glyphs)
    }

    private static func right(of area: Area) -> Int { area.x + min(area.columns, Frame.readableColumns) - 2 }

    private func draw(
        _ hit: HitRow, isSelected: Bool, on canvas: inout Canvas, y: Int, in area: Area, glyphs: Glyphs
    ) {
        var x = area.x + 1
        if isSelected {
            canvas.draw(glyphs.pointer, x: x, y: y, style: .selection)
            canvas.anchor = Position(x: x, y: y)
            let parts = [hit.glyph.flatMap(glyphs.word), glyphs.heard(hit.label.text), glyphs.heard(hit.detail)]
            canvas.heard = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
        }
        x += 2
        if let glyph = hit.glyph { x = canvas.draw(glyph, x: x, y: y, style: hit.glyphStyle) + 1 }
        var edge = Self.right(of: area)
        // A detail that leaves its row less than that is left out.
        if !hit.detail.isEmpty, edge - x - Columns.width(of: hit.detail) > 24 {
            edge -= Columns.width(of: hit.detail)
            canvas.draw(hit.detail, x: edge, y: y, style: .muted)
            edge -= 2
        }
        var label = hit.label
        if isSelected {
            for index in label.spans.indices where label.spans[index].style.role != .match {
                label.spans[index].style = .selection
            }
        }
        Self.draw(label, on: &canvas, x: x, y: y, to: edge, glyphs: glyphs)
    }

    /// Draws as much of a line as there is room for, and says so where that is not all.
    private static func draw(
        _ line: StyledLine, on canvas: inout Canvas, x: Int, y: Int, to edge: Int, glyphs: Glyphs
    ) {
        let room = max(0, edge - x)
        guard line.width > room else {
            canvas.draw(line, x: x, y: y)
            return
        }
        let end = canvas.draw(line, x: x, y: y, limit: room - 1)
        canvas.draw(glyphs.ellipsis, x: end, y: y, style: line.spans.last?.style ?? .text, limit: edge - end)
    }

    private func drawMark(above: Int, below: Int, on canvas: inout Canvas, in area: Area, glyphs: Glyphs) {
        let parts = [above > 0 ? "\(above) \(glyphs.arrowUp)" : "", below > 0 ? "\(below) \(glyphs.arrowDown)" : ""]
        let words = parts.filter { !$0.isEmpty }.joined(separator: "  ")
        guard !words.isEmpty else { return }
        let x = max(1, area.x + area.columns - Columns.width(of: words) - 8)
        canvas.draw(" \(words) more ", x: x, y: area.bottom, style: .muted)
    }
}
