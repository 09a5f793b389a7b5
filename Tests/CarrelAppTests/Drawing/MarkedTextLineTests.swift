import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A match in one line")
struct MarkedTextLineTests {
    private func spans(_ text: String, _ marks: Range<Int>...) -> [String] {
        MarkedText(text, marks: marks).line(base: .text).spans.map {
            $0.style == Style(.match) ? "[\($0.text)]" : $0.text
        }
    }

    @Test("What matched is marked where it stands, at either end too")
    func marked() {
        #expect(spans("the SYN segment", 4..<7).joined() == "the [SYN] segment")
        #expect(spans("SYN", 0..<3).joined() == "[SYN]")
        #expect(spans("no match").joined() == "no match")
        #expect(spans("ab", 0..<1, 1..<2).joined() == "[ab]")
    }

    @Test("Marks stay in place when Markdown and line ends before them are left out")
    func markdown() {
        #expect(spans("**What** does\n`dig` ask?", 15..<18).joined() == "What does [dig] ask?")
    }
}
