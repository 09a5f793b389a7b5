import Testing

@testable import CarrelTerminal

@Suite("Parsing Markdown")
struct MarkdownParserTests {
    private func text(_ source: String) -> [String] { Markdown.lines(source, columns: 100).map(\.text) }

    @Test(
        "Formulas stay as they are written, and amounts of money and variables are none",
        arguments: [
            ("$a_i * b_i$ and *c*", "$a_i * b_i$ and c"), ("$$\\{x_1\\}$$", "$$\\{x_1\\}$$"),
            ("$5 and *$10* each", "$5 and $10 each"), ("$HOME and **$PATH**", "$HOME and $PATH"),
            ("US$ 5 **b** 6 $", "US$ 5 b 6 $"), ("$1 $2 $x$ *a*", "$1 $2 $x$ a"), ("`$a$` $", "$a$ $"),
            ("a $5-$10 *b*", "a $5-$10 b"),
        ])
    func formulas(source: String, line: String) { #expect(text(source) == [line]) }

    @Test("What lies behind the text in memory is none of it", arguments: ["53. ", "53) ", "# ", "a `b` ", "- x "])
    func bound(behind: String) {
        for count in 1..<behind.utf8.count {
            var source = Array(behind.utf8)
            // Its bytes stay in the array's memory behind its end.
            source.removeLast(source.count - count)
            var reused = MarkdownParser(source: source)
            var fresh = MarkdownParser(source: Array(source))
            fresh.source.reserveCapacity(64)
            #expect(reused.events() == fresh.events(), "\(count) bytes of \(behind)")
        }
    }

    @Test("However many dollars there are, the text is all there")
    func dollars() {
        let source = (0..<500).map { "$\($0) " }.joined()
        #expect(text(source).joined(separator: " ") == source.dropLast())
    }

    @Test("Amounts of money, however many, leave a table a table")
    func dollarsBesideTable() {
        for count in 1...12 {
            let amounts = (1...count).map { "$\(5 * $0)" }.joined(separator: ", ")
            let events = MarkdownEvent.events(of: "It costs \(amounts) and $99.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
            #expect(events.contains(.enter(.table)), "\(count)")
            #expect(text("It costs \(amounts) and $99.") == ["It costs \(amounts) and $99."])
        }
    }

    @Test("A table of more columns than anyone reads is text, and makes no cells for what rows leave out")
    func hugeTable() {
        let source =
            String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
            + String(repeating: "x\n", count: 2_000)
        let events = MarkdownEvent.events(of: source)
        #expect(events.count < 10_000)
        #expect(!events.contains(.enter(.table)))
    }

    @Test("Cells that short rows leave out are not made")
    func shortRows() {
        let source =
            String(repeating: "|a", count: 100) + "\n" + String(repeating: "|-", count: 100) + "\n"
            + String(repeating: "x\n", count: 1_000)
        #expect(MarkdownEvent.events(of: source).count < 10_000)
        #expect(Markdown.lines(source, columns: 80).count < 3_000)
    }

    @Test("One long address cannot be repeated without end")
    func addresses() {
        let source =
            "[a]: http://" + String(repeating: "b", count: 5_000) + "\n\n" + String(repeating: "[a] ", count: 5_000)
        let events = MarkdownEvent.events(of: source)
        let bytes = events.reduce(0) { sum, event in
            switch event {
            case .begin(.link(let address)): sum + address.utf8.count
            case .text(let text): sum + text.utf8.count
            default: sum
            }
        }
        #expect(bytes < 65_536 + 6 * source.utf8.count)
    }

    @Test(
        "What is found of hostile text grows with it, and no faster",
        arguments: [
            "> ", "- ", "* a\n", "*", "*a ", "**a _b ", "[", "![", "[a](", "![a](b) ", "`", "`a``", "<a ", "|a", "~~a ",
            "$",
            "$a ", "&amp;", "\\", "<!--", "# a\n", "```\n", "~~~a\n", "1. a\n", "> a\n", "[a]: b\n", "    a\n",
            "| a |\n",
            "a\n-\n", "www.a(", "a@b.", "\u{0}",
        ])
    func growth(piece: String) {
        let small = MarkdownEvent.events(of: String(repeating: piece, count: 1_000)).count
        let large = MarkdownEvent.events(of: String(repeating: piece, count: 10_000)).count
        #expect(large <= 11 * small + 100)
    }
}
