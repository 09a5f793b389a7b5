/// The control sequences (SGR, ECMA-48 8.3.117) that draw text in a theme where there is no full screen.
public struct SelectGraphicRendition: Sendable {
    private let theme: Theme
    private let depth: ColourDepth

    public init(theme: Theme, depth: ColourDepth) {
        self.theme = theme.fitted(to: depth)
        self.depth = depth
    }

    /// `line` in its looks, padded to `columns` with the theme's background, and what is normal after it.
    ///
    /// What could steer the terminal is taken out of the text.
    public func drawn(_ line: StyledLine, columns: Int) -> String {
        var line = line
        line.append(String(repeating: " ", count: max(0, columns - line.width)))
        let spans = line.spans.map { Self.sequence(codes(of: $0.style)) + Sanitiser.line($0.text) }
        return spans.joined() + Self.sequence([0])
    }

    private static func sequence(_ codes: [Int]) -> String {
        "\u{1B}[" + codes.map { "\($0)" }.joined(separator: ";") + "m"
    }

    /// From 0, so that nothing of what was before is left.
    private func codes(of style: Style) -> [Int] {
        let look = theme.drawn(style.role)
        let traits = look.traits.union(style.traits)
        let emphasis: [(Traits, Int)] = [
            (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7), (.strikethrough, 9),
        ]
        let codes = [0] + emphasis.filter { traits.contains($0.0) }.map(\.1)
        guard depth != .none else { return codes }
        return codes + number(of: look.foreground, from: 30) + number(of: look.background, from: 40)
    }

    /// - Parameter base: 30 for what is in front, 40 for what is under it.
    private func number(of colour: Colour, from base: Int) -> [Int] {
        switch colour {
        case .standard: return []
        case .ansi(let index): return [index < 8 ? base + Int(index) : base + 60 + Int(index & 7)]
        case .rgb(let red, let green, let blue):
            guard depth == .direct else {
                return [base + 8, 5, Int(TrueColour(red: red, green: green, blue: blue).nearestIndexed)]
            }
            return [base + 8, 2, Int(red), Int(green), Int(blue)]
        }
    }
}

extension ColourDepth {
    /// What a terminal can show as far as the environment says it, where no terminfo entry is read.
    ///
    /// A non-empty `NO_COLOR` goes first, then `COLORTERM`, then the ending of the terminal's name.
    public init(environment: [String: String]) {
        let name = environment["TERM", default: ""]
        let ending = name.split(separator: "-").last.map(String.init) ?? ""
        let isVideoTerminal = name.hasPrefix("vt") && name.dropFirst(2).first?.isNumber == true
        let hasNone = ["", "dumb"].contains(name) || ["mono", "m"].contains(ending) || isVideoTerminal
        if hasNone || !environment["NO_COLOR", default: ""].isEmpty {
            self = .none
        } else if ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""]) || ending == "direct" {
            self = .direct
        } else if ending == "256color" {
            self = .indexed
        } else {
            self = ending == "16color" ? .sixteen : .eight
        }
    }
}
