import CarrelCore
import CarrelJSON

/// Writes what changed between two folds of a question.
struct QuestionRows {
    let database: Database
    let learner: String
    /// The tables were emptied: nothing is replaced, and SQLite need not look for what might be.
    var areEmpty = false

    func write(_ question: String, from before: QuestionFold, to after: QuestionFold) throws {
        for session in changed(before.answers, after.answers) {
            if let row = after.answers[session] {
                try insert(row)
            } else {
                try database.run("DELETE FROM userAnswers WHERE id = ?", "\(session)/\(question)")
            }
        }
        for id in changed(before.feedback, after.feedback) {
            try Self.write(feedback: id, question, after.feedback[id], learner, database)
        }
        for field in changed(before.errata, after.errata) { try write(question, field, after.errata[field]) }
        if before.bookmark != after.bookmark { try write(question, after.bookmark) }
        if before.review != after.review { try write(question, after.review) }
        if before.facts != after.facts { try write(question, after.facts) }
    }

    private var insert: String { areEmpty ? "INSERT" : "INSERT OR REPLACE" }

    private func changed<Value: Equatable>(_ before: [String: Value], _ after: [String: Value]) -> [String] {
        if before.isEmpty { return Array(after.keys) }
        return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    }

    func insert(_ row: AnswerRow) throws {
        let selected: String =
            switch row.given?.selection {
            case .paired?: try JSONText.encode(row.given?.selection.pairs ?? [])
            case let selection: try JSONText.encode(selection?.ids ?? [])
            }
        try database.run(
            """
            \(insert) INTO userAnswers(id, sessionId, questionId, selectedOptions, response, isCorrect,
                isMarked, timeSpent, confidence, createdAt, userId, elapsedMs, score, grade, certificationId,
                domainId, contentHash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            "\(row.sessionId)/\(row.questionId)", row.sessionId, row.questionId, selected, row.given?.response,
            row.isCorrect, row.isMarked, row.elapsedMs.map { ($0 + 500) / 1000 }, row.given?.confidence?.rawValue,
            row.at, learner, row.elapsedMs, row.score, row.grade?.rawValue, row.given?.certificationId,
            row.given?.domainId, row.given?.contentHash)
    }

    static func write(
        feedback id: String, _ question: String?, _ row: QuestionFold.Feedback?, _ learner: String,
        _ database: Database
    ) throws {
        guard let row else { return try database.run("DELETE FROM feedback WHERE id = ?", id) }
        try database.run(
            """
            INSERT OR REPLACE INTO feedback(id, userId, questionId, type, message, status, response, createdAt)
            VALUES (?, ?, ?, ?, ?, 'pending', NULL, ?)
            """, id, learner, question, row.value.type.rawValue, row.value.message, row.at)
    }

    private func write(_ question: String, _ field: String, _ row: QuestionFold.Erratum?) throws {
        guard let row else {
            return try database.run(
                "DELETE FROM errata WHERE userId = ? AND questionId = ? AND field = ?", learner, question, field)
        }
        try database.run(
            """
            INSERT OR REPLACE INTO errata(userId, questionId, field, value, reason, baseHash, createdAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, learner, question, field, row.value.value, row.value.reason, row.value.baseHash, row.at)
    }

    private func write(_ question: String, _ row: QuestionFold.Bookmark?) throws {
        let id = "\(learner)/\(question)"
        guard let row else { return try database.run("DELETE FROM bookmarks WHERE id = ?", id) }
        try database.run(
            "INSERT OR REPLACE INTO bookmarks(id, userId, questionId, note, createdAt) VALUES (?, ?, ?, ?, ?)",
            id, learner, question, row.note, row.createdAt)
    }

    private func write(_ question: String, _ row: QuestionFold.ReviewRow?) throws {
        guard let row else {
            return try database.run("DELETE FROM reviewStates WHERE userId = ? AND questionId = ?", learner, question)
        }
        let memory = row.memory
        try database.run(
            """
            \(insert) INTO reviewStates(userId, questionId, state, step, stability, difficulty, due,
                lastReview, reps, lapses, suspended, buriedUntil)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            learner, question, memory.phase.rawValue, memory.step, memory.stability, memory.difficulty, memory.due,
            memory.lastReview, memory.reps, memory.lapses, row.isSuspended, row.buriedUntil)
    }

    private func write(_ question: String, _ row: QuestionFold.Facts?) throws {
        guard let row else {
            return try database.run("DELETE FROM itemFacts WHERE userId = ? AND questionId = ?", learner, question)
        }
        try database.run(
            """
            \(insert) INTO itemFacts(userId, questionId, answers, correct, lastCorrect, lastScore, lastAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, learner, question, row.answers, row.correct, row.lastCorrect, row.lastScore, row.lastAt)
    }
}
