import CarrelTerminal

/// What may follow a key that begins others, at the foot of the screen: keys and words in columns.
struct WhichKeyBox: Sendable {
    /// The key that was pressed.
    let prefix: Key
    let title: String
    let hints: [Hint]
    /// How it is left.
    let leaving: [Hint]

    func draw(on canvas: inout Canvas, glyphs: Glyphs) {
        func label(_ hint: Hint) -> String { hint.key.label(ascii: glyphs.isASCII) }
        let keys = hints.map { Columns.width(of: label($0)) }.max() ?? 1
        let words = hints.map { Columns.width(of: $0.label) }.max() ?? 1
        let cell = keys + 1 + words + 3
        let columns = max(1, (canvas.columns - 1) / cell)
        let lines = (hints.count + columns - 1) / columns
        // The screen's first line stays, whatever there is to show.
        let top = max(1, canvas.rows - 2 - lines)
        canvas.fill(x: 0, y: top, columns: canvas.columns, rows: canvas.rows - top)
        canvas.rule(y: top, style: .border)
        let heading = " \(prefix.label(ascii: glyphs.isASCII)) \(title) "
        canvas.draw(
            Columns.clip(heading, to: max(0, canvas.columns - 2), ellipsis: glyphs.ellipsis), x: 1, y: top,
            style: .heading)
        for (index, hint) in hints.enumerated() {
            // Down the columns, as one reads a list.
            let (x, y) = (1 + index / lines * cell, top + 1 + index % lines)
            guard y < canvas.rows - 1 else { continue }
            canvas.draw(label(hint), x: x, y: y, style: .key)
            canvas.draw(hint.label, x: x + keys + 1, y: y, style: .text, limit: canvas.columns - 1)
            canvas.mark(x: x, y: y, columns: keys + 1 + words, as: .key(hint.key))
        }
        HintBar(leaving).draw(on: &canvas, glyphs: glyphs)
        canvas.anchor = Position(x: 1, y: hints.isEmpty ? top : top + 1)
        canvas.heard = "\(title): " + hints.map { "\($0.key.heard) \($0.label)" }.joined(separator: ", ")
    }
}
