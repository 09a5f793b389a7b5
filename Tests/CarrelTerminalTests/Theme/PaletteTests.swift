import CarrelTerminal
import Testing

@Suite("Palettes")
struct PaletteTests {
    @Test("A palette has sixteen colours, or twenty-four", arguments: [0, 15, 17, 23, 25])
    func count(count: Int) {
        #expect(Palette(Array(repeating: TrueColour(0), count: count)) == nil)
    }

    @Test("Slots have the names and places of base16 and base24")
    func slots() throws {
        #expect(Palette.Slot.allCases.map(\.name).first == "base00")
        #expect(Palette.Slot.yellow.name == "base0A" && Palette.Slot.brightMagenta.name == "base17")
        let palette = try Palettes.palette(Palettes.dark + Palettes.brighter)
        #expect(
            palette.isBase24 && palette[.red] == TrueColour(0xE06C6C) && palette[.brightRed] == TrueColour(0xFF8080))
    }

    @Test("A base16 scheme has its own colours in the place of the brighter ones")
    func substitutes() throws {
        let palette = try Palettes.palette(Palettes.dark)
        let pairs: [(Palette.Slot, Palette.Slot)] = [
            (.darker, .background), (.darkest, .background), (.brightRed, .red), (.brightYellow, .yellow),
            (.brightGreen, .green), (.brightCyan, .cyan), (.brightBlue, .blue), (.brightMagenta, .magenta),
        ]
        for (bright, plain) in pairs { #expect(palette[bright] == palette[plain]) }
        #expect(!palette.isBase24)
    }

    @Test("It is dark where text is lighter than what is under it")
    func variant() throws {
        #expect(try Palettes.palette(Palettes.dark).isDark)
        let light = Array(Palettes.dark.prefix(8).reversed()) + Palettes.dark.suffix(8)
        #expect(try !Palettes.palette(light).isDark)
    }
}
