import CarrelCore
import CarrelJSON

/// Writes and reads what is folded by session.
struct SessionRows {
    let database: Database
    let learner: String
    /// The tables were emptied: nothing is replaced.
    var areEmpty = false

    /// A session's row as of its head; `sum` fills in what comes from its answers.
    func write(_ head: SessionHead) throws {
        if !areEmpty {
            try database.run("DELETE FROM userSessions WHERE id = ?", head.id)
            try database.run("DELETE FROM predictions WHERE sessionId = ?", head.id)
        }
        try database.run(
            """
            INSERT INTO userSessions(id, userId, sessionType, sessionKey, title, subtitle, channelId, certificationId,
                totalItems, sessionData, startedAt, completedAt, status, mode, timeLimit, score, passed, rev)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(Self.unsummed))
            """,
            head.id, learner, head.start.type.rawValue, head.start.key, head.start.title, head.start.subtitle,
            head.start.channelId, head.start.certificationId, head.start.items.count, JSONText.encode(head.data),
            head.startedAt, head.completedAt, head.status.rawValue, head.start.mode.rawValue, head.start.timeLimit,
            head.score, head.data.result?.passed)
        guard let prediction = head.prediction else { return }
        try database.run(
            "INSERT INTO predictions(sessionId, pPass, low, high, at, isReady) VALUES (?, ?, ?, ?, ?, ?)",
            head.id, prediction.value.pPass, prediction.value.low, prediction.value.high, prediction.at,
            prediction.value.isReady)
    }

    /// What a session's answers come to: `SessionSums` of its rows.
    func sums(of id: String, tellsAtOnce: Bool, unscored: Set<String>) throws -> SessionSums {
        try database.first(
            """
            SELECT count(CASE WHEN ? AND isCorrect IS NOT NULL OR selectedOptions <> '[]' OR response <> ''
                              THEN elapsedMs END), ifnull(sum(elapsedMs), 0),
                   count(CASE WHEN isCorrect = 1 AND elapsedMs IS NOT NULL
                               AND questionId NOT IN (SELECT value FROM json_each(?)) THEN 1 END)
              FROM userAnswers WHERE sessionId = ?
            """, tellsAtOnce, try JSONText.encode(unscored.sorted()), id
        ) { SessionSums(answered: $0.int(0), correct: $0.int(2), elapsedMs: $0.int(1)) } ?? SessionSums()
    }

    /// Brings a session's row in step with its answers and its entries; does nothing while it has none.
    func write(_ sums: SessionSums, _ activity: SessionActivity, to id: String) throws {
        // The trigger that serves outside writers takes an update that leaves `rev` as it was for one of theirs.
        try database.run(
            "UPDATE userSessions SET rev = \(Self.unsummed) WHERE id = ? AND rev = ?", id, activity.entries)
        try database.run(
            """
            UPDATE userSessions SET progress = CASE totalItems WHEN 0 THEN 0 ELSE min(100, ?1 * 100 / totalItems) END,
                completedItems = ?1, correctAnswers = ?2, timeSpent = ?3, lastAccessedAt = ?4, rev = ?5 WHERE id = ?6
            """,
            sums.answered, sums.correct, (sums.elapsedMs + 500) / 1000, activity.last, activity.entries, id)
    }

    /// What a question's fold has to know of a session; nil while the session has no row.
    func facts(_ id: String) throws -> SessionFacts? {
        let row = try database.first("SELECT mode, status FROM userSessions WHERE id = ?", id) {
            (mode: try $0.value(0, as: SessionMode.self), isCompleted: $0.text(1) == SessionStatus.completed.rawValue)
        }
        guard let row else { return nil }
        guard row.isCompleted, !row.mode.givesFeedbackAtOnce else { return SessionFacts(mode: row.mode) }
        let completion = try database.first(
            """
            SELECT ord, hlc, id, at, tz FROM journal
             WHERE sessionId = ? AND kind = 'sessionCompleted' AND v <= \(JournalKind.sessionCompleted.version)
             ORDER BY ord, hlc, id LIMIT 1
            """, id
        ) {
            SessionFacts.Completion(
                position: JournalPosition(ord: $0.int64(0), hlc: $0.int64(1), id: $0.text(2)),
                at: try $0.timestamp(3), zone: $0.int(4))
        }
        return SessionFacts(mode: row.mode, completion: completion)
    }

    func certification(_ id: String) throws -> String? {
        try database.first("SELECT certificationId FROM userSessions WHERE id = ?", id) { $0.optionalText(0) } ?? nil
    }

    /// The items that do not count; nil while the session has no row.
    func unscored(_ id: String) throws -> Set<String>? {
        let list = try database.first(
            "SELECT ifnull(json_extract(sessionData, '$.unscored'), '[]') FROM userSessions WHERE id = ?", id
        ) { try $0.json(0, as: [String].self) ?? [] }
        return list.map(Set.init)
    }

    /// `rev` of a row whose sums are still to come; no count of entries.
    private static let unsummed = -1
}
