import CarrelCore
import CarrelStorage
import CarrelTerminal

/// An exam that was sat, as it is listed beside others.
struct ExamAttempt: Equatable, Identifiable, Sendable {
    var id: String
    /// Day and time of its end, where the learner is now: `2026-01-15 14:05`.
    var when: String
    var passed: Bool
    /// `748` on a scale of its own, else `73 %`; empty where nothing was scored.
    var score: String

    init(_ exam: SatExam, now: Moment) {
        id = exam.row.id
        when = (exam.row.completedAt ?? exam.row.startedAt).local(now)
        passed = exam.row.passed == true
        if let scaled = exam.result?.scaledScore, let scale = exam.rules?.scale, scale != .percent {
            score = "\(scaled)"
        } else {
            score = exam.row.score.map { "\($0.wholePercent) %" } ?? ""
        }
    }

    private var verdict: String { passed ? "passed" : "not passed" }

    /// `2026-01-15 14:05, passed, 748`
    var words: String { [when, verdict, score].filter { !$0.isEmpty }.joined(separator: ", ") }

    func row(_ glyphs: Glyphs) -> ListRow {
        ListRow(
            glyph: passed ? glyphs.right : glyphs.wrong, glyphStyle: passed ? .right : .wrong, state: "", label: when,
            details: [verdict, score])
    }
}

extension [ExamAttempt] {
    /// The rows under a heading of their own; none where none was sat.
    func rows(_ glyphs: Glyphs) -> [PageRow] {
        guard !isEmpty else { return [] }
        let rows = map { $0.row(glyphs) }.aligned()
        return .gap + [.heading("Earlier attempts")]
            + zip(self, rows).map { PageRow(row: $1, opens: .examResult($0.id)) }
    }
}
