import CarrelTerminal
import Testing

@Suite("Wrapping text")
struct TextLayoutTests {
    private func wrapped(_ text: String, _ columns: Int) -> [String] {
        TextLayout.wrap(text, columns: columns).map(\.text)
    }

    @Test(
        "Lines break at spaces, long words anywhere, and line ends stay",
        arguments: [
            ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
            ("one two three", 3, ["one", "two", "thr", "ee"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
            ("a\nb\n", 5, ["a", "b", ""]), ("a\r\nb", 5, ["a", "b"]), ("  indented text", 10, ["  indented", "text"]),
            ("漢字漢字", 5, ["漢字", "漢字"]), ("漢字。漢字", 4, ["漢", "字。", "漢字"]), ("ab漢字", 3, ["ab", "漢", "字"]),
            ("\tx", 10, ["    x"]), ("ab\tx", 10, ["ab  x"]), ("a  b", 10, ["a  b"]),
            ("trailing   ", 4, ["trai", "ling"]),
            ("漢", 1, ["漢"]), ("ab", 0, ["a", "b"]), ("ab", -5, ["a", "b"]), ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
            ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
        ])
    func lines(text: String, columns: Int, lines: [String]) { #expect(wrapped(text, columns) == lines) }

    @Test(
        "Words of scripts that put spaces between them are kept whole, however wide their letters are",
        arguments: [
            ("हिन्दी विश्व की भाषा", 8), ("भारत की राजभाषा है", 12), ("라우터는 패킷을 전달한다", 10),
        ])
    func wholeWords(text: String, columns: Int) {
        let lines = wrapped(text, columns)
        #expect(lines.count > 1)
        #expect(lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "))
    }

    @Test(
        "No line of ideographs starts with what closes or ends with what opens",
        arguments: [
            ("漢字「漢字」漢", 6, ["漢字", "「漢", "字」漢"]), ("漢字漢（字）", 8, ["漢字漢", "（字）"]),
            ("漢字, 漢字", 4, ["漢", "字,", "漢字"]), ("漢字！？漢", 6, ["漢", "字！？", "漢"]),
            ("カーキャット", 4, ["カー", "キャ", "ット"]), ("漢字(abc)漢", 6, ["漢字", "(abc)", "漢"]), ("、、、、", 4, ["、、", "、、"]),
            ("漢字漢字“漢”", 8, ["漢字漢字", "“漢”"]),
        ])
    func kinsoku(text: String, columns: Int, lines: [String]) { #expect(wrapped(text, columns) == lines) }

    @Test("What is left of a line that was cut has its own prefix")
    func continued() {
        let lines = TextLayout.wrapVerbatim(
            [Span("abcdefg\nhi")], columns: 5, first: [Span("  ")], rest: [Span("  ")], continued: [Span("> ")])
        #expect(lines.map(\.text) == ["  abc", "> def", "> g", "  hi"])
    }

    @Test("A long row of spaces is no long work, and no empty line")
    func spaces() {
        let gap = String(repeating: " ", count: 100_000)
        #expect(wrapped("a" + gap + "b", 10) == ["a", "b"])
    }

    @Test("Escape sequences are gone before anything is measured")
    func escapes() { #expect(wrapped("\u{1B}[31mred\u{1B}[0m x", 5) == ["red x"]) }

    @Test("A hanging indent stands before all lines but the first")
    func hanging() {
        let lines = TextLayout.wrap(
            [Span("one two three")], columns: 9, first: [Span("• ", style: .muted)], rest: [Span("  ")])
        #expect(lines.map(\.text) == ["• one two", "  three"])
        #expect(lines[0].spans.first?.style == .muted)
    }

    @Test("Styles survive a break in the middle of a span")
    func styles() {
        let lines = TextLayout.wrap([Span("one "), Span("two three", style: .code)], columns: 7)
        #expect(
            lines == [
                StyledLine(spans: [Span("one "), Span("two", style: .code)]), StyledLine("three", style: .code),
            ])
    }

    @Test("Code keeps its spaces and is cut only where it is too wide")
    func verbatim() {
        #expect(TextLayout.wrapVerbatim("if  x {\n\ty  }", columns: 6).map(\.text) == ["if  x ", "{", "    y ", " }"])
    }

    @Test("No line of hostile text is wider than asked, and no glyph is lost", arguments: 0..<400)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let text = Hostile.text(30, using: &generator)
        let columns = Int.random(in: 2...30, using: &generator)
        let lines = TextLayout.wrap(text, columns: columns)
        for line in lines { #expect(line.width <= columns) }
        func ink(_ text: String) -> String { Sanitiser.line(text).filter { !$0.isWhitespace } }
        #expect(ink(lines.map(\.text).joined(separator: "\n")).unicodeScalars.count == ink(text).unicodeScalars.count)
        for line in TextLayout.wrapVerbatim(text, columns: columns) { #expect(line.width <= columns) }
    }
}
