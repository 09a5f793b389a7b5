import CarrelTerminal

/// A list with a pane beside it, where the screen is wide enough for both.
enum SplitView {
    /// Columns of the screen from which on there is a pane.
    static let minimumColumns = 100

    static func hasPane(columns: Int) -> Bool { columns >= minimumColumns && !PageLayout.current.isSlow }

    /// Divides what is left for content, and draws the line between.
    static func divide(_ area: Area, on canvas: inout Canvas) -> (list: Area, pane: Area?) {
        guard hasPane(columns: canvas.columns) else { return (area, nil) }
        // A list is never wider than a readable line; the pane takes the rest.
        let columns = min(area.columns / 2, Frame.readableColumns + 1)
        for y in area.y..<area.bottom {
            canvas.draw(canvas.glyphs.vertical, x: area.x + columns, y: y, style: .border)
        }
        var list = area
        list.columns = columns
        let pane = Area(
            x: area.x + columns + 2, y: area.y, columns: min(area.columns - columns - 3, Frame.readableColumns),
            rows: area.rows)
        return (list, pane)
    }
}
