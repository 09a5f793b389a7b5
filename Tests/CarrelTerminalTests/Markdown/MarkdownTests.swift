import CarrelTerminal
import Testing

@Suite("Markdown")
struct MarkdownTests {
    private func text(_ source: String, _ columns: Int = 40, ascii: Bool = false) -> [String] {
        Markdown.lines(source, columns: columns, ascii: ascii).map(\.text)
    }

    @Test(
        "Blocks are laid out with their markers and hanging indents",
        arguments: [
            ("one\ntwo\n\nthree", 40, ["one two", "", "three"]),
            ("one  \ntwo", 40, ["one", "two"]),
            ("# Title\ntext", 40, ["Title", "═════", "text"]),
            ("- a\n- b long text\n  - c", 10, ["• a", "• b long", "  text", "  ◦ c"]),
            ("9. a\n10. b", 40, ["9. a", "10. b"]),
            ("1) a\n2) b", 40, ["1) a", "2) b"]),
            ("- a\n\n- b", 40, ["• a", "", "• b"]),
            ("- [x] done\n- [ ] open", 40, ["[✓] done", "[ ] open"]),
            ("> quoted text\n>\n> more", 12, ["│ quoted", "│ text", "│", "│ more"]),
            ("a\n\n---\n\nb", 5, ["a", "", "─────", "", "b"]),
            (
                "```swift\nlet  x = 1\n\tindented\n```\nafter", 40,
                ["── swift", "  let  x = 1", "      indented", "", "after"]
            ),
            ("```\n0123456789abcdefghij\n```", 12, ["  0123456789", "↪ abcdefghij"]),
            ("<b>bold</b> &amp; &rarr; &#x41; &unknown;", 60, ["<b>bold</b> & → A &unknown;"]),
            ("<div>\nx\n</div>", 40, ["<div> x </div>"]),
            ("-\n- b", 40, ["• ", "• b"]),
            ("", 40, []),
            ("1. a\n\n   para\n2. b", 40, ["1. a", "", "   para", "", "2. b"]),
            ("> - a\n> - b", 40, ["│ • a", "│ • b"]),
            ("漢字漢字漢字", 6, ["漢字漢", "字漢字"]),
        ])
    func blocks(source: String, columns: Int, lines: [String]) { #expect(text(source, columns) == lines) }

    @Test("Emphasis, code and headings have their styles")
    func styles() {
        let spans = Markdown.lines("a *b* **c** `d` ~~e~~ ***f***", columns: 40)[0].spans
        func style(of text: String) -> Style? { spans.first { $0.text == text }?.style }
        #expect(style(of: "b") == .text.with(.italic))
        #expect(style(of: "c") == .text.with(.bold))
        #expect(style(of: "d") == .code)
        // Not every terminal shows it dim.
        #expect(style(of: "~~e~~") == .text.with(.strikethrough))
        #expect(style(of: "f") == .text.with([.bold, .italic]))
        #expect(Markdown.lines("# t", columns: 40)[0].spans == [Span("t", style: .heading)])
        #expect(Markdown.lines("x", columns: 40, base: .muted)[0].spans == [Span("x", style: .muted)])
        #expect(Markdown.lines("```\nx\n```", columns: 7)[0].spans == [Span("x", style: .code)])
    }

    @Test("Links are numbered, and each address is listed once")
    func links() {
        let source = "[a](http://x.org) [b](http://y.org) [again](http://x.org) ![pic](http://z.org/p.png)"
        #expect(
            text(source, 80) == [
                "a[1] b[2] again[1] image: pic[3]", "", "[1] http://x.org", "[2] http://y.org",
                "[3] http://z.org/p.png",
            ])
        #expect(Markdown.links(in: source) == ["http://x.org", "http://y.org", "http://z.org/p.png"])
    }

    @Test("An address that stands in the text is not listed again")
    func autolinks() {
        #expect(
            text("see https://x.org/a and www.y.org or <me@z.org>", 80) == [
                "see https://x.org/a and www.y.org or me@z.org"
            ])
        #expect(Markdown.links(in: "https://x.org").isEmpty)
    }

    @Test("A long address is cut across lines")
    func longAddress() {
        #expect(
            text("[a](http://example.org/abcdef)", 12) == [
                "a[1]", "", "[1] http://e", "    xample.o", "    rg/abcde", "    f",
            ])
    }

    @Test("ASCII symbols are used where asked for")
    func ascii() {
        #expect(text("- a\n\n> b\n\n---", 8, ascii: true) == ["- a", "", "| b", "", "--------"])
    }

    @Test("No line is wider than asked, whatever the source", arguments: 0..<400)
    func generated(seed: UInt64) {
        var generator = SplitMix64(state: seed)
        let pieces = [
            "# ", "- ", "1. ", "> ", "    ", "```\n", "~~~", "\n", "\n\n", "|", "|---|---|\n",
            "| a | b |\n|---|:-:|\n| c | d |\n",
            "*", "**", "_", "`", "~~", "[", "](", ")", "![", "<a>", "</a>", "&amp;", "&#0;", "&#x110000;",
            "https://x.org", "\\",
            "---\n", "===\n", "[x] ", "- [ ] ", "<!--", "[a]: b\n", "\u{0}", "word ", "漢字",
        ]
        var source = ""
        for _ in 0..<40 {
            source +=
                Bool.random(using: &generator)
                ? pieces.randomElement(using: &generator) ?? "" : Hostile.text(1, using: &generator)
        }
        let columns = Int.random(in: 2...40, using: &generator)
        for line in Markdown.lines(source, columns: columns) { #expect(line.width <= columns) }
        for columns in [Int.min, -1, 0, 1, 2] { _ = Markdown.lines(source, columns: columns) }
    }

    @Test(
        "Nesting that goes on and on is laid out, not a crash",
        arguments: [
            String(repeating: "> ", count: 5_000) + "x", String(repeating: "- ", count: 5_000) + "x",
            String(repeating: "*a ", count: 5_000), String(repeating: "[", count: 5_000),
            String(repeating: "![", count: 5_000),
            String(repeating: "[a](", count: 5_000), String(repeating: "**a _b ", count: 5_000),
            String(repeating: "`", count: 5_000) + "x", String(repeating: "<a ", count: 5_000),
            String(repeating: "|a", count: 1_000) + "\n" + String(repeating: "|---", count: 1_000) + "\n",
            (0..<200).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
        ])
    func bombs(source: String) {
        for line in Markdown.lines(source, columns: 40) { #expect(line.width <= 40) }
    }
}
