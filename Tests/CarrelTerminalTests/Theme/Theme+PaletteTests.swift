import CarrelTerminal
import Testing

@Suite("Themes out of palettes")
struct ThemePaletteTests {
    @Test(
        "Roles have the colours that base16 keeps for them",
        arguments: [
            (.text, 5, 0), (.muted, 3, 0), (.selection, 5, 2), (.wrong, 8, 0), (.right, 11, 0), (.match, 0, 10),
            (.heading, 13, 0), (.link, 13, 0), (.code, 12, 0), (.codeKeyword, 14, 0), (.codeString, 11, 0),
            (.codeComment, 3, 0), (.codeNumber, 9, 0), (.codeName, 13, 0),
        ] as [(Role, Int, Int)])
    func roles(role: Role, foreground: Int, background: Int) throws {
        let theme = Theme(name: "x", palette: try Palettes.palette(Palettes.dark))
        #expect(theme[role].foreground == Colour(TrueColour(Palettes.dark[foreground])))
        #expect(theme[role].background == Colour(TrueColour(Palettes.dark[background])))
        #expect(theme.background == Colour(TrueColour(Palettes.dark[0])))
    }

    @Test(
        "A selection that the scheme hardly tells, or that hides its text, is reversed",
        arguments: [(0x282C30, false), (0x131519, true), (0x101418, true), (0xB0B4B8, true)] as [(UInt32, Bool)])
    func selection(background: UInt32, isReversed: Bool) throws {
        var colours = Palettes.dark
        colours[2] = background
        let look = Theme(name: "x", palette: try Palettes.palette(colours))[.selection]
        let (text, under) = isReversed ? (colours[0], colours[5]) : (colours[5], background)
        #expect(look == .init(Colour(TrueColour(text)), on: Colour(TrueColour(under))))
    }

    @Test(
        "What accompanies text is in a grey between where the scheme's comments can hardly be read",
        arguments: [(0x707478, 0xA0A4A8, 3), (0x282C30, 0xA0A4A8, 4), (0x282C30, 0x303438, 5)]
            as [(UInt32, UInt32, Int)])
    func muted(comments: UInt32, faint: UInt32, slot: Int) throws {
        var colours = Palettes.dark
        (colours[3], colours[4]) = (comments, faint)
        let theme = Theme(name: "x", palette: try Palettes.palette(colours))
        #expect(theme[.muted].foreground == Colour(TrueColour(colours[slot])))
        #expect(theme[.codeComment] == theme[.muted] && theme[.border] == theme[.muted])
    }

    @Test("What stands out is in base24's brighter colours")
    func bright() throws {
        let theme = Theme(name: "x", palette: try Palettes.palette(Palettes.dark + Palettes.brighter))
        #expect(theme[.alert].foreground == Colour(TrueColour(Palettes.brighter[2])))
        #expect(theme[.heading].foreground == Colour(TrueColour(Palettes.brighter[6])))
        #expect(theme[.wrong].foreground == Colour(TrueColour(Palettes.dark[8])))
    }
}
