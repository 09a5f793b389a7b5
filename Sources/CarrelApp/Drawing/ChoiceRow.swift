import CarrelTerminal

/// A row of a sheet with options beside its name: how they are drawn, and what is clicked of them.
enum ChoiceRow {
    /// As many options as fit, the one in force always among them.
    ///
    /// - Parameters:
    ///   - edge: The column after the last one that is free.
    ///   - gap: Columns between two options.
    static func draw(
        _ options: [(text: String, isChosen: Bool)], row: Int, on canvas: inout Canvas, x start: Int, y: Int,
        edge: Int, gap: Int, glyphs: Glyphs
    ) {
        let widths = options.map { Columns.width(of: $0.text) + 2 + gap }
        let chosen = options.firstIndex(where: \.isChosen) ?? 0
        var first = 0
        // A column at each end says that there are more.
        let room = edge - start - 2
        while first < chosen, widths[first...chosen].reduce(0, +) > room { first += 1 }
        var x = start
        if first > 0 { canvas.draw(glyphs.ellipsis, x: x - 2, y: y, style: .muted) }
        for index in options.indices.dropFirst(first) {
            let option = options[index]
            let isLast = index == options.indices.last
            guard x + widths[index] - gap <= edge - (isLast ? 0 : 2) || index == chosen else {
                canvas.draw(glyphs.ellipsis, x: x, y: y, style: .muted)
                return
            }
            let text = option.isChosen ? "[\(option.text)]" : " \(option.text) "
            let end = canvas.draw(text, x: x, y: y, style: option.isChosen ? .key : .muted, limit: edge - x)
            canvas.mark(x: x, y: y, columns: end - x, as: meaning(row: row, option: index))
            x = end + gap
        }
    }

    /// The row in words: its name, and the option in force.
    static func heard(_ name: String, _ options: [(text: String, isChosen: Bool)]) -> String {
        let chosen = options.filter(\.isChosen).map(\.text).joined(separator: ", ")
        return "\(name): \(chosen.isEmpty ? "none" : chosen)"
    }

    /// More than any row has options.
    private static let stride = 1_000

    /// - Parameter option: Nil for the row's name.
    static func meaning(row: Int, option: Int? = nil) -> PointerTarget.Meaning {
        .item(row * stride + (option.map { $0 + 1 } ?? 0))
    }

    static func place(of item: Int) -> (row: Int, option: Int?) {
        let option = item % stride
        return (item / stride, option == 0 ? nil : option - 1)
    }
}
