import CarrelTerminal
import Testing

/// Palettes for tests, every colour different.
enum Palettes {
    /// `base00` to `base0F` as conventional schemes have them: greys, then hues in their usual places.
    static let dark: [UInt32] = [
        0x101418, 0x181C20, 0x282C30, 0x707478, 0xA0A4A8, 0xD0D4D8, 0xE0E4E8, 0xF0F4F8,
        0xE06C6C, 0xD08A40, 0xD0B050, 0x80B060, 0x50B0B0, 0x6090E0, 0xB070D0, 0xA06040,
    ]
    static let brighter: [UInt32] = [
        0x080A0C, 0x040506, 0xFF8080, 0xFFE080, 0xA0E080, 0x80E0E0, 0x90B0FF, 0xE0A0FF,
    ]

    static func palette(_ colours: [UInt32]) throws -> Palette {
        try #require(Palette(colours.map { TrueColour($0) }))
    }
}
