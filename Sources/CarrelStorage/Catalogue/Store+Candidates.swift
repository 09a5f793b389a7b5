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
    ///
    /// Of a search's matches the first 500 are considered.
    public func candidates(
        in scope: QuestionScope, what selection: CandidateSelection,
        kinds: Set<QuestionKind> = Set(QuestionKind.allCases), limit: Int
    ) throws -> [Candidate] {
        var scope = scope
        var conditions = Self.isOne(of: kinds).map { [$0] } ?? []
        switch (selection, scope) {
        case (.due(let moment), _):
            if scope == .wrong {
                // Along what is due rather than what is wrong: the first page ends the search.
                scope = .all
                conditions.append("d.standing = \(Standing.wrong.rawValue)")
            }
            let order = ["d.due", "d.docid"]
            let due = ScopeQuery(rows: FilteredQuery.due, order: order, isOnIndex: true)
            return try draw(pool(scope, conditions, insteadOfAll: due), due: moment, order: order, limit: limit)
        case (.all, _), (_, .wrong):
            // All of the wrong ones have been answered, and they come longest ago first already.
            return try draw(pool(scope, conditions), limit: limit)
        case (.wrong, _):
            let wrong = try ScopeQuery(.wrong, in: database, learner: learner)
            conditions.append("d.standing = \(Standing.wrong.rawValue)")
            return try draw(pool(scope, conditions, insteadOfAll: wrong), order: Self.oldest, limit: limit)
        case (.unseenFirst, .channel(_, subChannel: nil)), (.unseenFirst, .certification(_, domain: nil)),
            (.unseenFirst, .all):
            // Along an index that is in order: the first page of new ones ends the search.
            let isUnseen = "d.standing = \(Standing.unseen.rawValue)"
            let unseen = try draw(pool(scope, conditions + [isUnseen]), limit: limit)
            guard unseen.count < limit else { return unseen }
            let seen = try pool(scope, conditions + ["NOT \(isUnseen)"], insteadOfAll: .answered)
            return unseen + (try draw(seen, order: Self.oldest, limit: limit - unseen.count))
        case (.unseenFirst, _):
            let pool = try pool(scope, conditions)
            return try draw(pool, order: Self.newFirst + pool.order, limit: limit)
        }
    }

    /// How many candidates there are, counted up to `bound`.
    ///
    /// - Parameter selection: Not `unseenFirst`, which leaves nothing out.
    public func candidateCount(
        in scope: QuestionScope, what selection: CandidateSelection,
        kinds: Set<QuestionKind> = Set(QuestionKind.allCases), atMost bound: Int
    ) throws -> Int {
        var conditions = Self.isOne(of: kinds).map { [$0] } ?? []
        var rows: ScopeQuery?
        var moment: Timestamp?
        switch selection {
        case .due(let due):
            rows = ScopeQuery(rows: FilteredQuery.due, order: [], isOnIndex: true)
            moment = due
        case .wrong:
            rows = try ScopeQuery(.wrong, in: database, learner: learner)
            conditions.append("d.standing = \(Standing.wrong.rawValue)")
        case .unseenFirst, .all: break
        }
        var pool = try pool(scope, conditions, insteadOfAll: rows)
        pool.keepDue(at: moment)
        pool.require(Self.isNotAside, clock().at)
        return try database.rows(
            "SELECT COUNT(*) FROM (SELECT 1 FROM \(pool.rows) WHERE \(pool.condition) LIMIT ?)",
            binding: pool.values + [bound] as [any Bindable]
        ) { $0.int(0) }.first ?? 0
    }

    private static let isNotAside = "(d.asideUntil IS NULL OR d.asideUntil <= ?)"
    private static let oldest = ["d.lastAt", "d.docid"]
    /// What was never answered, then the rest by their last answers.
    private static let newFirst = [
        "d.standing <> \(Standing.unseen.rawValue)",
        "CASE d.standing WHEN \(Standing.unseen.rawValue) THEN '' ELSE d.lastAt END",
        "CASE d.standing WHEN \(Standing.unseen.rawValue) THEN 0 ELSE d.docid END",
    ]

    /// What candidates are looked for in.
    ///
    /// - Parameter rows: What to go through instead of everything, in its own order.
    private func pool(
        _ scope: QuestionScope, _ conditions: [String], insteadOfAll rows: ScopeQuery? = nil
    ) throws -> ScopeQuery {
        guard case .search(let query) = scope else {
            return try FilteredQuery(scope, for: self).query(and: conditions, insteadOfAll: rows)
        }
        let found = query.isEmpty ? [] : try Matches(of: query, for: self).first(Matches.drawn)
        var pool = try ScopeQuery(documents: found)
        pool.conditions += conditions
        return pool
    }

    /// - Parameter order: Nil for the pool's own.
    private func draw(
        _ pool: ScopeQuery, due: Timestamp? = nil, order: [String]? = nil, limit: Int
    ) throws -> [Candidate] {
        var query = pool
        query.keepDue(at: due)
        query.require(Self.isNotAside, clock().at)
        let order = order ?? query.order
        let columns = ["questionId", "subChannel", "kind", "standing"]
        let columnsOf = { (table: String) in columns.map { "\(table).\($0)" }.joined(separator: ", ") }
        let keys = order.indices.map { "key\($0)" }.joined(separator: ", ")
        let named = order.enumerated().map { "\($1) AS key\($0)" }.joined(separator: ", ")
        // SQLite merges runs that are in order already only by columns of the result.
        func select(_ columns: String) -> String {
            """
            SELECT \(columns), \(named) FROM \(query.rows)
             WHERE \(query.condition) ORDER BY \(order.joined(separator: ", ")) LIMIT ?
            """
        }
        // The ids are read of the ones drawn only.
        let sql =
            query.isOnIndex
            ? """
            SELECT \(columnsOf("q")) FROM (\(select("d.docid AS document"))) drawn
              CROSS JOIN questionDocs q ON q.docid = document ORDER BY \(keys)
            """ : select(columnsOf("d"))
        return try database.rows(sql, binding: query.values + [limit] as [any Bindable]) {
            Candidate(
                id: $0.text(0), subChannel: $0.text(1), kind: try $0.value(2),
                isUnseen: $0.int(3) == Standing.unseen.rawValue)
        }
    }

    /// Nil where every kind will do.
    private static func isOne(of kinds: Set<QuestionKind>) -> String? {
        guard kinds.count < QuestionKind.allCases.count else { return nil }
        return "d.kind IN (" + kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")"
    }
}

extension ScopeQuery {
    /// - Parameter moment: Nil keeps all.
    fileprivate mutating func keepDue(at moment: Timestamp?) {
        if let moment { require("d.due IS NOT NULL AND d.due <= ?", moment) }
    }
}
