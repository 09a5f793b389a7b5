import CarrelCore

/// What the learner once answered to a question, and in which session.
public struct PastAnswer: Equatable, Identifiable, Sendable {
    public var sessionId: String
    /// Nil where the session is not here.
    public var sessionTitle: String?
    public var sessionSubtitle: String?
    public var answer: StoredAnswer

    public var id: String { sessionId }
}

extension Store {
    /// The answers that stand for `question`, one a session, the latest first. What was undone stands nowhere, and an
    /// item that was only flagged was not answered.
    public func answers(to question: String, limit: Int = 200) throws -> [PastAnswer] {
        // Whether a list of ids is a set or an order is told by the question's kind.
        try database.rows(
            """
            SELECT a.questionId, a.selectedOptions, a.response, a.isCorrect, a.score, a.grade, a.confidence,
                   a.elapsedMs, a.contentHash, a.createdAt, a.isMarked, q.kind = 'ordering', a.sessionId, s.title,
                   s.subtitle
              FROM userAnswers a LEFT JOIN questions q ON q.id = a.questionId
                   LEFT JOIN userSessions s ON s.id = a.sessionId
             WHERE a.questionId = ? AND a.userId = ? AND (a.elapsedMs IS NOT NULL OR a.isCorrect IS NOT NULL)
             ORDER BY a.createdAt DESC, a.id DESC LIMIT ?
            """, question, learner, limit
        ) { row in
            PastAnswer(
                sessionId: row.text(12), sessionTitle: row.optionalText(13), sessionSubtitle: row.optionalText(14),
                answer: try StoredAnswer(row))
        }
    }
}
