import Testing

@testable import CarrelTerminal

@Suite("Numbers of colours")
struct ColourTableTests {
    @Test(
        "A colour has the number that a terminal of that depth knows it by",
        arguments: [
            (.standard, .direct, -1), (.standard, .eight, -1), (.ansi(3), .eight, 3), (.ansi(11), .eight, 3),
            (.ansi(11), .sixteen, 11), (.ansi(11), .indexed, 11), (.ansi(11), .direct, 3),
            (.rgb(red: 255, green: 0, blue: 0), .indexed, 196), (.rgb(red: 255, green: 0, blue: 0), .sixteen, -1),
            (.rgb(red: 1, green: 2, blue: 3), .direct, 0x010203),
        ] as [(Colour, ColourDepth, Int32)])
    func numbers(colour: Colour, depth: ColourDepth, number: Int32) {
        #expect(ColourTable.number(colour, at: depth) == number)
    }

    @Test(
        "With direct colour no dark blue is one of the terminal's own low numbers", arguments: [0, 3, 7, 8, 200, 255])
    func direct(blue: Int) {
        let number = ColourTable.number(.rgb(red: 0, green: 0, blue: UInt8(blue)), at: .direct)
        #expect(number > 255 && number & 0xFFFF == blue)
    }
}
