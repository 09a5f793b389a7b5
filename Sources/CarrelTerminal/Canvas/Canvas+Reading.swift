extension Canvas {
    /// The rows as plain text, without trailing spaces.
    public var lines: [String] { (0..<rows).map(line) }

    /// One row as plain text, without trailing spaces; empty outside of the canvas.
    public func line(_ row: Int) -> String {
        guard (0..<rows).contains(row) else { return "" }
        var line = ""
        for cell in cells[(row * columns)..<((row + 1) * columns)] { cell.text.append(to: &line) }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The style of each column of a row; empty outside of the canvas.
    public func styles(row: Int) -> [Style] {
        guard (0..<rows).contains(row) else { return [] }
        return cells[(row * columns)..<((row + 1) * columns)].map(\.style)
    }
}
