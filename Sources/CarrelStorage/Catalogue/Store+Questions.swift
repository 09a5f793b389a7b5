import CarrelCore

/// A question in a list.
public struct QuestionRow: Equatable, Identifiable, Sendable {
    public var id: String
    /// The beginning of the stem, in Markdown: up to 200 characters.
    public var stem: String
    public var kind: QuestionKind
    public var difficulty: Difficulty
    public var subChannel: String
    /// How often the learner has answered it.
    public var answers: Int
    /// Nil while no answer is graded.
    public var lastCorrect: Bool?
    public var isBookmarked: Bool
    public var isSuspended: Bool
    /// Left out of draws until the learner's day ends.
    public var isBuried = false
    /// The learner has corrected it.
    public var isMine = false
    /// Where the list goes on after this row.
    public var cursor: QuestionCursor
}

/// A place in a list of questions; good for the scope it came from.
public struct QuestionCursor: Equatable, Sendable {
    enum Key: Equatable, Sendable {
        case time(String)
        case place(Int)
    }

    var key: Key
    var id: String
}

extension Store {
    /// One page of a scope's active questions: in catalogue order; bookmarks by when they were set, wrong ones by when
    /// they were answered, the longest ago first.
    ///
    /// - Parameter cursor: The last row of the page before; nil for the first page.
    public func questions(
        in scope: QuestionScope, after cursor: QuestionCursor? = nil, limit: Int
    ) throws -> [QuestionRow] {
        let query = try ScopeQuery(scope, learner: learner)
        var values: [any Bindable] = [learner, clock().at] + query.values
        var condition = query.condition
        if let cursor {
            condition += " AND (\(query.order.0), \(query.order.1)) > (?, ?)"
            switch cursor.key {
            case .time(let time): values.append(time)
            case .place(let place): values.append(place)
            }
            values.append(cursor.id)
        }
        values.append(limit)
        return try database.rows(
            """
            SELECT q.id, substr(\(Self.shownStem(learner: "?1")), 1, 200), q.kind, q.difficulty, q.subChannel,
                   (SELECT answers FROM itemFacts WHERE userId = ?1 AND questionId = q.id),
                   (SELECT lastCorrect FROM itemFacts WHERE userId = ?1 AND questionId = q.id),
                   EXISTS (SELECT 1 FROM bookmarks WHERE id = ?1 || '/' || q.id),
                   (SELECT suspended FROM reviewStates WHERE userId = ?1 AND questionId = q.id),
                   (SELECT buriedUntil > ?2 FROM reviewStates WHERE userId = ?1 AND questionId = q.id),
                   EXISTS (SELECT 1 FROM errata WHERE userId = ?1 AND questionId = q.id),
                   \(query.order.0)
              FROM \(query.rows)
             WHERE \(condition)
             ORDER BY \(query.order.0), \(query.order.1) LIMIT ?
            """, binding: values
        ) { row in
            let id = row.text(0)
            return QuestionRow(
                id: id, stem: row.text(1), kind: try row.value(2), difficulty: try row.value(3),
                subChannel: row.text(4), answers: row.int(5), lastCorrect: row.optionalBool(6),
                isBookmarked: row.bool(7), isSuspended: row.bool(8), isBuried: row.bool(9), isMine: row.bool(10),
                cursor: QuestionCursor(key: query.isPlaced ? .place(row.int(11)) : .time(row.text(11)), id: id))
        }
    }

    /// How many active questions a scope has.
    public func count(in scope: QuestionScope) throws -> Int {
        try tally(in: scope)?.total ?? counted(scope)
    }

    /// How far the learner is with a scope, from the kept counts; nil for scopes that are as long as somebody wrote
    /// them down, of which none are kept.
    public func tally(in scope: QuestionScope) throws -> Tally? {
        switch scope {
        case .all: try tally(.all)
        case .wrong: try tally(.wrong)
        case .tag(let tag): try tally(.tag(tag))
        case .channel(let id, nil): try tally(.channel(id))
        case .channel(let id, let part?): try tally(.subChannel(part, of: id))
        case .certification(let id, nil): try tally(.certification(id))
        case .certification(let id, let part?): try tally(.domain(part, of: id))
        case .bookmarks, .ids, .path: nil
        }
    }

    /// Counts row by row: for scopes that are as long as somebody wrote them down.
    private func counted(_ scope: QuestionScope) throws -> Int {
        let query = try ScopeQuery(scope, learner: learner)
        return try database.rows(
            "SELECT COUNT(*) FROM \(query.rows) WHERE \(query.condition)", binding: query.values
        ) { $0.int(0) }.first ?? 0
    }
}
