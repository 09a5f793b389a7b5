/// The symbols screens are drawn with, once in Unicode and once in ASCII.
///
/// Every symbol is one column wide in both sets, except the boxes, which are three.
public struct Glyphs: Equatable, Sendable {
    public let isASCII: Bool

    public static let unicode = Glyphs(isASCII: false)
    public static let ascii = Glyphs(isASCII: true)

    private func pick(_ unicode: String, _ ascii: String) -> String { isASCII ? ascii : unicode }

    public var right: String { pick("✓", "+") }
    public var wrong: String { pick("✗", "x") }
    public var partly: String { pick("◐", "~") }
    public var flag: String { pick("⚑", "!") }
    public var bookmark: String { pick("★", "*") }
    public var unseen: String { pick("·", ".") }
    public var seen: String { pick("○", "o") }
    /// Has an answer, of which nothing is told yet.
    public var answered: String { pick("●", "#") }

    /// The learner's own words in the place of others.
    public var mine: String { pick("✎", "%") }
    /// Left out for a while, or until it is asked for again.
    public var setAside: String { pick("–", "-") }

    public var pointer: String { pick("▸", ">") }
    public var crumb: String { pick("▸", ">") }
    public var bullet: String { pick("•", "-") }
    /// Bullets of lists inside lists, by their depth from 0.
    func bullet(depth: Int) -> String {
        switch depth {
        case ...0: bullet
        case 1: pick("◦", "*")
        default: pick("▪", "+")
        }
    }
    public var separator: String { pick("·", "-") }
    public var ellipsis: String { pick("…", "~") }
    public var rule: String { pick("─", "-") }
    public var doubleRule: String { pick("═", "=") }
    /// What is left of a line that was cut.
    public var continuation: String { pick("↪", "\\") }
    public var vertical: String { pick("│", "|") }
    public var tee: String { pick("├", "|") }

    public var checkedBox: String { "[x]" }
    public var emptyBox: String { "[ ]" }
    /// A task that is done; boxes with an `x` are for choosing.
    public var doneBox: String { pick("[✓]", "[x]") }
    public var radioOn: String { pick("(•)", "(*)") }
    public var radioOff: String { "( )" }

    public var barFull: String { pick("█", "#") }
    public var barEmpty: String { pick("░", ".") }
    /// Five shades from nothing to full, for heat maps.
    public var shades: [String] { isASCII ? [".", "-", "+", "x", "#"] : ["·", "░", "▒", "▓", "█"] }
    /// Eight heights from low to full, for small charts.
    public var heights: [String] {
        isASCII ? ["_", ".", ":", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    }

    public var arrowUp: String { pick("↑", "^") }
    public var arrowDown: String { pick("↓", "v") }
    public var arrowLeft: String { pick("←", "<") }
    public var arrowRight: String { pick("→", ">") }

    /// A bar of `columns` columns, `fraction` (0…1) of it full; any progress shows, and only the whole fills it.
    public func bar(_ fraction: Double, columns: Int) -> String {
        guard columns > 0 else { return "" }
        let fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
        var full = Int((fraction * Double(columns)).rounded())
        if fraction > 0 { full = max(1, full) }
        if fraction < 1 { full = min(columns - 1, full) }
        return String(repeating: barFull, count: full) + String(repeating: barEmpty, count: columns - full)
    }
}
