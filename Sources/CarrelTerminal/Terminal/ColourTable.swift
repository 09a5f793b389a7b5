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
        let count = usesColour ? Int(nc_colors()) : 0
        // A theme made of hues tells nothing without them.
        let theme = count < 8 ? .monochrome : theme
        for role in Role.allCases {
            let look = theme[role]
            var traits = look.traits
            if count >= 8 {
                let foreground = look.foreground == .standard ? theme[.text].foreground : look.foreground
                let background = look.background == .standard ? theme.background : look.background
                if count < 16, case .ansi(let index) = foreground, index >= 8 { traits.insert(.bold) }
                let pair = Self.pair(
                    Self.number(foreground, among: count), Self.number(background, among: count))
                pairs[Int(role.rawValue)] = pair
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

    /// ncurses' number for a colour; −1 is the terminal's own.
    private static func number(_ colour: Colour, among count: Int) -> Int32 {
        switch colour {
        case .standard: -1
        case .ansi(let index): Int32(count >= 16 ? index & 15 : index & 7)
        case .rgb(let red, let green, let blue):
            if count >= 1 << 24 {
                Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
            } else if count >= 256 {
                Int32(Colour.nearestIndexed(red: red, green: green, blue: blue))
            } else {
                Int32(Colour.nearestBasic(red: red, green: green, blue: blue))
            }
        }
    }
}
