/// A colour of a theme.
public enum Colour: Hashable, Sendable {
    /// What the terminal draws without being told: its own foreground or background.
    case standard
    /// One of the terminal's sixteen, 0–15, as its owner chose them.
    case ansi(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

extension TrueColour {
    /// The nearest of the fixed colours 16–255 of a 256-colour terminal: a 6×6×6 cube and 24 greys.
    public var nearestIndexed: UInt8 {
        let wanted = [Int(red), Int(green), Int(blue)]
        func distance(_ candidate: [Int]) -> Int {
            zip(candidate, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        let levels = Self.cubeLevels
        let steps = wanted.map { value in
            levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
        }
        let grey = min(23, max(0, (wanted.reduce(0, +) / 3 - 3) / 10))
        let isGreyNearer = distance(Array(repeating: 8 + 10 * grey, count: 3)) < distance(steps.map { levels[$0] })
        return UInt8(isGreyNearer ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2])
    }

    /// What a 256-colour terminal shows for one of its fixed colours; nil for the sixteen that are its owner's.
    public init?(indexed index: UInt8) {
        guard index >= 16 else { return nil }
        guard index < 232 else {
            let grey = 8 + 10 * (index - 232)
            self.init(red: grey, green: grey, blue: grey)
            return
        }
        let place = Int(index) - 16
        let levels = Self.cubeLevels.map { UInt8($0) }
        self.init(red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
    }

    private static let cubeLevels = [0, 95, 135, 175, 215, 255]
}
