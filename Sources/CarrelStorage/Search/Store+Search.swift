import CarrelCore

extension Store {
    /// How many matches are ranked as a search is typed.
    public static let matchesAsYouType = 500

    /// Finds questions; nothing for an empty search. Anything that can be typed can be searched for.
    public func search(_ query: SearchQuery, mode: SearchMode, limit: Int = 500) throws -> SearchResult {
        guard !query.isEmpty else { return SearchResult() }
        return try database.snapshot {
            let matches = Matches(of: query, for: self)
            let bound = mode == .asYouType ? min(limit, Self.matchesAsYouType) : limit
            let found =
                try query.terms.isEmpty || mode == .asYouType ? matches.first(bound + 1) : matches.best(bound + 1)
            return SearchResult(ids: found.prefix(bound).map(\.questionId), hasMore: found.count > bound)
        }
    }

    /// What the result shows of these questions, in their order, with the words they were found by marked: for those
    /// on screen.
    public func hits(_ ids: some Sequence<String>, of query: SearchQuery) throws -> [SearchHit] {
        try database.snapshot {
            var reader = try QuestionRowReader(for: self)
            let marker = SearchMarker(database: database, query: query)
            return try ids.compactMap { id in
                let found = try database.first(
                    """
                    SELECT \(QuestionRowReader.columns), d.docid
                      FROM questionDocs d CROSS JOIN questions q ON q.id = d.questionId WHERE d.questionId = ?
                    """, id
                ) { row in
                    let document = row.int64(QuestionRowReader.columnCount)
                    return (try reader.row(row, cursor: QuestionCursor(keys: [.number(Int(document))])), document)
                }
                guard let (row, document) = found else { return nil }
                return try marker.hit(row, document)
            }
        }
    }
}

/// Marks the words a question was found by.
struct SearchMarker {
    private let database: Database
    /// Nil where no words were searched for.
    private let expression: String?

    init(database: Database, query: SearchQuery) {
        self.database = database
        expression = SearchExpression(SearchQuery(terms: query.terms)).text
    }

    func hit(_ row: QuestionRow, _ document: Int64) throws -> SearchHit {
        guard let expression else { return SearchHit(row: row, stem: MarkedText(row.stem)) }
        let stem = try marked("highlight(questionSearch, 0, ?, ?)", expression, document)
        if let stem, !stem.marks.isEmpty { return SearchHit(row: row, stem: stem) }
        var hit = SearchHit(row: row, stem: stem ?? MarkedText(row.stem))
        for (column, field) in Self.columns {
            let text = try marked("snippet(questionSearch, \(column), ?, ?, '…', 16)", expression, document)
            guard let text, !text.marks.isEmpty else { continue }
            hit.excerpt = SearchHit.Excerpt(field: field, text: text)
            break
        }
        return hit
    }

    private static let columns: [(Int, SearchHit.Excerpt.Field)] = [
        (1, .answer), (4, .options), (2, .explanation), (3, .tags),
    ]

    private func marked(_ function: String, _ expression: String, _ document: Int64) throws -> MarkedText? {
        try database.first(
            "SELECT \(function) FROM questionSearch WHERE questionSearch MATCH ? AND rowid = ?",
            String(MarkedText.opening), String(MarkedText.closing), expression, document
        ) { MarkedText(markedUp: $0.text(0), limit: 300) }
    }
}
