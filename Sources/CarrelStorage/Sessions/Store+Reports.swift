import CarrelCore

/// A problem that the learner reported, as a list shows it.
public struct ReportRow: Equatable, Identifiable, Sendable {
    /// What became of a report.
    public enum Status: String, CaseIterable, Sendable { case pending, reviewed, resolved }

    public var id: String
    /// Nil where it is about no question in particular.
    public var questionId: String?
    public var type: FeedbackGiven.Kind
    public var message: String
    public var status: Status
    /// What whoever keeps the pack said to it.
    public var response: String?
    public var createdAt: Timestamp
    /// Nil where no pack installed here has the question.
    public var stem: String?
}

extension Store {
    /// One page of the learner's reports, the newest first.
    /// - Parameters:
    ///   - question: Whose reports; nil is all there are.
    ///   - last: The last row of the page before; nil for the first page.
    public func reports(of question: String? = nil, after last: ReportRow? = nil, limit: Int) throws -> [ReportRow] {
        // Both bounds admit everything on the first page.
        let bound = last.map { ($0.createdAt.text, $0.id) } ?? ("9999-99", "")
        return try database.rows(
            """
            SELECT f.id, f.questionId, f.type, f.message, f.status, f.response, f.createdAt,
                   \(Self.shownStem(learner: "f.userId"))
              FROM feedback f LEFT JOIN questions q ON q.id = f.questionId
             WHERE f.userId = ?1 AND (f.createdAt, f.id) < (?2, ?3) AND (?4 IS NULL OR f.questionId = ?4)
             ORDER BY f.createdAt DESC, f.id DESC LIMIT ?5
            """, learner, bound.0, bound.1, question, limit
        ) {
            ReportRow(
                id: $0.text(0), questionId: $0.optionalText(1), type: try $0.value(2), message: $0.text(3),
                status: try $0.value(4), response: $0.optionalText(5), createdAt: try $0.timestamp(6),
                stem: $0.optionalText(7))
        }
    }

    /// How many reports the learner wrote, of one question or, for nil, of all.
    public func reportCount(of question: String? = nil) throws -> Int {
        Int(
            try database.integer(
                "SELECT COUNT(*) FROM feedback WHERE userId = ?1 AND (?2 IS NULL OR questionId = ?2)", learner,
                question))
    }
}
