import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What was studied, the last first: an ended session leads to its summary, one under way goes on.
struct HistoryContent: PagedContent {
    let crumbs = ["History"]
    let empty = ["Nothing studied yet.", "Every session you answer in is kept here."]
    /// Minutes after local midnight at which the learner's day begins.
    private var dayStart = StudyDay.usualStart

    func query(after last: SessionRow?) -> Query { .history(after: last) }

    mutating func take(_ reply: Reply) -> [SessionRow]? {
        guard case .history(let past) = reply else { return nil }
        dayStart = past.dayStart
        return past.rows
    }

    func row(_ session: SessionRow, glyphs: Glyphs, now: Moment) -> ListRow {
        let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: " \(glyphs.crumb) ")
        var row = ListRow(label: title)
        (row.glyph, row.glyphStyle, row.state) =
            switch session.status {
            case .active: (glyphs.partly, .progress, "")
            case .completed:
                session.passed == false ? (glyphs.wrong, .muted, "not passed") : (glyphs.right, .muted, "completed")
            case .abandoned: (glyphs.seen, .muted, "")
            }
        // Pages are made row by row: columns as wide as their longest words.
        row.details = [
            Columns.padStart(RelativeTime.clock(milliseconds: session.timeSpent * 1000), to: 5),
            RelativeTime.column(
                RelativeTime.words(for: session.lastAccessedAt, now: now, dayStart: dayStart)),
            Columns.padStart(standing(session), to: "10/10 right".count),
        ]
        return row
    }

    /// `8/10 right`; `82 %` of an exam, where parts of an item earn points and some items do not count; of an ended one
    /// what is right of what was answered; `go on 3/10` of one under way.
    private func standing(_ session: SessionRow) -> String {
        switch session.status {
        case .active: "go on \(session.completedItems)/\(session.totalItems)"
        case .completed:
            session.mode == .exam ? session.score.map { "\($0.wholePercent) %" } ?? right(session) : right(session)
        case .abandoned: "ended \(session.correctAnswers)/\(session.completedItems)"
        }
    }

    private func right(_ session: SessionRow) -> String { "\(session.correctAnswers)/\(session.totalItems) right" }

    func destination(of session: SessionRow) -> Destination {
        switch session.status {
        case .completed where !session.mode.givesFeedbackAtOnce: .examResult(session.id)
        case .active: .session(session.id)
        default: .summary(session: session.id)
        }
    }

    func activeSession(of session: SessionRow) -> SessionRow? { session.status == .active ? session : nil }
}
