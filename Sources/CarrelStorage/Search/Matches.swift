import CarrelCore

/// The questions a search matches, in the order they came into the catalogue.
struct Matches {
    struct Match {
        var document: Int64
        var questionId: String
    }

    private let database: Database
    private let filtered: FilteredQuery
    private let query: SearchQuery

    init(of query: SearchQuery, for store: Store) {
        database = store.database
        filtered = FilteredQuery(.search(query), for: store)
        self.query = query
    }

    /// The first `limit` matches.
    func first(_ limit: Int) throws -> [Match] {
        let query = try filtered.query()
        return try database.rows(
            """
            SELECT d.docid, d.questionId FROM \(query.rows) WHERE \(query.condition)
             ORDER BY \(query.order.joined(separator: ", ")) LIMIT ?
            """, binding: query.values + [limit] as [any Bindable]
        ) { Match(document: $0.int64(0), questionId: $0.text(1)) }
    }

    /// Of all matches the `limit` best (bm25), the best first.
    func best(_ limit: Int) throws -> [Match] {
        let query = try filtered.query()
        return try database.rows(
            """
            SELECT d.docid, d.questionId FROM \(query.rows) WHERE \(query.condition)
             ORDER BY bm25(questionSearch, \(Self.weights)), d.docid LIMIT ?
            """, binding: query.values + [limit] as [any Bindable]
        ) { Match(document: $0.int64(0), questionId: $0.text(1)) }
    }

    /// Of a match in the question, the answer, the explanation, the tags, the options and the facets.
    private static let weights = "8, 2, 1, 5, 3, 0"
}
