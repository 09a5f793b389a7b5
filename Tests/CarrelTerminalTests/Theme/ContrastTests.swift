import CarrelTerminal
import Testing

@Suite("Contrast")
struct ContrastTests {
    @Test(
        "Ratios are those that WCAG's own examples and checkers give",
        arguments: [
            (0x000000, 0xFFFFFF, 21.0), (0xFFFFFF, 0xFFFFFF, 1.0), (0x767676, 0xFFFFFF, 4.54),
            (0x777777, 0xFFFFFF, 4.48), (0x595959, 0xFFFFFF, 7.0), (0xFF0000, 0xFFFFFF, 4.0),
            (0x0000FF, 0xFFFFFF, 8.59),
        ] as [(UInt32, UInt32, Double)])
    func ratio(one: UInt32, other: UInt32, ratio: Double) {
        let found = Contrast.ratio(TrueColour(one), TrueColour(other))
        #expect(abs(found - ratio) < 0.005)
        #expect(Contrast.ratio(TrueColour(other), TrueColour(one)) == found)
    }

    @Test("Luminance goes from black to white, green being the brightest part")
    func luminance() {
        #expect(Contrast.luminance(of: TrueColour(0)) == 0)
        #expect(abs(Contrast.luminance(of: TrueColour(0xFFFFFF)) - 1) < 1e-9)
        #expect(abs(Contrast.luminance(of: TrueColour(0x00FF00)) - 0.7152) < 1e-9)
    }

    @Test("Of the terminal's own colours nothing is known")
    func unknown() {
        #expect(Theme.terminal.contrast(of: .text) == nil)
        #expect(Theme.terminal.contrast(of: .match) == nil)
    }
}
