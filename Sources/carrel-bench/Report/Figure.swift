/// One line of the report: what was measured, what it came to, and what it was to come to.
struct Figure {
    enum Unit {
        case milliseconds, seconds, bytes, megabytes, count, perSecond, ratio
    }

    var what: String
    var value: Double
    var unit: Unit
    /// The most the value may be, of a rate the least; nil where nothing was promised.
    var goal: Double?
    /// What the value is made of, or how it compares.
    var note = ""

    var isMissed: Bool { goal.map { isRate ? value < $0 : value > $0 } ?? false }
    var shown: String { Self.text(value, unit) }
    var shownGoal: String { goal.map { (isRate ? "≥ " : "≤ ") + Self.text($0, unit) } ?? "" }
    private var isRate: Bool { unit == .perSecond }
    var verdict: String { goal == nil ? "" : isMissed ? "MISSED" : "ok" }

    /// A number with as many digits as say something, and its unit.
    static func text(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .milliseconds: decimal(value, value < 1 ? 3 : value < 100 ? 2 : 0) + " ms"
        case .seconds: decimal(value, 2) + " s"
        case .bytes: decimal(value, 0) + " B"
        case .megabytes: decimal(value, 1) + " MB"
        case .count: decimal(value, 0)
        case .perSecond: decimal(value, 0) + " /s"
        case .ratio: decimal(value, 2)
        }
    }

    private static func decimal(_ value: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let whole = Int((value * scale).rounded())
        guard places > 0 else { return String(whole) }
        let fraction = String(whole % Int(scale))
        return "\(whole / Int(scale))." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
