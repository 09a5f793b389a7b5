extension LineEditor {
    /// Draws the field in a rectangle and, when it has the focus, puts the canvas' cursor at the caret.
    ///
    /// One row scrolls sideways; more rows wrap the text and scroll up and down. The caret is always in sight.
    public func draw(
        on canvas: inout Canvas, x: Int, y: Int, columns: Int, rows: Int, style: Style = .field, isFocused: Bool
    ) {
        guard columns > 0, rows > 0 else { return }
        canvas.fill(x: x, y: y, columns: columns, rows: rows, style: style)
        let layout = FieldLayout(text, columns: rows == 1 ? .max : columns)
        let place = layout.place(of: caret)
        let top = rows == 1 ? place.row : max(0, min(place.row - rows / 2, layout.rows.count - rows))
        let skipped = rows == 1 ? Self.scroll(layout.rows[place.row], to: place.column, columns: columns) : 0
        for (offset, row) in layout.rows[top...].prefix(rows).enumerated() {
            var text = "", column = 0
            for cluster in row.clusters {
                if column >= skipped { text += cluster.text }
                column += cluster.columns
            }
            canvas.draw(text, x: x, y: y &+ offset, style: style, limit: columns)
        }
        guard isFocused else { return }
        let position = Position(x: x &+ min(place.column - skipped, columns - 1), y: y &+ (place.row - top))
        guard (0..<canvas.columns).contains(position.x), (0..<canvas.rows).contains(position.y) else { return }
        canvas.cursor = position
    }

    /// The columns to leave out at the left so that the caret is in sight, at the edge of a cluster.
    private static func scroll(_ row: FieldLayout.Row, to column: Int, columns: Int) -> Int {
        guard column >= columns else { return 0 }
        var skipped = 0
        for cluster in row.clusters where column - skipped >= columns { skipped += cluster.columns }
        return skipped
    }
}
