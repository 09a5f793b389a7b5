import Testing

@testable import CarrelTerminal

@Suite("Themes on terminals with few colours")
struct ThemeDepthTests {
    private func theme() throws -> Theme { Theme(name: "x", palette: try Palettes.palette(Palettes.dark)) }

    @Test(
        "How many colours there are says how deep they go",
        arguments: [
            (-1, .none), (0, .none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
            (32_767, .indexed), (1 << 24, .direct),
        ] as [(Int, ColourDepth)])
    func depth(colours: Int, depth: ColourDepth) { #expect(ColourDepth(colours: colours) == depth) }

    @Test("Where there are eight or sixteen, no colour is fixed and the background stays the terminal's")
    func own() throws {
        for depth in [ColourDepth.eight, .sixteen] {
            let fitted = try theme().fitted(to: depth)
            #expect(fitted.background == .standard)
            for role in Role.allCases {
                let look = fitted[role]
                #expect(look.foreground.trueColour == nil && look.background.trueColour == nil)
                // Black, white and grey may be what is under them.
                guard look.background == .standard else { continue }
                #expect(![.ansi(0), .ansi(7), .ansi(8), .ansi(15)].contains(look.foreground), "\(role)")
            }
        }
    }

    @Test("Hues are those that base16's shell scripts give the sixteen")
    func hues() throws {
        let fitted = try theme().fitted(to: .sixteen)
        let looks: [(Role, UInt8)] = [(.wrong, 1), (.right, 2), (.partly, 3), (.link, 4), (.bookmark, 5), (.code, 6)]
        for (role, index) in looks { #expect(fitted[role].foreground == .ansi(index), "\(role)") }
    }

    @Test(
        "A colour has the hue it looks like, and a grey has none",
        arguments: [
            (0x888C90, .standard), (0xA6E3A1, .ansi(2)), (0xF38BA8, .ansi(1)), (0x89B4FA, .ansi(4)),
            (0xF9E2AF, .ansi(3)), (0x94E2D5, .ansi(6)), (0xCBA6F7, .ansi(4)), (0x800080, .ansi(5)),
        ] as [(UInt32, Colour)])
    func hue(number: UInt32, hue: Colour) { #expect(TrueColour(number).hue == hue) }

    @Test("Without colour every theme is the monochrome one; with enough each is itself; its own colours fit anywhere")
    func others() throws {
        let theme = try theme()
        #expect(theme.fitted(to: .none) == .monochrome)
        // Who draws less does so without colour too.
        let plain = theme.withoutHighlights.fitted(to: .none)
        #expect(plain[.selection] == plain[.text] && plain[.title] == Theme.monochrome[.title])
        #expect(theme.fitted(to: .indexed) == theme && theme.fitted(to: .direct) == theme)
        for depth in [ColourDepth.eight, .sixteen, .indexed, .direct] {
            #expect(Theme.terminal.fitted(to: depth) == .terminal)
            #expect(Theme.monochrome.fitted(to: depth) == .monochrome)
        }
    }

    @Test("What a role leaves open is filled in from the theme")
    func drawn() {
        var theme = Theme(name: "x", background: .ansi(4)) { _ in .init() }
        theme[.text] = .init(.ansi(7))
        #expect(theme.drawn(.code) == .init(.ansi(7), on: .ansi(4)))
    }
}
