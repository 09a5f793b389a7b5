import CarrelCore

/// Where a question stands in memory, and whether the learner has set it aside.
public struct ReviewState: Equatable, Sendable {
    public var memory: MemoryState
    public var isSuspended: Bool
    public var buriedUntil: Timestamp?
}

extension Store {
    /// How many questions are due: of installed packs, not suspended, not buried.
    /// - Parameter limit: Counting ends here, so that a long absence costs no more than a short one.
    public func dueCount(at moment: Timestamp, limit: Int = 1000) throws -> Int {
        Int(
            try database.integer(
                """
                SELECT count(*) FROM (
                    SELECT 1 FROM \(FilteredQuery.due)
                     WHERE d.due IS NOT NULL AND d.due <= ? AND (d.asideUntil IS NULL OR d.asideUntil <= ?) LIMIT ?)
                """, moment, moment, limit))
    }

    /// When the next question that is not due yet will be; nil for none.
    public func nextDue(after moment: Timestamp) throws -> Timestamp? {
        try database.first(
            """
            SELECT d.due FROM \(FilteredQuery.due)
             WHERE d.due IS NOT NULL AND d.due > ? AND d.marks & \(QuestionMarks.suspended.rawValue) = 0
             ORDER BY d.due LIMIT 1
            """, moment
        ) { try $0.timestamp(0) }
    }

    /// Nil for a question that was never reviewed nor set aside.
    public func reviewState(of question: String) throws -> ReviewState? {
        try database.first(
            "SELECT \(ReviewState.columns) FROM reviewStates WHERE userId = ? AND questionId = ?", learner, question,
            map: ReviewState.init)
    }

    /// By question; those never reviewed nor set aside are missing.
    public func reviewStates(of questions: [String]) throws -> [String: ReviewState] {
        var out: [String: ReviewState] = [:]
        for question in questions { out[question] = try reviewState(of: question) }
        return out
    }

    /// Whether the learner has answered the question in any session.
    public func isAnswered(_ question: String) throws -> Bool {
        try database.integer(
            "SELECT count(*) FROM itemFacts WHERE userId = ? AND questionId = ? AND answers > 0", learner, question) > 0
    }

    /// The memory model in force: the last one the journal has, else the published defaults.
    public func memoryModel() throws -> MemoryModel {
        MemoryModels(try JournalTable(database).entries(of: [.memoryModel])).last.model
    }
}

extension ReviewState {
    static let columns =
        "state, step, stability, difficulty, due, lastReview, reps, lapses, suspended, buriedUntil"

    init(_ row: Row) throws {
        memory = MemoryState(
            phase: try row.value(0), step: row.optionalInt(1), stability: row.optionalDouble(2),
            difficulty: row.optionalDouble(3), due: try row.optionalTimestamp(4),
            lastReview: try row.optionalTimestamp(5), reps: row.int(6), lapses: row.int(7))
        isSuspended = row.bool(8)
        buriedUntil = try row.optionalTimestamp(9)
    }
}
