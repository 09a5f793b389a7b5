import Glibc

/// How far two colours differ in lightness, after the Web Content Accessibility Guidelines 2.2.
public enum Contrast {
    /// What text needs at least to be read by people with moderately low vision (criterion 1.4.3, level AA).
    public static let readable = 4.5
    /// What text needs at least for people with lower vision (criterion 1.4.6, level AAA).
    public static let high = 7.0
    /// What lines, symbols and text that only accompanies need at least (criterion 1.4.11).
    public static let visible = 3.0

    /// The contrast ratio of two colours, 1…21, whichever is in front.
    ///
    /// Source: WCAG 2.2, "contrast ratio": (L1 + 0.05) / (L2 + 0.05), L1 the lighter one's relative luminance.
    public static func ratio(_ one: TrueColour, _ other: TrueColour) -> Double {
        let luminances = (luminance(of: one), luminance(of: other))
        return (max(luminances.0, luminances.1) + 0.05) / (min(luminances.0, luminances.1) + 0.05)
    }

    /// The relative luminance of a colour, 0 for black to 1 for white.
    ///
    /// Source: WCAG 2.2, "relative luminance", for the sRGB colour space.
    public static func luminance(of colour: TrueColour) -> Double {
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }
}

extension Theme {
    /// The contrast of a role's text on what is under it; nil where one of them is the terminal's own.
    public func contrast(of role: Role) -> Double? {
        let look = drawn(role)
        guard let foreground = look.foreground.trueColour, let background = look.background.trueColour else {
            return nil
        }
        return Contrast.ratio(foreground, background)
    }
}
