import CarrelCore

/// Which questions of a scope a session may draw, and which come first.
public enum CandidateSelection: Equatable, Sendable {
    /// Those never answered, in catalogue order; then those answered longest ago.
    case unseenFirst
    /// Those whose last answer was wrong, the longest ago first.
    case wrong
    /// Those memory says are due at a moment, the longest overdue first.
    case due(Timestamp)
    /// All, in the scope's order.
    case all
}

/// A question a session may draw.
public struct Candidate: Equatable, Identifiable, Sendable {
    public var id: String
    public var subChannel: String
    public var kind: QuestionKind
    /// Never answered so far.
    public var isUnseen: Bool
}

extension Store {
    /// Active questions of a scope to draw a session from; suspended and buried ones are left out.
    public func candidates(
        in scope: QuestionScope, what selection: CandidateSelection,
        kinds: Set<QuestionKind> = Set(QuestionKind.allCases), limit: Int
    ) throws -> [Candidate] {
        switch (selection, scope) {
        case (.due(let moment), _):
            return try drawDue(scope, at: moment, kinds: kinds, limit: limit)
        case (.all, _), (_, .wrong):
            // All of the wrong ones have been answered, and they come longest ago first already.
            return try draw(scope, kinds: kinds, limit: limit)
        case (.wrong, _):
            return try draw(
                scope, facts: "facts.lastCorrect = 0", order: "facts.lastAt, q.id", isUnseen: "0", kinds: kinds,
                limit: limit)
        case (.unseenFirst, _):
            let unseen = try draw(
                scope, facts: "COALESCE(facts.answers, 0) = 0", isUnseen: "1", kinds: kinds, limit: limit)
            guard unseen.count < limit else { return unseen }
            return unseen
                + (try draw(
                    scope, facts: "facts.answers > 0", order: "facts.lastAt, q.id", isUnseen: "0", kinds: kinds,
                    limit: limit - unseen.count))
        }
    }

    private func draw(
        _ scope: QuestionScope, facts: String? = nil, order: String? = nil, isUnseen: String = Store.isUnseen,
        kinds: Set<QuestionKind>, limit: Int
    ) throws -> [Candidate] {
        var query = try ScopeQuery(scope, learner: learner)
        var values: [any Bindable] = query.values
        if facts != nil {
            if case .all = scope, let order, order.hasPrefix("facts.lastAt") {
                // Everything answered, oldest first: along the index of answers, not through all questions.
                query.rows = "itemFacts facts CROSS JOIN questions q ON q.id = facts.questionId"
                query.condition = "facts.userId = ? AND q.status = 'active'"
                values = [learner]
            } else {
                query.rows += " LEFT JOIN itemFacts facts ON facts.userId = ? AND facts.questionId = q.id"
                // The join's parameter stands before those of the condition, but after a json_each's.
                let isListed = if case .ids = scope { true } else { false }
                values.insert(learner, at: isListed ? values.count : 0)
            }
        }
        let condition = [query.condition, facts, Self.isOne(of: kinds), Self.isAvailable].compactMap { $0 }
            .joined(separator: " AND ")
        values += [learner, clock().at, limit] as [any Bindable]
        return try database.rows(
            """
            SELECT q.id, q.subChannel, q.kind, \(isUnseen) FROM \(query.rows)
             WHERE \(condition)
             ORDER BY \(order ?? "\(query.order.0), \(query.order.1)") LIMIT ?
            """, binding: values, map: Self.candidate)
    }

    private func drawDue(
        _ scope: QuestionScope, at moment: Timestamp, kinds: Set<QuestionKind>, limit: Int
    ) throws -> [Candidate] {
        var rows: String
        var condition = "q.status = 'active'"
        var values: [any Bindable] = []
        switch scope {
        case .all:
            rows = "reviewStates r CROSS JOIN questions q ON q.id = r.questionId"
        case .wrong:
            // Along what is due rather than what is wrong: the first page ends the search.
            rows = """
                reviewStates r CROSS JOIN questions q ON q.id = r.questionId
                CROSS JOIN itemFacts w ON w.userId = r.userId AND w.questionId = r.questionId
                """
            condition += " AND w.lastCorrect = 0"
        case .channel, .certification, .path, .tag, .bookmarks, .ids:
            let query = try ScopeQuery(scope, learner: learner)
            rows = "\(query.rows) CROSS JOIN reviewStates r ON r.questionId = q.id"
            condition = query.condition
            values = query.values
        }
        values += [learner, moment, clock().at, limit] as [any Bindable]
        return try database.rows(
            """
            SELECT q.id, q.subChannel, q.kind, \(Self.isUnseen) FROM \(rows)
             WHERE \(condition) AND \(Self.isOne(of: kinds) ?? "1") AND r.userId = ? AND r.due <= ? AND r.suspended = 0
               AND (r.buriedUntil IS NULL OR r.buriedUntil <= ?)
             ORDER BY r.due, r.questionId LIMIT ?
            """, binding: values, map: Self.candidate)
    }

    /// Nil where every kind will do.
    private static func isOne(of kinds: Set<QuestionKind>) -> String? {
        guard kinds.count < QuestionKind.allCases.count else { return nil }
        return "q.kind IN (" + kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")"
    }

    /// One file has one learner: whose facts these are goes without saying.
    private static let isUnseen = """
        NOT EXISTS (SELECT 1 FROM itemFacts f WHERE f.userId = (SELECT id FROM users) AND f.questionId = q.id
                     AND f.answers > 0)
        """

    private static func candidate(_ row: Row) throws -> Candidate {
        Candidate(id: row.text(0), subChannel: row.text(1), kind: try row.value(2), isUnseen: row.bool(3))
    }

    private static let isAvailable = """
        NOT EXISTS (SELECT 1 FROM reviewStates r
                     WHERE r.userId = ? AND r.questionId = q.id AND (r.suspended = 1 OR r.buriedUntil > ?))
        """
}
