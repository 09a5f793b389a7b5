import CarrelCore
import Testing

@Suite("A stem in one line")
struct PlainStemTests {
    @Test(
        "Marks are left out, of a link all but its text",
        arguments: [
            ("What *is* `x`?\n\nSay **why**.", "What is x? Say why."),
            ("See [the docs](https://docs.example/a_(b)) now", "See the docs) now"),
            ("See [`man 7`](https://docs.example/) and ![a map](map.png).", "See man 7 and a map."),
            ("`a[0](x)` stays, and [this] too", "a[0](x) stays, and [this] too"),
            ("[cut off](https://docs", "[cut off](https://docs"), ("a ! b [", "a ! b ["),
        ])
    func marks(markdown: String, line: String) { #expect(PlainStem.line(markdown) == line) }

    @Test("Code and tables are left out")
    func blocks() { #expect(PlainStem.line("Say:\n```\nls\n```\n| a | b |\nWhat?") == "Say: What?") }
}
