import CarrelCore

extension Store {
    /// How many matches are ranked as a search is typed.
    public static let matchesAsYouType = 500

    /// Finds questions; nothing for an empty search. Anything that can be typed can be searched for.
    public func search(_ query: SearchQuery, mode: SearchMode, limit: Int = 500) throws -> SearchResult {
        guard !query.isEmpty else { return SearchResult() }
        return try database.snapshot {
            let matches = try Matches(of: query, for: self)
            switch mode {
            case .asYouType: return try matches.closest(min(limit, Self.matchesAsYouType))
            case .all: return try matches.best(limit)
            }
        }
    }

    /// What the result shows of these questions, in their order, with the words they were found by marked: for those
    /// on screen.
    public func hits(_ ids: some Sequence<String>, of query: SearchQuery) throws -> [SearchHit] {
        try database.snapshot {
            var reader = try QuestionRowReader(for: self)
            let marker = try SearchMarker(database: database, query: query)
            return try ids.compactMap { id in
                let found = try database.first(
                    """
                    SELECT \(QuestionRowReader.columns), d.docid
                      FROM questionDocs d CROSS JOIN questions q ON q.id = d.questionId WHERE d.questionId = ?
                    """, id
                ) { row in
                    let document = row.int64(QuestionRowReader.columnCount)
                    return (try reader.row(row), document)
                }
                guard let (row, document) = found else { return nil }
                return try marker.hit(row, document)
            }
        }
    }
}
