import CNcurses

/// What ncurses needs for each role of a theme: attributes and a colour pair.
struct ColourTable {
    private var attributes: [attr_t]
    private var pairs: [Int32]

    /// Everything plain.
    init() {
        attributes = Array(repeating: 0, count: Role.allCases.count)
        pairs = Array(repeating: 0, count: Role.allCases.count)
    }

    /// Allocates the pairs of `theme`; a terminal that has too few shows the rest in its own colours.
    init(theme: Theme, usesColour: Bool) {
        self.init()
        let depth = usesColour ? ColourDepth(colours: Int(nc_colors())) : .none
        let theme = theme.fitted(to: depth)
        for role in Role.allCases {
            let look = theme.drawn(role)
            var traits = look.traits
            if depth != .none {
                if Self.isBrightByWeight(look.foreground, at: depth) { traits.insert(.bold) }
                pairs[Int(role.rawValue)] = Self.pair(
                    Self.number(look.foreground, at: depth), Self.number(look.background, at: depth))
            }
            attributes[Int(role.rawValue)] = Self.attributes(of: traits)
        }
    }

    func attributes(of style: Style) -> attr_t {
        let own = attributes[Int(style.role.rawValue)]
        return style.traits.isEmpty ? own : own | Self.attributes(of: style.traits)
    }

    func pair(of style: Style) -> Int32 { pairs[Int(style.role.rawValue)] }

    private static func attributes(of traits: Traits) -> attr_t {
        var attributes: attr_t = 0
        if traits.contains(.bold) { attributes |= NC_A_BOLD }
        if traits.contains(.italic) { attributes |= NC_A_ITALIC }
        if traits.contains(.underline) { attributes |= NC_A_UNDERLINE }
        if traits.contains(.reverse) { attributes |= NC_A_REVERSE }
        if !traits.isDisjoint(with: [.dim, .strikethrough]) { attributes |= NC_A_DIM }
        return attributes
    }

    private static func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        guard foreground >= 0 || background >= 0 else { return 0 }
        return max(0, alloc_pair(foreground, background))
    }

    /// Whether a colour is one of the brighter eight, which the terminal has only as bold text.
    ///
    /// With direct colour, numbers from 8 on are no longer the terminal's own.
    static func isBrightByWeight(_ colour: Colour, at depth: ColourDepth) -> Bool {
        guard case .ansi(let index) = colour, index >= 8 else { return false }
        return depth == .eight || depth == .direct
    }

    /// ncurses' number for a colour; −1 is the terminal's own.
    static func number(_ colour: Colour, at depth: ColourDepth) -> Int32 {
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
