import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("How sure one is")
struct ConfidenceStripTests {
    private func line(_ columns: Int) -> String {
        var canvas = Canvas(columns: columns, rows: 1, glyphs: .unicode)
        ConfidenceStrip.draw(on: &canvas, y: 0, facts: QuestionFacts(), glyphs: .unicode)
        return canvas.lines[0]
    }

    @Test("The three answers with their keys fit the narrowest screen; the hints say the rest", arguments: [40, 80])
    func strip(columns: Int) { #expect(line(columns) == "  How sure?  1 guess  2 unsure  3 sure") }
}
