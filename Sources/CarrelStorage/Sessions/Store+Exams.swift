import CarrelCore

extension Store {
    /// Exams of a certification that were handed in, the last first.
    public func exams(of certification: String, limit: Int) throws -> [SessionRow] {
        try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND sessionKey = ? AND status = 'completed' AND mode = 'exam'
             ORDER BY completedAt DESC, id DESC LIMIT ?
            """, learner, SessionKey.exam(certification: certification).text, limit, map: SessionRow.init)
    }
}
