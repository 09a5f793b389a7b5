import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The line for a reason")
struct ReasonFieldTests {
    @Test("Blanks are no reason", arguments: [("", nil), ("  ", nil), ("see RFC 9293", "see RFC 9293")])
    func reason(text: String, reason: String?) {
        #expect(ReasonField(editor: LineEditor(text: text)).reason == reason)
    }

    @Test("It stands in the last row, and keeps within the width of the text above it")
    func drawing() {
        var canvas = Canvas(columns: 60, rows: 3)
        let field = ReasonField(editor: LineEditor(text: "because it is so and was always so"))
        field.draw(on: &canvas, in: Area(x: 0, y: 0, columns: 60, rows: 2), columns: 40, isFocused: false)
        #expect(canvas.lines[1].hasPrefix("  Why, if you like  "))
        #expect(Columns.width(of: canvas.lines[1]) <= 42)
        #expect(canvas.lines[0].isEmpty && canvas.lines[2].isEmpty)
    }
}
