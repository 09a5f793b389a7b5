import CarrelCore
import CarrelTerminal

/// The line in which a learner may say why something is corrected.
struct ReasonField: Equatable, Sendable {
    var editor = LineEditor()

    /// What is typed; nil for nothing.
    var reason: String? {
        let words = editor.text.droppingLineEnds
        return words.contains { !$0.isWhitespace } ? words : nil
    }

    /// Draws it in the last row of `area`, as wide as the text above it.
    func draw(on canvas: inout Canvas, in area: Area, columns: Int, isFocused: Bool) {
        let label = "Why, if you like"
        canvas.draw(label, x: 2, y: area.bottom - 1, style: .heading)
        editor.draw(
            on: &canvas, x: 4 + label.count, y: area.bottom - 1, columns: max(4, columns - label.count - 2), rows: 1,
            isFocused: isFocused)
    }
}
