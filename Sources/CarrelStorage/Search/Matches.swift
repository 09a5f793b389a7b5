import CarrelCore

/// The questions a search matches.
struct Matches {
    private let database: Database
    private let query: SearchQuery
    /// With the conditions on what the learner did, which the index does not know.
    private let scope: ScopeQuery
    /// Of the conditions of `scope`, the words' own.
    private let expression: String
    private let small: ScopeQuery?

    /// Matches a session is drawn from.
    static let drawn = 500

    /// Questions among which a search as it is typed looks for what the learner did.
    private static let window: Int64 = 20_000

    init(of query: SearchQuery, for store: Store) throws {
        database = store.database
        self.query = query
        expression = try SearchExpression(query, in: store.database).text ?? ""
        let filtered = FilteredQuery(.search(query), for: store)
        scope = try filtered.query()
        small = try filtered.smallSearch(expression)
        try Closeness.register(in: database)
    }

    /// The first `limit` matches, as they came into the catalogue.
    func first(_ limit: Int) throws -> [Int64] {
        let scope = small ?? scope
        return try database.rows(
            """
            SELECT d.docid FROM \(scope.rows) WHERE \(scope.condition)
             ORDER BY \(scope.order.joined(separator: ", ")) LIMIT ?
            """, binding: scope.values + [limit] as [any Bindable]
        ) { $0.int64(0) }
    }

    /// The first `limit` matches, the closest first, and whether there may be more.
    func closest(_ limit: Int) throws -> SearchResult {
        var scope = small ?? scope
        var isCut = false
        if small == nil, scope.conditions.count > 1 {
            let last = try database.integer("SELECT MAX(docid) FROM questionDocs")
            isCut = last > Self.window
            if isCut { scope.require("questionSearch.rowid <= ?", Self.window) }
        }
        let score = query.terms.isEmpty ? "0" : "closeness(questionSearch)"
        let found = try database.rows(
            """
            SELECT d.questionId, \(score) FROM \(scope.rows) WHERE \(scope.condition)
             ORDER BY \(scope.order.joined(separator: ", ")) LIMIT ?
            """, binding: scope.values + [limit + 1] as [any Bindable]
        ) { (id: $0.text(0), score: $0.double(1)) }
        let isMore = try found.count > limit || isCut && hasMatch(after: Self.window)
        // Swift's sort keeps the order of equals.
        let ranked = found.prefix(limit).sorted { $0.score > $1.score }
        return SearchResult(ids: ranked.map(\.id), hasMore: isMore)
    }

    private func hasMatch(after document: Int64) throws -> Bool {
        try database.integer(
            "SELECT EXISTS (SELECT 1 FROM questionSearch WHERE questionSearch MATCH ? AND rowid > ?)", expression,
            document) == 1
    }

    /// Of all matches the `limit` best (bm25), the best first.
    func best(_ wanted: Int) throws -> SearchResult {
        // One more than is wanted says whether there are more.
        let limit = min(wanted, .max - 1)
        let scope = small ?? scope
        let weights = Closeness.weights.map { "\($0)" }.joined(separator: ", ")
        let order = query.terms.isEmpty ? "questionSearch.rowid" : "bm25(questionSearch, \(weights)), d.docid"
        let found = try database.rows(
            "SELECT d.questionId FROM \(scope.rows) WHERE \(scope.condition) ORDER BY \(order) LIMIT ?",
            binding: scope.values + [limit + 1] as [any Bindable]
        ) { $0.text(0) }
        return SearchResult(ids: Array(found.prefix(limit)), hasMore: found.count > limit)
    }
}
