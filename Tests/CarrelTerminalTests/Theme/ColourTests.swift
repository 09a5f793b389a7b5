import Testing

@testable import CarrelTerminal

@Suite("Colours")
struct ColourTests {
    @Test(
        "A true colour becomes the nearest of 256",
        arguments: [
            (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x005F87, 24), (0x808080, 244), (0x00FF00, 46),
            (0xC8C81E, 184), (0x080808, 232), (0x87AFD7, 110),
        ] as [(UInt32, UInt8)])
    func nearest(number: UInt32, indexed: UInt8) { #expect(TrueColour(number).nearestIndexed == indexed) }

    @Test("What a 256-colour terminal has becomes itself, or another of the same colour")
    func indexed() {
        for index in UInt8(16)...255 {
            let colour = TrueColour(indexed: index)
            #expect(colour.flatMap { TrueColour(indexed: $0.nearestIndexed) } == colour)
        }
        #expect(TrueColour(indexed: 15) == nil, "that one is the owner's")
    }

    @Test("No other of the 240 is much nearer than the one taken")
    func nearly() {
        func distance(_ one: TrueColour, _ other: TrueColour) -> Int {
            let parts = [(one.red, other.red), (one.green, other.green), (one.blue, other.blue)]
            return parts.reduce(0) { $0 + (Int($1.0) - Int($1.1)) * (Int($1.0) - Int($1.1)) }
        }
        let all = (UInt8(16)...255).compactMap { TrueColour(indexed: $0) }
        for step in 0..<500 {
            let colour = TrueColour(UInt32(step) &* 2_654_435_761 >> 8)
            let taken = TrueColour(indexed: colour.nearestIndexed).map { distance($0, colour) } ?? .max
            let best = all.map { distance($0, colour) }.min() ?? 0
            #expect(taken <= best + 40, "\(colour.hex)")
        }
    }

    @Test("A colour is written as its six digits, and its number says the same")
    func written() {
        let colour = TrueColour(red: 1, green: 0xAB, blue: 0)
        #expect(colour.hex == "#01ab00")
        #expect(TrueColour(0x01AB00) == colour && Colour(colour).trueColour == colour)
        #expect(Colour.ansi(3).trueColour == nil)
    }
}
