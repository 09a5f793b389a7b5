import Testing

@testable import CarrelTerminal

@Suite("Colours")
struct ColourTests {
    @Test(
        "A true colour becomes the nearest of 256, and of eight",
        arguments: [
            ((0, 0, 0), 16, 0), ((255, 255, 255), 231, 7), ((255, 0, 0), 196, 1), ((0, 95, 135), 24, 6),
            ((128, 128, 128), 244, 7),
            ((0, 255, 0), 46, 2), ((200, 200, 30), 184, 3), ((8, 8, 8), 232, 0),
        ] as [((UInt8, UInt8, UInt8), UInt8, UInt8)])
    func nearest(rgb: (UInt8, UInt8, UInt8), indexed: UInt8, basic: UInt8) {
        #expect(Colour.nearestIndexed(red: rgb.0, green: rgb.1, blue: rgb.2) == indexed)
        #expect(Colour.nearestBasic(red: rgb.0, green: rgb.1, blue: rgb.2) == basic)
    }
}
