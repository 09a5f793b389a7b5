/// What a line may ask of the engine: steps are counted wherever a pack or a line decides how often something is done,
/// and all that a line does shares one budget. Once it is spent everything stops, and the line is refused.
///
/// A step is about a variable looked up or a tag printed.
final class StepBudget {
    /// Steps of one line, of what settles behind it, and of what is asked of the state at once.
    static let ofLine = 200_000
    /// Steps of all lines since the beginning: what was entered is run again when a session is resumed.
    static let ofSession = 20_000_000
    /// Bytes that a text may have: a variable's value, what a command prints, what a filter makes.
    static let longestText = 65_536

    private(set) var left: Int

    init(_ steps: Int = ofLine) { left = max(0, steps) }

    var isSpent: Bool { left == 0 }

    /// Takes some of what is left; false when nothing is left then.
    @discardableResult
    func take(_ steps: Int = 1) -> Bool {
        left = steps < left ? left - max(0, steps) : 0
        return left > 0
    }

    /// Takes what looking at so many bytes costs.
    @discardableResult
    func take(bytes: Int) -> Bool { take(1 + bytes / 128) }

    func spend() { left = 0 }

    /// The text, unless it is longer than a text may be: then the budget is spent.
    func checked(_ text: String) -> String {
        guard text.utf8.count > Self.longestText else { return text }
        spend()
        return ""
    }
}
