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
    /// Of a search's matches the first 1,000 are considered.
    public func candidates(
        in scope: QuestionScope, what selection: CandidateSelection,
        kinds: Set<QuestionKind> = Set(QuestionKind.allCases), limit: Int
    ) throws -> [Candidate] {
        var scope = scope
        var conditions = Self.isOne(of: kinds).map { [$0] } ?? []
        if case .search(let query) = scope {
            scope = .ids(query.isEmpty ? [] : try Matches(of: query, for: self).first(Matches.drawn))
        }
        switch (selection, scope) {
        case (.due(let moment), _):
            if scope == .wrong {
                // Along what is due rather than what is wrong: the first page ends the search.
                scope = .all
                conditions.append("d.standing = \(Standing.wrong.rawValue)")
            }
            let order = ["d.due", "d.docid"]
            let due = ScopeQuery(rows: FilteredQuery.due, order: order)
            return try draw(scope, conditions, due: moment, order: order, insteadOfAll: due, limit: limit)
        case (.all, _), (_, .wrong):
            // All of the wrong ones have been answered, and they come longest ago first already.
            return try draw(scope, conditions, limit: limit)
        case (.wrong, _):
            return try draw(
                scope, conditions + ["d.standing = \(Standing.wrong.rawValue)"], order: Self.oldest,
                insteadOfAll: ScopeQuery(.wrong, in: database, learner: learner), limit: limit)
        case (.unseenFirst, _):
            let unseen = try draw(
                scope, conditions + ["d.standing = \(Standing.unseen.rawValue)"], limit: limit)
            guard unseen.count < limit else { return unseen }
            return unseen
                + (try draw(
                    scope, conditions + ["d.standing <> \(Standing.unseen.rawValue)"], order: Self.oldest,
                    insteadOfAll: .answered, limit: limit - unseen.count))
        }
    }

    private static let oldest = ["d.lastAt", "d.docid"]

    /// - Parameter rows: What to go through instead of everything, in its own order.
    private func draw(
        _ scope: QuestionScope, _ conditions: [String], due: Timestamp? = nil, order: [String]? = nil,
        insteadOfAll rows: ScopeQuery? = nil, limit: Int
    ) throws -> [Candidate] {
        var query = try FilteredQuery(scope, for: self).query(and: conditions, insteadOfAll: rows)
        if let due { query.require("d.due IS NOT NULL AND d.due <= ?", due) }
        let isInstead = rows.map { $0.rows == query.rows } ?? false
        let order = ((isInstead ? nil : order) ?? query.order).joined(separator: ", ")
        // SQLite merges runs that are in order already only by columns of the result.
        return try database.rows(
            """
            SELECT d.questionId, d.subChannel, d.kind, d.standing, \(order) FROM \(query.rows)
             WHERE \(query.condition) AND (d.asideUntil IS NULL OR d.asideUntil <= ?)
             ORDER BY \(order) LIMIT ?
            """, binding: query.values + [clock().at, limit] as [any Bindable]
        ) {
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
