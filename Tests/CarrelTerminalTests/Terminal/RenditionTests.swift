import Testing

@testable import CarrelTerminal

@Suite("What a terminal is told of a look")
struct RenditionTests {
    @Test(
        "A colour has the number that a terminal of that depth knows it by",
        arguments: [
            (.standard, .direct, -1), (.standard, .eight, -1), (.ansi(3), .eight, 3), (.ansi(11), .eight, 3),
            (.ansi(11), .sixteen, 11), (.ansi(11), .indexed, 11), (.ansi(11), .direct, 3),
            (.rgb(red: 255, green: 0, blue: 0), .indexed, 196), (.rgb(red: 255, green: 0, blue: 0), .sixteen, -1),
            (.rgb(red: 1, green: 2, blue: 3), .direct, 0x010203),
        ] as [(Colour, ColourDepth, Int32)])
    func numbers(colour: Colour, depth: ColourDepth, number: Int32) {
        #expect(Rendition(.init(colour), at: depth).foreground == number)
        #expect(Rendition(.init(on: colour), at: depth).background == number)
    }

    @Test(
        "With direct colour no dark blue is one of the terminal's own low numbers", arguments: [0, 3, 7, 8, 200, 255])
    func direct(blue: Int) {
        let number = Rendition(.init(.rgb(red: 0, green: 0, blue: UInt8(blue))), at: .direct).foreground
        #expect(number > 255 && number & 0xFFFF == blue)
    }

    @Test(
        "One of the brighter eight is bold where the terminal has eight",
        arguments: [(.eight, true), (.sixteen, false), (.indexed, false), (.direct, true)] as [(ColourDepth, Bool)])
    func bright(depth: ColourDepth, isBold: Bool) {
        #expect(Rendition(.init(.ansi(11)), at: depth).traits == (isBold ? .bold : []))
        #expect(Rendition(.init(.ansi(3)), at: depth).traits == [])
    }

    @Test("Without colour there is emphasis only")
    func none() {
        let look = Theme.Look(.ansi(11), on: .rgb(red: 1, green: 2, blue: 3), [.underline, .italic])
        let rendition = Rendition(look, at: .none)
        #expect(rendition.foreground == -1 && rendition.background == -1)
        #expect(rendition.traits == [.underline, .italic])
    }
}
