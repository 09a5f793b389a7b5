/// What a terminal is told so that text has a look: two colours by ncurses' numbers, and emphasis.
struct Rendition: Equatable {
    /// −1 is the terminal's own, as it always is without colour.
    var foreground: Int32 = -1
    var background: Int32 = -1
    var traits: Traits

    /// - Parameter look: Of a theme that is fitted to `depth`.
    init(_ look: Theme.Look, at depth: ColourDepth) {
        traits = look.traits
        guard depth != .none else { return }
        if Self.isBrightByWeight(look.foreground, at: depth) { traits.insert(.bold) }
        foreground = Self.number(look.foreground, at: depth)
        background = Self.number(look.background, at: depth)
    }

    /// Whether a colour is one of the brighter eight, which the terminal has only as bold text.
    ///
    /// With direct colour, numbers from 8 on are no longer the terminal's own.
    private static func isBrightByWeight(_ colour: Colour, at depth: ColourDepth) -> Bool {
        guard case .ansi(let index) = colour, index >= 8 else { return false }
        return depth == .eight || depth == .direct
    }

    private static func number(_ colour: Colour, at depth: ColourDepth) -> Int32 {
        switch colour {
        case .standard: return -1
        case .ansi(let index): return Int32(depth == .eight || depth == .direct ? index & 7 : index & 15)
        case .rgb(let red, let green, let blue):
            let colour = TrueColour(red: red, green: green, blue: blue)
            switch depth {
            case .none, .eight, .sixteen: return -1
            case .indexed: return Int32(colour.nearestIndexed)
            // The lowest numbers, in some terminals up to 255, are the terminal's own: a trace of red is above them.
            case .direct: return Int32(max(red, green == 0 ? 1 : 0)) << 16 | Int32(green) << 8 | Int32(blue)
            }
        }
    }
}
