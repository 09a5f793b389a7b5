import CarrelCore

extension Store {
    /// One page of a scope's active questions.
    ///
    /// - Parameters:
    ///   - sort: `catalogue` is the scope's own order: the author's; bookmarks by when they were set, wrong ones by when
    ///     they were answered, the longest ago first; ids and paths as they are listed.
    ///   - cursor: Of the last row of the page before; nil for the first page.
    public func questions(
        in scope: QuestionScope, matching filter: QuestionFilter = QuestionFilter(), sort: QuestionSort = .catalogue,
        after cursor: QuestionCursor? = nil, limit: Int
    ) throws -> [QuestionRow] {
        try database.snapshot {
            let query = FilteredQuery(scope, filter, for: self)
            let parts = ListPart.parts(of: sort, of: query)
            var reader = try QuestionRowReader(for: self)
            var rows: [QuestionRow] = []
            for number in (cursor?.part ?? 0)..<parts.count where rows.count < limit {
                let keys = number == cursor?.part ? cursor?.keys : nil
                rows += try page(
                    query, parts[number], number, after: keys, limit: limit - rows.count, reader: &reader)
            }
            return rows
        }
    }

    private func page(
        _ filtered: FilteredQuery, _ part: ListPart, _ number: Int, after place: [QuestionCursor.Key]?, limit: Int,
        reader: inout QuestionRowReader
    ) throws -> [QuestionRow] {
        let answered = part.isByAnswer ? ScopeQuery.answered : nil
        var query = try filtered.query(and: part.conditions, insteadOfAll: answered)
        if part.isDescending, filtered.isWholeTopic {
            query.rows = "questionDocs d INDEXED BY docs_newest"
            query.require("d.channel <> ''")
        }
        let isInOrder = part.order == nil && query.isInOrder
        let order = answered?.rows == query.rows ? query.order : part.order ?? query.order
        var condition = query.condition
        var values = query.values
        if let place {
            let places = place.map { _ in "?" }.joined(separator: ", ")
            condition += " AND (\(order.joined(separator: ", "))) \(part.isDescending ? "<" : ">") (\(places))"
            values += place.map(\.value)
        }
        let direction = part.isDescending ? " DESC" : ""
        let orderBy = order.map { $0 + direction }.joined(separator: ", ")
        let first = QuestionRowReader.columnCount
        let select: String
        if isInOrder {
            select = """
                SELECT \(QuestionRowReader.columns), \(order.joined(separator: ", "))
                  FROM \(query.rows) CROSS JOIN questions q ON q.id = d.questionId
                 WHERE \(condition) ORDER BY \(orderBy) LIMIT ?
                """
        } else {
            // Only the rows of the page are read whole: what is put in order are those of an index.
            let columns = order.indices.map { "key\($0)" }
            let named = zip(order, columns).map { "\($0) AS \($1)" }.joined(separator: ", ")
            select = """
                SELECT \(QuestionRowReader.columns), \(columns.joined(separator: ", "))
                  FROM (SELECT d.docid AS document, \(named) FROM \(query.rows)
                         WHERE \(condition) ORDER BY \(orderBy) LIMIT ?) page
                       CROSS JOIN questionDocs d ON d.docid = document
                       CROSS JOIN questions q ON q.id = d.questionId
                 ORDER BY \(columns.map { $0 + direction }.joined(separator: ", "))
                """
        }
        var keys: [QuestionCursor.Key] = []
        var rows = try database.rows(
            select, binding: values + [limit] as [any Bindable]
        ) { row in
            keys = (first..<(first + order.count)).map { column in
                row.isText(column) ? .text(row.text(column)) : .number(row.int(column))
            }
            return try reader.row(row)
        }
        if !rows.isEmpty { rows[rows.count - 1].cursor = QuestionCursor(part: number, keys: keys) }
        return rows
    }

    // MARK: Counts

