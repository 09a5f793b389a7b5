import CarrelCore
import CarrelJSON

/// How far the learner has come with one certification: a row of `userProgress`, from sums that are folded already.
struct ProgressFold {
    let database: Database
    let learner: String

    /// One domain as `weakAreas` and `strongAreas` list it. The journal knows domains by id only.
    struct Area: Codable, Equatable {
        var objectiveId: String
        var domain: String
        /// 0…1.
        var correctRate: Double
        var questionsAnswered: Int
    }

    /// Reads a column of areas.
    static func areas(_ text: String) throws -> [CertificationProgress.Area] {
        try JSONText.decode([Area].self, from: text).map {
            CertificationProgress.Area(
                domainId: $0.objectiveId, correctRate: $0.correctRate, questionsAnswered: $0.questionsAnswered)
        }
    }

    /// With fewer answers a domain is called neither weak nor strong.
    private static let enoughAnswers = 5
    private static let weakBelow = 0.7
    private static let strongFrom = 0.85

    /// - Parameter sessionsStand: No session of the learner began, ended or was scored since the row was written: an
    ///   answer costs no more after a year of sessions.
    func write(_ certification: String, sessionsStand: Bool = false) throws {
        let domains = try domains(certification)
        let days = try days(certification)
        let kept = sessionsStand ? try kept(certification, firstDay: days.first) : nil
        let sessions = try kept ?? sessions(certification)
        let touched = [sessions.last, days.last.map { StudyDay($0).start(zone: 0, start: 0) }].compactMap { $0 }
        guard let lastActivity = touched.max() else {
            return try database.run("DELETE FROM userProgress WHERE id = ?", "\(learner)/\(certification)")
        }
        let created = [sessions.first, days.first.map { StudyDay($0).start(zone: 0, start: 0) }]
            .compactMap { $0 }.min()
        let answered = try answered(certification)
        let streak = try days.last.map {
            try StudyStreak(database: database, learner: learner).days(endingOn: $0, certification: certification)
        }
        let weak = domains.filter { $0.correctRate < Self.weakBelow }
        let strong = domains.filter { $0.correctRate >= Self.strongFrom }
        try database.run(
            """
            INSERT OR REPLACE INTO userProgress(id, userId, certificationId, totalSessions, questionsAnswered,
                correctAnswers, averageScore, bestScore, weakAreas, strongAreas, studyStreak, totalTimeSpent,
                lastActivityAt, readyForExam, createdAt, updatedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            "\(learner)/\(certification)", learner, certification, sessions.completed, answered.all, answered.correct,
            sessions.averageScore, sessions.bestScore, JSONText.encode(weak.sorted(by: Self.weakerFirst)),
            JSONText.encode(strong.sorted(by: Self.weakerFirst).reversed()), streak ?? 0,
            (days.elapsedMs + 500) / 1000, lastActivity, sessions.isReady, created, lastActivity)
    }

    private static func weakerFirst(_ left: Area, _ right: Area) -> Bool {
        (left.correctRate, left.objectiveId) < (right.correctRate, right.objectiveId)
    }

    private struct Sessions {
        var completed = 0
        /// Of completed ones.
        var averageScore: Double?
        var bestScore: Double?
        var first: Timestamp?
        var last: Timestamp?
        /// As the last prediction has it.
        var isReady = false
    }

    /// As the row has them; nil where it may owe its beginning to a day that is studied no more.
    private func kept(_ certification: String, firstDay: Int?) throws -> Sessions? {
        guard let firstDay else { return nil }
        let kept = try database.first(
            """
            SELECT totalSessions, averageScore, bestScore, createdAt, readyForExam,
                   (SELECT max(lastAccessedAt) FROM userSessions WHERE userId = ?1 AND certificationId = ?2)
              FROM userProgress WHERE userId = ?1 AND certificationId = ?2
            """, learner, certification
        ) {
            Sessions(
                completed: $0.int(0), averageScore: $0.optionalDouble(1), bestScore: $0.optionalDouble(2),
                first: try $0.optionalTimestamp(3), last: try $0.optionalTimestamp(5), isReady: $0.bool(4))
        }
        guard let kept, let first = kept.first, StudyDay(firstDay).start(zone: 0, start: 0) <= first else { return nil }
        return kept
    }

    private func sessions(_ certification: String) throws -> Sessions {
        // In an order that never changes, so that the scores always add up alike.
        let scores = try database.rows(
            """
            SELECT score FROM userSessions
             WHERE userId = ? AND certificationId = ? AND status = 'completed' ORDER BY id
            """, learner, certification
        ) { $0.optionalDouble(0) }
        let known = scores.compactMap { $0 }
        let span = try database.first(
            "SELECT min(startedAt), max(lastAccessedAt) FROM userSessions WHERE userId = ? AND certificationId = ?",
            learner, certification
        ) { (first: try $0.optionalTimestamp(0), last: try $0.optionalTimestamp(1)) }
        return Sessions(
            completed: scores.count, averageScore: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count),
            bestScore: known.max(), first: span?.first, last: span?.last,
            isReady: try isReady(certification))
    }

    private func answered(_ certification: String) throws -> (all: Int, correct: Int) {
        try database.first(
            """
            SELECT ifnull(sum(answered), 0), ifnull(sum(correct), 0) FROM domainTallies
             WHERE userId = ? AND certificationId = ?
            """, learner, certification
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    private func domains(_ certification: String) throws -> [Area] {
        try database.rows(
            """
            SELECT domainId, answered, correct FROM domainTallies
             WHERE userId = ? AND certificationId = ? AND domainId <> '' AND answered >= ? ORDER BY domainId
            """, learner, certification, Self.enoughAnswers
        ) {
            Area(
                objectiveId: $0.text(0), domain: $0.text(0), correctRate: Double($0.int(2)) / Double($0.int(1)),
                questionsAnswered: $0.int(1))
        }
    }

    private func days(_ certification: String) throws -> (first: Int?, last: Int?, elapsedMs: Int) {
        try database.first(
            "SELECT min(day), max(day), ifnull(sum(elapsedMs), 0) FROM studyDays WHERE userId = ? AND certificationId = ?",
            learner, certification
        ) { ($0.optionalInt(0), $0.optionalInt(1), $0.int(2)) } ?? (nil, nil, 0)
    }

    private func isReady(_ certification: String) throws -> Bool {
        try database.first(
            """
            SELECT p.isReady FROM userSessions s CROSS JOIN predictions p ON p.sessionId = s.id
             WHERE s.userId = ? AND s.certificationId = ? ORDER BY p.at DESC, p.sessionId DESC LIMIT 1
            """, learner, certification
        ) { $0.bool(0) } ?? false
    }
}
