/// A colour by its red, green and blue, 0–255 each, in the sRGB colour space.
public struct TrueColour: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// - Parameter number: `0xRRGGBB`; what is above these bits is left out.
    public init(_ number: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }

    /// `#rrggbb`.
    public var hex: String {
        let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Colour {
    public init(_ colour: TrueColour) { self = .rgb(red: colour.red, green: colour.green, blue: colour.blue) }

    /// The same as red, green and blue; nil for the terminal's own, of which nothing is known.
    public var trueColour: TrueColour? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        return TrueColour(red: red, green: green, blue: blue)
    }
}
