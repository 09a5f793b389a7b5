import CarrelTerminal
import Testing

@Suite("Styled lines")
struct StyledLineTests {
    @Test("Text and width are those of all spans")
    func text() {
        let line = StyledLine(spans: [Span("ab"), Span("漢", style: .match)])
        #expect(line.text == "ab漢")
        #expect(line.width == 4)
        #expect(StyledLine("").spans.isEmpty)
    }

    @Test("Appending in the same style makes no new span")
    func append() {
        var line = StyledLine("a")
        line.append("b")
        line.append("c", style: .code)
        line.append("")
        #expect(line.spans == [Span("ab"), Span("c", style: .code)])
    }
}
