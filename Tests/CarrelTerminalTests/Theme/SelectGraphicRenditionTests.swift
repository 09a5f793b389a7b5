import CarrelTerminal
import Testing

@Suite("Themes as control sequences")
struct SelectGraphicRenditionTests {
    private let line = StyledLine(spans: [Span("ok", style: .right), Span(" no", style: .alert)])

    private func drawn(_ theme: Theme, _ depth: ColourDepth, columns: Int = 0) -> String {
        SelectGraphicRendition(theme: theme, depth: depth).drawn(line, columns: columns)
    }

    @Test("Each depth has its own numbers, and the end is normal again")
    func depths() throws {
        let theme = Theme(name: "x", palette: try Palettes.palette(Palettes.dark))
        #expect(
            drawn(theme, .direct)
                == "\u{1B}[0;38;2;128;176;96;48;2;16;20;24mok\u{1B}[0;1;38;2;224;108;108;48;2;16;20;24m no\u{1B}[0m")
        #expect(drawn(theme, .indexed) == "\u{1B}[0;38;5;107;48;5;233mok\u{1B}[0;1;38;5;167;48;5;233m no\u{1B}[0m")
        #expect(drawn(theme, .eight) == "\u{1B}[0;32mok\u{1B}[0;1;31m no\u{1B}[0m")
        #expect(drawn(.terminal, .sixteen) == "\u{1B}[0;32mok\u{1B}[0;1;31m no\u{1B}[0m")
        #expect(drawn(.terminal, .none) == "\u{1B}[0mok\u{1B}[0;7m no\u{1B}[0m")
    }

    @Test("A line is padded with the background, and what steers a terminal is taken out of it")
    func padded() {
        #expect(drawn(.monochrome, .eight, columns: 7).hasSuffix(" no\u{1B}[0m  \u{1B}[0m"))
        let hostile = StyledLine("a\u{1B}[31mb\u{7}")
        let text = SelectGraphicRendition(theme: .monochrome, depth: .none).drawn(hostile, columns: 0)
        #expect(text == "\u{1B}[0mab\u{1B}[0m")
    }

    @Test(
        "The environment says how many colours there are",
        arguments: [
            (["TERM": "xterm-256color"], .indexed), (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .direct),
            (["TERM": "xterm-direct"], .direct), (["TERM": "xterm"], .eight), (["TERM": "xterm-16color"], .sixteen),
            (["TERM": "vt100"], .none), (["TERM": "dumb"], .none), ([:], .none), (["TERM": "xterm-mono"], .none),
            (["TERM": "xterm-256color", "COLORTERM": "24bit", "NO_COLOR": "1"], .none),
            (["TERM": "linux", "NO_COLOR": ""], .eight), (["TERM": "vt220-w"], .none), (["TERM": "vte"], .eight),
            (["TERM": "vte-256color"], .indexed),
        ] as [([String: String], ColourDepth)])
    func environment(environment: [String: String], depth: ColourDepth) {
        #expect(ColourDepth(environment: environment) == depth)
    }
}
