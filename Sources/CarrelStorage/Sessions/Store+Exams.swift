import CarrelCore

/// An exam that was sat to its end.
public struct SatExam: Equatable, Sendable {
    public var row: SessionRow
    /// What it was sat under.
    public var rules: ExamRules?
    public var result: SessionResult?

    public init(row: SessionRow, rules: ExamRules? = nil, result: SessionResult? = nil) {
        self.row = row
        self.rules = rules
        self.result = result
    }
}

extension Store {
    /// Exams of a certification that were sat to their end, the last first.
    public func exams(of certification: String, limit: Int) throws -> [SatExam] {
        // The draw of each, which is by far the largest part of its data, is not wanted here.
        try database.rows(
            """
            SELECT \(SessionRow.columns), json_extract(sessionData, '$.rules'), json_extract(sessionData, '$.result')
              FROM userSessions
             WHERE userId = ? AND sessionKey = ? AND status = 'completed' AND mode = 'exam'
             ORDER BY completedAt DESC, id DESC LIMIT ?
            """, learner, SessionKey.exam(certification: certification).text, limit
        ) { row in
            SatExam(
                row: try SessionRow(row), rules: try row.json(SessionRow.columnCount),
                result: try row.json(SessionRow.columnCount + 1))
        }
    }
}
