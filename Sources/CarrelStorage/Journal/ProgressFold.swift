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

    func write(_ certification: String) throws {
        let sessions = try sessions(certification)
        let domains = try domains(certification)
        let days = try days(certification)
        let touched = [sessions.last, days.last.map { StudyDay($0.day).start(zone: 0, start: 0) }].compactMap { $0 }
        guard let lastActivity = touched.max() else {
            return try database.run("DELETE FROM userProgress WHERE id = ?", "\(learner)/\(certification)")
        }
        let created = [sessions.first, days.first.map { StudyDay($0.day).start(zone: 0, start: 0) }]
            .compactMap { $0 }.min()
        let weak = domains.filter { $0.correctRate < Self.weakBelow }
        let strong = domains.filter { $0.correctRate >= Self.strongFrom }
        try database.run(
            """
            INSERT OR REPLACE INTO userProgress(id, userId, certificationId, totalSessions, questionsAnswered,
                correctAnswers, averageScore, bestScore, weakAreas, strongAreas, studyStreak, totalTimeSpent,
                lastActivityAt, readyForExam, createdAt, updatedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            "\(learner)/\(certification)", learner, certification, sessions.completed, try answered(certification).all,
            try answered(certification).correct,
            sessions.scores.isEmpty ? nil : sessions.scores.reduce(0, +) / Double(sessions.scores.count),
            sessions.scores.max(), JSONText.encode(weak.sorted(by: Self.weakerFirst)),
            JSONText.encode(strong.sorted(by: Self.weakerFirst).reversed()), streak(days.map(\.day)),
            (days.reduce(0) { $0 + $1.elapsedMs } + 500) / 1000, lastActivity, try isReady(certification), created,
            lastActivity)
    }

    private static func weakerFirst(_ left: Area, _ right: Area) -> Bool {
        (left.correctRate, left.objectiveId) < (right.correctRate, right.objectiveId)
    }

    private struct Sessions {
        var completed = 0
        /// Of completed ones, by id.
        var scores: [Double] = []
        var first: Timestamp?
        var last: Timestamp?
    }

    private func sessions(_ certification: String) throws -> Sessions {
        var out = Sessions()
        try database.forEach(
            """
            SELECT score FROM userSessions
             WHERE userId = ? AND certificationId = ? AND status = 'completed' ORDER BY id
            """, learner, certification
        ) { row in
            out.completed += 1
            if let score = row.optionalDouble(0) { out.scores.append(score) }
        }
        // Apart, and in SQL: every answer comes by here, and reading two moments a session is most of the work.
        let span = try database.first(
            """
            SELECT min(startedAt), max(lastAccessedAt) FROM userSessions WHERE userId = ? AND certificationId = ?
            """, learner, certification
        ) { (first: try $0.optionalTimestamp(0), last: try $0.optionalTimestamp(1)) }
        (out.first, out.last) = (span?.first, span?.last)
        return out
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

    private func days(_ certification: String) throws -> [(day: Int, elapsedMs: Int)] {
        try database.rows(
            "SELECT day, elapsedMs FROM studyDays WHERE userId = ? AND certificationId = ? ORDER BY day",
            learner, certification
        ) { ($0.int(0), $0.int(1)) }
    }

    /// Days in a row up to the last one.
    private func streak(_ days: [Int]) -> Int {
        guard let last = days.last else { return 0 }
        return days.reversed().enumerated().prefix { $1 == last - $0 }.count
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
