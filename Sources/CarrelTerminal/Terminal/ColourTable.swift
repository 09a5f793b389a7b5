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
            let rendition = Rendition(theme.drawn(role), at: depth)
            pairs[Int(role.rawValue)] = Self.pair(rendition.foreground, rendition.background)
            attributes[Int(role.rawValue)] = Self.attributes(of: rendition.traits)
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
}
