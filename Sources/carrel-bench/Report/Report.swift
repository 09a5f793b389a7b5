import Glibc

/// Prints what was measured, section by section, as it comes in.
struct Report {
    private var figures: [Figure] = []

    /// Starts a section.
    func section(_ title: String) { Self.print("\n\(title)") }

    mutating func add(_ figure: Figure) {
        figures.append(figure)
        let columns = [
            Self.padded(figure.what, 46), Self.padded(figure.shown, 12, leading: true),
            Self.padded(figure.shownGoal, 12, leading: true), Self.padded(figure.verdict, 6),
        ]
        Self.print("  " + columns.joined(separator: "  ") + (figure.note.isEmpty ? "" : "  " + figure.note))
    }

    /// Adds the median and the 95th percentile of `rounds`, each with its goal.
    mutating func add(
        _ what: String, _ rounds: Rounds, medianGoal: Double? = nil, p95Goal: Double? = nil, note: String = ""
    ) {
        add(Figure(what: what + ", median", value: rounds.median, unit: .milliseconds, goal: medianGoal, note: note))
        add(Figure(what: what + ", p95", value: rounds.percentile(0.95), unit: .milliseconds, goal: p95Goal))
    }

    /// Says how many goals there were and names those that were missed.
    func conclude() {
        let missed = figures.filter(\.isMissed)
        let goals = figures.count { $0.goal != nil }
        Self.print("\n\(goals - missed.count) of \(goals) goals met" + (missed.isEmpty ? "." : "; missed:"))
        for figure in missed { Self.print("  \(figure.what): \(figure.shown), goal \(figure.shownGoal)") }
    }

    static func print(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            done += max(0, count)
        }
    }

    private static func padded(_ text: String, _ width: Int, leading: Bool = false) -> String {
        let blank = String(repeating: " ", count: max(0, width - text.count))
        return leading ? blank + text : text + blank
    }
}
