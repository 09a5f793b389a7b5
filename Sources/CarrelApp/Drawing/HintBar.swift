import CarrelTerminal

/// The last line: the keys that matter now.
struct HintBar: Sendable {
    let hints: [Hint]

    init(_ hints: [Hint]) { self.hints = hints }

    /// The main action, help and the way out always have room; the others as many as fit, the first first.
    func draw(on canvas: inout Canvas, glyphs: Glyphs) {
        let widths = hints.map {
            Columns.width(of: $0.key.label(ascii: glyphs.isASCII)) + 1 + Columns.width(of: $0.label) + 3
        }
        var kept = Set(hints.indices.suffix(2))
        if let main = hints.firstIndex(where: { $0.key == .enter }) { kept.insert(main) }
        var room = canvas.columns + 1 - kept.reduce(0) { $0 + widths[$1] }
        for index in hints.indices where !kept.contains(index) {
            guard widths[index] <= room else { break }
            room -= widths[index]
            kept.insert(index)
        }
        var x = 1
        for hint in kept.sorted().map({ hints[$0] }) {
            let start = x
            x = canvas.draw(hint.key.label(ascii: glyphs.isASCII), x: x, y: canvas.rows - 1, style: .key)
            x = canvas.draw(" \(hint.label)", x: x, y: canvas.rows - 1, style: .muted)
            canvas.mark(x: start, y: canvas.rows - 1, columns: x - start, as: .key(hint.key))
            x += 3
        }
    }
}
