import CarrelCore

/// A status that only the answers tell, each of which an index of few answers finds.
struct AnswerStatus {
    /// The ids of the questions that have it, each once; the parameter is the learner.
    let select: String

    /// Flagged in a session that is not over: few, since few sessions are.
    static let flagged = AnswerStatus(
        select: """
            SELECT DISTINCT a.questionId FROM userSessions s CROSS JOIN userAnswers a ON a.sessionId = s.id
             WHERE s.userId = ? AND s.status = 'active' AND a.isMarked = 1
            """)

    static let slow = last("answers_slow", where: "a.elapsedMs > \(QuestionStatus.slowAnswer)")

    static let sureButWrong = last(
        "answers_sure", where: "a.confidence = \(Confidence.sure.rawValue) AND a.isCorrect = 0")

    /// Questions whose last answer is one of an index's.
    private static func last(_ index: String, where condition: String) -> AnswerStatus {
        AnswerStatus(
            select: """
                SELECT DISTINCT a.questionId FROM userAnswers a INDEXED BY \(index)
                  CROSS JOIN questionDocs l ON l.questionId = a.questionId AND l.lastAt = a.createdAt
                 WHERE a.userId = ? AND \(condition)
                """)
    }

    /// Nil for a status that `questionDocs` tells.
    private init?(_ status: QuestionStatus) {
        switch status {
        case .flagged: self = .flagged
        case .slow: self = .slow
        case .sureButWrong: self = .sureButWrong
        case .wrong, .unseen, .right, .bookmarked, .noted, .mine, .due, .suspended: return nil
        }
    }

    private init(select: String) { self.select = select }

    static func all(of statuses: Set<QuestionStatus>) -> [AnswerStatus] {
        statuses.sorted { $0.rawValue < $1.rawValue }.compactMap(AnswerStatus.init)
    }

    static func first(of statuses: Set<QuestionStatus>) -> AnswerStatus? { all(of: statuses).first }

    /// These questions as rows `d` to go through.
    var rows: String { "(\(select)) found CROSS JOIN questionDocs d ON d.questionId = found.questionId" }
}
