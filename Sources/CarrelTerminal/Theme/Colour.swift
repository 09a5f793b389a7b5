/// A colour of a theme.
public enum Colour: Hashable, Sendable {
    /// What the terminal draws without being told: its own foreground or background.
    case standard
    /// One of the terminal's sixteen, 0–15, as its owner chose them.
    case ansi(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

extension Colour {
    /// The nearest of the fixed colours 16–255 of a 256-colour terminal: a 6×6×6 cube and 24 greys.
    static func nearestIndexed(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
        let levels = [0, 95, 135, 175, 215, 255]
        let wanted = [Int(red), Int(green), Int(blue)]
        func distance(_ candidate: [Int]) -> Int {
            zip(candidate, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        let steps = wanted.map { value in
            levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
        }
        let grey = min(23, max(0, (wanted.reduce(0, +) / 3 - 3) / 10))
        let isGreyNearer = distance(Array(repeating: 8 + 10 * grey, count: 3)) < distance(steps.map { levels[$0] })
        return UInt8(isGreyNearer ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2])
    }

    /// The nearest of the eight basic colours.
    static func nearestBasic(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
        let brightest = max(red, green, blue)
        guard brightest >= 64 else { return 0 }
        func bit(_ value: UInt8) -> UInt8 { value > brightest / 2 ? 1 : 0 }
        return bit(red) | bit(green) << 1 | bit(blue) << 2
    }
}
