import CarrelCore
import CarrelStorage
import CarrelTerminal

/// A page of the learner's reports, the newest first.
struct Reports: Equatable, Sendable {
    var rows: [ReportRow] = []
    /// Minutes after local midnight at which the learner's day begins.
    var dayStart = StudyDay.usualStart
}

/// The problems that a learner reported, of one question or of all; each opens in full.
struct ReportsContent: PagedContent {
    /// Whose reports; nil is all there are.
    let question: String?
    private var dayStart = StudyDay.usualStart

    init(question: String?) { self.question = question }

    var crumbs: [String] { question == nil ? ["My reports"] : ["This question", "My reports"] }

    var empty: [String] {
        [
            "Nothing reported\(question == nil ? "" : " here"). On any question, \(KeyTable.choice.word(of: .thisQuestion)) reports a problem."
        ]
    }

    func query(after last: ReportRow?) -> Query { .reports(of: question, after: last) }

    mutating func take(_ reply: Reply) -> [ReportRow]? {
        guard case .reports(let reports) = reply else { return nil }
        dayStart = reports.dayStart
        return reports.rows
    }

    func row(_ report: ReportRow, glyphs: Glyphs, now: Moment) -> ListRow {
        var row = ListRow(state: "", label: "\(report.type.rawValue): \(PlainStem.line(report.message))")
        (row.glyph, row.glyphStyle) =
            switch report.status {
            case .pending: (glyphs.seen, .muted)
            case .reviewed: (glyphs.partly, .partly)
            case .resolved: (glyphs.right, .right)
            }
        // Pages are made row by row: columns as wide as their longest words.
        row.details = [
            RelativeTime.column(
                RelativeTime.words(for: report.createdAt, now: now, dayStart: dayStart)),
            Columns.pad(report.status.rawValue, to: "reviewed".count),
        ]
        // Among those of one question it would be the same everywhere.
        if question == nil, let about = about(report) {
            row.details.insert(Columns.pad(Columns.clip(about, to: 18, ellipsis: glyphs.ellipsis), to: 18), at: 0)
        }
        return row
    }

    private func about(_ report: ReportRow) -> String? { report.stem.map(PlainStem.line) ?? report.questionId }

    func destination(of report: ReportRow) -> Destination {
        var paragraphs = ["\(report.type.rawValue), \(report.status.rawValue)"]
        if let about = about(report) { paragraphs.append("About: \(about)") }
        paragraphs.append(report.message)
        if let response = report.response { paragraphs.append("Response: \(response)") }
        return .text(crumbs: crumbs, paragraphs: paragraphs)
    }
}
