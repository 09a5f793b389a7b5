/// A screenful of styled cells, drawn in memory: what a screen produces and a test reads.
///
/// Everything is clipped: no size and no position, negative ones included, is an error. Control characters and
/// escape sequences in the text never reach a cell.
public struct Canvas: Equatable, Sendable {
    public private(set) var columns: Int
    public private(set) var rows: Int
    /// The symbols of this terminal, for what the canvas draws itself.
    public var glyphs: Glyphs
    /// Where the terminal's cursor is shown; nil hides it.
    public var cursor: Position?
    /// Where the hidden cursor waits, so that a screen reader or magnifier follows the selection.
    public var anchor: Position?
    /// What stands at the anchor in words, for somebody who hears it; nil where its row says it.
    public var heard: String?
    /// Rows that stay as they are, whatever is drawn there later.
    public var keptRows = 0..<0
    /// Where what is drawn stands in the program, the widest part first: for the window's title.
    public var place: [String] = []
    /// What clicks mean.
    public private(set) var targets: [PointerTarget] = []
    private(set) var cells: [Cell]

    /// An empty canvas; a negative size is taken as 0.
    public init(columns: Int, rows: Int, glyphs: Glyphs = .unicode) {
        self.columns = Self.bounded(columns)
        self.rows = Self.bounded(rows)
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// Empties the canvas and gives it a size, keeping its storage.
    public mutating func reset(columns: Int, rows: Int) {
        self.columns = Self.bounded(columns)
        self.rows = Self.bounded(rows)
        cursor = nil
        anchor = nil
        heard = nil
        keptRows = 0..<0
        place = []
        targets.removeAll(keepingCapacity: true)
        let count = self.columns * self.rows
        if cells.count != count {
            cells.removeAll(keepingCapacity: true)
            cells.append(contentsOf: repeatElement(.blank, count: count))
        } else {
            for index in cells.indices { cells[index] = .blank }
        }
    }

    /// The most columns or rows a canvas has; a terminal that claims more is not believed.
    static let largestSide = 2_000

    private static func bounded(_ size: Int) -> Int { min(max(size, 0), largestSide) }

    /// Gives what is drawn in these cells a meaning when it is clicked.
    public mutating func mark(x: Int, y: Int, columns: Int, as meaning: PointerTarget.Meaning) {
        guard columns > 0 else { return }
        targets.append(PointerTarget(x: x, y: y, columns: columns, meaning: meaning))
    }

    // MARK: Drawing

    /// Draws `text` from column `x` of row `y` and returns the next column.
    ///
    /// - Parameter limit: The most columns to use; a wide glyph that would cross it, or an edge, is left out.
    @discardableResult
    public mutating func draw(_ text: String, x: Int, y: Int, style: Style = .text, limit: Int? = nil) -> Int {
        guard x < columns else { return x }
        let end = min(columns, limit.map { Self.sum(x, max(0, $0)) } ?? columns)
        let isVisible = (0..<rows).contains(y) && !keptRows.contains(y)
        var next = x
        Columns.forEachCell(of: text) { cell in
            guard next + Int(cell.columns) <= end else { return false }
            if isVisible, next >= 0 { place(cell, x: next, y: y, style: style) }
            next += Int(cell.columns)
            return true
        }
        return next
    }

    /// Draws a styled line from column `x` of row `y` and returns the next column.
    @discardableResult
    public mutating func draw(_ line: StyledLine, x: Int, y: Int, limit: Int? = nil) -> Int {
        let end = limit.map { Self.sum(x, max(0, $0)) }
        var next = x
        for span in line.spans {
            let width = Columns.width(of: span.text)
            let reached = draw(span.text, x: next, y: y, style: span.style, limit: end.map { $0 - next })
            // The rest of the line must not move into the place of a glyph that was cut.
            if reached < Self.sum(next, width) { return reached }
            next = reached
        }
        return next
    }

    /// Draws lines one below the other, at most `rows` of them; returns the next row.
    @discardableResult
    public mutating func draw(_ lines: some Sequence<StyledLine>, x: Int, y: Int, limit: Int? = nil, rows: Int) -> Int {
        var row = y
        for line in lines.prefix(max(0, rows)) {
            draw(line, x: x, y: row, limit: limit)
            row = Self.sum(row, 1)
        }
        return row
    }

    /// Makes a rectangle blank in `style`.
    public mutating func fill(x: Int, y: Int, columns: Int, rows: Int, style: Style = .text) {
        let horizontal = range(from: x, count: columns, within: self.columns)
        for row in range(from: y, count: rows, within: self.rows) {
            for column in horizontal { place(.space, x: column, y: row, style: style) }
        }
        // What lies under it cannot be clicked.
        targets.removeAll { $0.y >= y && $0.y - y < rows && horizontal.contains(max(0, $0.x)) }
    }

    /// Draws a line across the whole width.
    public mutating func rule(y: Int, style: Style = .border) {
        draw(String(repeating: glyphs.rule, count: columns), x: 0, y: y, style: style)
    }

    /// Gives cells of one row another style; a wide glyph that is touched changes as a whole.
    public mutating func restyle(x: Int, y: Int, columns: Int, style: Style) {
        guard (0..<rows).contains(y) else { return }
        for column in range(from: x, count: columns, within: self.columns) {
            let index = y * self.columns + column
            cells[index].style = style
            if cells[index].isContinuation, column > 0 { cells[index - 1].style = style }
            if column + 1 < self.columns, cells[index + 1].isContinuation { cells[index + 1].style = style }
        }
    }

    /// Writes a cell that is known to fit.
    private mutating func place(_ text: CellText, x: Int, y: Int, style: Style) {
        let index = y * columns + x
        blankOtherHalf(x: x, index: index)
        cells[index] = Cell(text: text, style: style)
        if text.columns == 2 {
            blankOtherHalf(x: x + 1, index: index + 1)
            cells[index + 1] = Cell(text: .continuation, style: style)
        }
    }

    /// Half a wide glyph cannot stay: the half that is not overwritten becomes a space.
    private mutating func blankOtherHalf(x: Int, index: Int) {
        if x > 0, cells[index].isContinuation { cells[index - 1].text = .space }
        if x + 1 < columns, cells[index + 1].isContinuation { cells[index + 1].text = .space }
    }

    private func range(from start: Int, count: Int, within bound: Int) -> Range<Int> {
        let end = min(bound, Self.sum(start, max(0, count)))
        let start = max(0, start)
        return start..<max(start, end)
    }

    /// `left + right`, held at the ends of `Int` instead of trapping.
    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (left < 0 ? .min : .max) : sum
    }
}
