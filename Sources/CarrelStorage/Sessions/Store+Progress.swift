import CarrelCore

/// How far the learner has come with a certification: a row of `userProgress`.
public struct CertificationProgress: Equatable, Sendable {
    /// A domain that stands out.
    public struct Area: Equatable, Sendable {
        public var domainId: String
        /// 0…1.
        public var correctRate: Double
        public var questionsAnswered: Int
    }

    /// Completed ones.
    public var totalSessions: Int
    public var questionsAnswered: Int
    public var correctAnswers: Int
    /// 0…100, over completed sessions with a score.
    public var averageScore: Double?
    public var bestScore: Double?
    /// The weakest first.
    public var weakAreas: [Area]
    /// The strongest first.
    public var strongAreas: [Area]
    /// Study days in a row, as of the last activity.
    public var studyStreak: Int
    /// Seconds.
    public var totalTimeSpent: Int
    public var lastActivityAt: Timestamp
    /// As the last prediction had it.
    public var isReady: Bool
}

/// What was answered of one domain, over items that count.
public struct DomainTally: Equatable, Sendable {
    public var answered: Int
    public var correct: Int
    public var elapsedMs: Int
}

extension Store {
    /// Nil while nothing was done for the certification.
    public func progress(of certification: String) throws -> CertificationProgress? {
        try database.first(
            """
            SELECT totalSessions, questionsAnswered, correctAnswers, averageScore, bestScore, weakAreas, strongAreas,
                   studyStreak, totalTimeSpent, lastActivityAt, readyForExam
              FROM userProgress WHERE userId = ? AND certificationId = ?
            """, learner, certification
        ) {
            CertificationProgress(
                totalSessions: $0.int(0), questionsAnswered: $0.int(1), correctAnswers: $0.int(2),
                averageScore: $0.optionalDouble(3), bestScore: $0.optionalDouble(4),
                weakAreas: try ProgressFold.areas($0.text(5)), strongAreas: try ProgressFold.areas($0.text(6)),
                studyStreak: $0.int(7), totalTimeSpent: $0.int(8), lastActivityAt: try $0.timestamp(9),
                isReady: $0.bool(10))
        }
    }

    /// By domain; those without an answer are missing.
    public func domainTallies(of certification: String) throws -> [String: DomainTally] {
        let tallies = try database.rows(
            """
            SELECT domainId, answered, correct, elapsedMs FROM domainTallies WHERE userId = ? AND certificationId = ?
            """, learner, certification
        ) { ($0.text(0), DomainTally(answered: $0.int(1), correct: $0.int(2), elapsedMs: $0.int(3))) }
        return Dictionary(tallies) { first, _ in first }
    }
}
