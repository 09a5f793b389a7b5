/// The colours of a base16 scheme, or of a base24 scheme, which has eight more.
///
/// What each slot is for is said by the schemes' styling guidelines: github.com/tinted-theming/home, `styling.md` and
/// `base24`.
public struct Palette: Equatable, Sendable {
    /// A place in the palette, by its number: `base0A` is 10.
    public enum Slot: Int, CaseIterable, Sendable {
        case background, raised, selection, muted, faint, text, bold, brightest
        case red, orange, yellow, green, cyan, blue, magenta, brown
        // base24 alone.
        case darker, darkest, brightRed, brightYellow, brightGreen, brightCyan, brightBlue, brightMagenta

        /// `base0A`.
        public var name: String {
            let digits = String(rawValue, radix: 16, uppercase: true)
            return "base" + (digits.count < 2 ? "0" : "") + digits
        }
    }

    private let colours: [TrueColour]

    /// - Parameter colours: 16, or 24, in the order of their slots; nil where there are more or fewer.
    public init?(_ colours: [TrueColour]) {
        guard colours.count == 16 || colours.count == 24 else { return nil }
        self.colours = colours
    }

    /// A base16 scheme has the colours of base24 that base24's own rule takes for them.
    public subscript(slot: Slot) -> TrueColour {
        colours[slot.rawValue < colours.count ? slot.rawValue : slot.substitute.rawValue]
    }

    public var isBase24: Bool { colours.count == 24 }

    /// The first of the greys between background and text that is read on the background.
    var legibleMuted: Slot {
        [.muted, .faint].first { Contrast.ratio(self[$0], self[.background]) >= Contrast.visible } ?? .text
    }

    /// Whether its background of a selection is told from the other one, and text is read on it.
    var tellsSelection: Bool {
        Contrast.ratio(self[.selection], self[.background]) >= Self.leastStep
            && Contrast.ratio(self[.text], self[.selection]) >= Contrast.visible
    }

    /// The contrast between two backgrounds below which a row of one in the other is easily missed: ours, for no
    /// guideline has one. Carrel's own schemes have at least 1.22, Solarized 1.15.
    private static let leastStep = 1.2

    /// Whether text is lighter than what is under it.
    public var isDark: Bool { Contrast.luminance(of: self[.text]) > Contrast.luminance(of: self[.background]) }
}

extension Palette.Slot {
    /// What stands in for it in a base16 scheme.
    fileprivate var substitute: Palette.Slot {
        switch self {
        case .darker, .darkest: .background
        case .brightRed: .red
        case .brightYellow: .yellow
        case .brightGreen: .green
        case .brightCyan: .cyan
        case .brightBlue: .blue
        case .brightMagenta: .magenta
        default: self
        }
    }
}
