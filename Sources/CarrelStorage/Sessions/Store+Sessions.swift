import CarrelCore
import CarrelJSON

extension Store {
    /// Active sessions, the one last used first.
    ///
    /// - Parameter type: Left out, e.g. the questions that were opened on their own.
    public func activeSessions(limit: Int, besides type: SessionType? = nil) throws -> [SessionRow] {
        try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND status = 'active' AND sessionType IS NOT ? ORDER BY lastAccessedAt DESC LIMIT ?
            """, learner, type?.rawValue, limit, map: SessionRow.init)
    }

    /// Active sessions whose draw has a question, answered or not.
    public func activeSessions(asking question: String) throws -> [SessionRow] {
        // The text of the id may stand elsewhere in the data: the draw itself has the word.
        let near = try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND status = 'active' AND instr(sessionData, ?) > 0 ORDER BY lastAccessedAt DESC
            """, learner, JSONText.encode(question), map: SessionRow.init)
        return try near.filter { try session($0.id)?.items.contains { $0.questionId == question } == true }
    }

    /// Sessions of any status, the one last used first.
    public func recentSessions(limit: Int) throws -> [SessionRow] {
        try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions WHERE userId = ? ORDER BY lastAccessedAt DESC LIMIT ?
            """, learner, limit, map: SessionRow.init)
    }

    /// One page of what was studied, the one last used first: sessions with an answer, those under way, and exams that
    /// were handed in, be it without one.
    ///
    /// A question that was only looked at is none.
    /// - Parameter last: The last row of the page before; nil for the first page.
    public func pastSessions(after last: SessionRow? = nil, limit: Int) throws -> [SessionRow] {
        // Both bounds admit everything on the first page.
        let bound = last.map { ($0.lastAccessedAt.text, $0.id) } ?? ("9999-99", "")
        return try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND (lastAccessedAt, id) < (?, ?)
               AND (completedItems > 0 OR status = 'active' AND sessionType <> 'test'
                    OR status = 'completed' AND mode IN ('exam', 'timed'))
             ORDER BY lastAccessedAt DESC, id DESC LIMIT ?
            """, learner, bound.0, bound.1, limit, map: SessionRow.init)
    }

    /// How many sessions there are of each status; those of which there are none are missing.
    public func sessionCounts() throws -> [SessionStatus: Int] {
        let counts = try database.rows(
            "SELECT status, count(*) FROM userSessions WHERE userId = ? GROUP BY status", learner
        ) { (try $0.value(0, as: SessionStatus.self), $0.int(1)) }
        return Dictionary(counts) { first, _ in first }
    }

    /// The active session of a key; of several, which only a merge makes, the one last used.
    public func activeSession(key: SessionKey) throws -> SessionRow? {
        try database.first(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND sessionKey = ? AND status = 'active' ORDER BY lastAccessedAt DESC, id LIMIT 1
            """, learner, key.text, map: SessionRow.init)
    }

    /// A session as it stands; nil when there is none of this id.
    public func session(_ id: String) throws -> StoredSession? {
        try database.snapshot {
            let found = try database.first(
                "SELECT \(SessionRow.columns), sessionData FROM userSessions WHERE id = ?", id
            ) { row in
                let text = row.text(SessionRow.columnCount)
                guard let data = SessionData(json: text) else {
                    throw StoreError.unreadable(
                        value: text, of: "sessionData", expected: "a session's draw and marks")
                }
                return (row: try SessionRow(row), data: data)
            }
            guard let found else { return nil }
            return StoredSession(
                row: found.row, items: found.data.items, rules: found.data.rules, marks: found.data.marks,
                answers: try answers(inSession: id), result: found.data.result, pausedAt: found.data.pausedAt,
                pausedMs: found.data.pausedMs, place: try place(ofSession: id))
        }
    }

    /// The standing answers of a session, by question.
    public func answers(inSession id: String) throws -> [String: StoredAnswer] {
        // Whether a list of ids is a set or an order is told by the question's kind.
        let answers = try database.rows(
            """
            SELECT a.questionId, a.selectedOptions, a.response, a.isCorrect, a.score, a.grade, a.confidence,
                   a.elapsedMs, a.contentHash, a.createdAt, a.isMarked, q.kind = 'ordering'
              FROM userAnswers a LEFT JOIN questions q ON q.id = a.questionId
             WHERE a.sessionId = ?
            """, id, map: StoredAnswer.init)
        return Dictionary(answers.map { ($0.questionId, $0) }) { first, _ in first }
    }

    // MARK: Place

    /// Keeps where the learner is in a session, in a small transaction of its own.
    public func keepPlace(_ place: SessionPlace, of session: String) throws {
        try database.run(
            "INSERT OR REPLACE INTO sessionPlace(sessionId, cursor, view, touchedAt) VALUES (?, ?, ?, ?)",
            session, place.cursor ?? 0, try JSONText.encode(place), clock().at)
    }

    /// Nil when none was kept.
    public func place(ofSession id: String) throws -> SessionPlace? {
        try database.first("SELECT view FROM sessionPlace WHERE sessionId = ?", id) { try $0.json(0) } ?? nil
    }

    /// Changes whenever another program has written to the file since this one last looked.
    public func dataVersion() throws -> Int64 { try database.integer("PRAGMA data_version") }
}

extension StoredAnswer {
    init(_ row: Row) throws {
        questionId = row.text(0)
        selection = AnswerGiven.Selection(column: row.text(1), isOrdered: row.bool(11))
        response = row.optionalText(2)
        isCorrect = row.optionalBool(3)
        score = row.optionalDouble(4)
        grade = row.optionalInt(5).flatMap(Rating.init)
        confidence = row.optionalInt(6).flatMap(Confidence.init)
        isAnswered = !row.isNull(7)
        elapsedMs = row.int(7)
        contentHash = row.optionalText(8)
        answeredAt = try row.timestamp(9)
        isMarked = row.bool(10)
    }
}