    /// How many active questions a scope has. Kept counts tell it of most scopes; a search or a filter is counted row
    /// by row: where that may be long, ask for the bounded count.
    public func count(in scope: QuestionScope) throws -> Int {
        try tally(in: scope)?.total ?? count(in: scope, matching: QuestionFilter(), atMost: .max - 1).number
    }

    /// How many questions of a scope a filter admits, counted up to `bound`.
    ///
    /// - Parameter bound: As many as a long topic has, or 500 of everything, where more are no list to read.
    public func count(
        in scope: QuestionScope, matching filter: QuestionFilter, atMost bound: Int? = nil
    ) throws -> BoundedCount {
        let bound = bound ?? (scope == .all ? 500 : 5_000)
        if filter.isEmpty, let tally = try tally(in: scope) { return BoundedCount(number: tally.total, isExact: true) }
        let filtered = FilteredQuery(scope, filter, for: self)
        let found = try filtered.countOfKinds(atMost: bound + 1) ?? counted(filtered.query(), atMost: bound + 1)
        return BoundedCount(number: min(found, bound), isExact: found <= bound)
    }

    private func counted(_ query: ScopeQuery, atMost bound: Int) throws -> Int {
        try database.rows(
            "SELECT COUNT(*) FROM (SELECT 1 FROM \(query.rows) WHERE \(query.condition) LIMIT ?)",
            binding: query.values + [bound] as [any Bindable]
        ) { $0.int(0) }.first ?? 0
    }

    /// How far the learner is with a scope, from the kept counts; nil for scopes that are as long as the learner made
    /// them, of which none are kept.
    public func tally(in scope: QuestionScope) throws -> Tally? {
        switch scope {
        case .all: try tally(.all)
        case .wrong: try tally(.wrong)
        case .tag(let tag): try tally(.tag(tag))
        case .channel(let id, nil): try tally(.channel(id))
        case .channel(let id, let part?): try tally(.subChannel(part, of: id))
        case .certification(let id, nil): try tally(.certification(id))
        case .certification(let id, let part?): try tally(.domain(part, of: id))
        case .filtered(let scope, let filter) where filter.isEmpty: try tally(in: scope)
        case .bookmarks, .ids, .path, .search, .filtered: nil
        }
    }

    /// What a filter may ask for, the most frequent first: tags or companies of active questions.
    public func labels(_ label: QuestionLabel, limit: Int) throws -> [LabelCount] {
        try database.rows(
            """
            SELECT key, total FROM facetCounts WHERE userId = ? AND facet = ? ORDER BY total DESC, key LIMIT ?
            """, learner, label.rawValue, limit
        ) { LabelCount(label: $0.text(0), questions: $0.int(1)) }
    }
}

/// Words of the author's that a question may have several of.
public enum QuestionLabel: String, CaseIterable, Sendable { case tag, company }

public struct LabelCount: Equatable, Sendable {
    public var label: String
    public var questions: Int
}

/// A part of a sorted list that one index or one small sort puts in order.
struct ListPart {
    var conditions: [String] = []
    /// Nil for the scope's own.
    var order: [String]?
    var isDescending = false
    /// All that was answered may be gone through in its own order.
    var isByAnswer = false

    static func parts(of sort: QuestionSort, of query: FilteredQuery) -> [ListPart] {
        switch sort {
        case .catalogue: [ListPart()]
        case .difficulty: Difficulty.ofQuestions.map { ListPart(conditions: ["d.level = \($0.place)"]) }
        case .lastAnswered:
            [
                ListPart(conditions: ["d.standing = \(Standing.unseen.rawValue)"]),
                ListPart(
                    conditions: ["d.standing <> \(Standing.unseen.rawValue)"], order: ["d.lastAt", "d.docid"],
                    isByAnswer: true),
            ]
        case .newest: [ListPart(order: ["d.docid"], isDescending: true)]
        }
    }
}
