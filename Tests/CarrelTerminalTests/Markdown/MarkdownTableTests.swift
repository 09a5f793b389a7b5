import CarrelTerminal
import Testing

@Suite("Markdown tables")
struct MarkdownTableTests {
    private let source =
        "| Port | Protocol | What |\n|---:|:---:|---|\n| 22 | SSH | `shell` |\n| 443 | HTTPS | web 漢字 |\n"

    @Test("A table that fits has aligned columns under a rule")
    func aligned() {
        let lines = Markdown.lines(source, columns: 40)
        #expect(
            lines.map(\.text) == [
                "Port  Protocol  What", "────  ────────  ────────", "  22    SSH     shell", " 443   HTTPS    web 漢字",
            ])
        #expect(lines[0].spans.contains(Span("Port", style: .text.with(.bold))))
        #expect(lines[2].spans.contains(Span("shell", style: .code)))
    }

    @Test("A table that does not fit names the heading before each value")
    func listed() {
        #expect(
            Markdown.lines(source, columns: 18).map(\.text) == [
                "Port: 22", "Protocol: SSH", "What: shell", "", "Port: 443", "Protocol: HTTPS", "What: web 漢字",
            ])
    }

    @Test("Rows may be short, and a table may have no rows")
    func ragged() {
        #expect(Markdown.lines("|a|b|\n|---|---|\n|1|\n", columns: 20).map(\.text) == ["a  b", "─  ─", "1"])
        #expect(Markdown.lines("|a|b|\n|---|---|\n", columns: 20).map(\.text) == ["a  b", "─  ─"])
        #expect(Markdown.lines("|abc|def|\n|---|---|\n", columns: 5).map(\.text) == ["abc,", "def"])
    }

    @Test("A table stays inside its list or quote")
    func nested() {
        #expect(
            Markdown.lines("> |a|b|\n> |---|---|\n> |1|2|", columns: 20).map(\.text) == ["│ a  b", "│ ─  ─", "│ 1  2"])
    }
}
