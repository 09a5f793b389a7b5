import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("How sure one is")
struct ConfidenceStripTests {
    private func line(_ columns: Int, _ glyphs: Glyphs = .unicode) -> String {
        var canvas = Canvas(columns: columns, rows: 1, glyphs: glyphs)
        ConfidenceStrip.draw(on: &canvas, y: 0, facts: QuestionFacts(), glyphs: glyphs)
        return canvas.lines[0]
    }

    @Test("The three answers with their keys fit the narrowest screen; how to pass it over stands where there is room")
    func strip() {
        #expect(line(40).hasPrefix("  How sure?  1 guess  2 unsure  3 sure"))
        #expect(!line(40).contains("skip"))
        #expect(line(80).contains("skip   Esc change answer"))
        #expect(line(80, .ascii).contains("Enter skip"))
    }
}
