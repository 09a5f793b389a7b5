/// How many colours a terminal can show.
public enum ColourDepth: Comparable, Sendable {
    /// None, or too few to tell anything by.
    case none
    /// The terminal's own eight.
    case eight
    /// Its own eight and a brighter one of each; whatever more there is has no known order.
    case sixteen
    /// Sixteen of its own and 240 that are the same everywhere.
    case indexed
    /// Any red, green and blue.
    case direct

    /// - Parameter colours: What terminfo says: 0 or less for none, 2²⁴ for direct colour.
    public init(colours: Int) {
        switch colours {
        case ..<8: self = .none
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<(1 << 24): self = .indexed
        default: self = .direct
        }
    }
}

extension Theme {
    /// The theme as a terminal of that depth can show it.
    ///
    /// Without colour it is the monochrome one, because hues would tell nothing. Of eight or sixteen colours nothing is
    /// known but their names, and least of all what is under them: there a theme keeps its hues, as the terminal's
    /// owner chose them, on the terminal's own background. Base16's own shell scripts name the same hues.
    public func fitted(to depth: ColourDepth) -> Theme {
        switch depth {
        case .none: return isWithoutHighlights ? .monochrome.withoutHighlights : .monochrome
        case .eight, .sixteen: return hasFixedColours ? inHues : self
        case .indexed, .direct: return self
        }
    }

    private var hasFixedColours: Bool {
        background.trueColour != nil
            || Role.allCases.contains { self[$0].foreground.trueColour ?? self[$0].background.trueColour != nil }
    }

    private var inHues: Theme {
        let plain = self[.text].foreground
        return Theme(name: name) { role in
            let own = self[role]
            switch role {
            // What has a background of its own, and what is only less bright than text, is as the default theme has it.
            case .text, .muted, .border, .title, .selection, .match, .field, .codeComment: return Theme.terminal[role]
            default:
                guard let colour = own.foreground.trueColour, own.foreground != plain else {
                    return Look(.standard, on: .standard, own.traits)
                }
                return Look(colour.hue, on: .standard, own.traits)
            }
        }
    }

    /// The look of a role with what is under it filled in.
    public func drawn(_ role: Role) -> Look {
        var look = self[role]
        if look.foreground == .standard { look.foreground = self[.text].foreground }
        if look.background == .standard { look.background = background }
        return look
    }
}

extension TrueColour {
    /// The one of a terminal's own colours red, green, yellow, blue, magenta and cyan that has this hue; the terminal's
    /// own text where there is hardly any.
    var hue: Colour {
        let brightest = max(red, green, blue)
        let darkest = min(red, green, blue)
        guard brightest - darkest >= 32 else { return .standard }
        // Sixths of the circle of hues begin and end half-way between two of these.
        let middle = Int(brightest) + Int(darkest)
        func bit(_ value: UInt8) -> UInt8 { Int(value) * 2 > middle ? 1 : 0 }
        return .ansi(bit(red) | bit(green) << 1 | bit(blue) << 2)
    }
}
