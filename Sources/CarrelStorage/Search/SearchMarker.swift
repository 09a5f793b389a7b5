import CarrelCore

/// Marks the words a question was found by.
struct SearchMarker {
    private let database: Database
    /// Nil where no words were searched for.
    private let expression: String?

    init(database: Database, query: SearchQuery) throws {
        self.database = database
        expression = try SearchExpression(SearchQuery(terms: query.terms), in: database).text
        try Closeness.register(in: database)
    }

    func hit(_ row: QuestionRow, _ document: Int64) throws -> SearchHit {
        let plain = SearchHit(row: row, stem: MarkedText(row.stem))
        guard let expression else { return plain }
        let found = try database.first(
            Self.select, String(MarkedText.opening), String(MarkedText.closing), expression, document
        ) { (fields: $0.int(0), text: MarkedText(markedUp: $0.text(1), limit: 200)) }
        guard let found, !found.text.marks.isEmpty else { return plain }
        if found.fields & 1 != 0 { return SearchHit(row: row, stem: found.text) }
        let field = Self.columns.first { found.fields & 1 << $0.column != 0 }?.field
        return SearchHit(
            row: row, stem: plain.stem, excerpt: field.map { SearchHit.Excerpt(field: $0, text: found.text) })
    }

    /// By where they stand in the index; a learner looks for matches in this order.
    private static let columns: [(column: Int, field: SearchHit.Excerpt.Field)] = [
        (1, .answer), (4, .options), (2, .explanation), (3, .tags),
    ]

    /// The stem where it matches, else a piece of the first field that does: marking text costs more than all else.
    private static let select = """
        SELECT fields(questionSearch),
               CASE WHEN fields(questionSearch) & 1 THEN highlight(questionSearch, 0, ?1, ?2)
                    \(columns.map(snippet).joined(separator: " ")) END
          FROM questionSearch WHERE questionSearch MATCH ?3 AND rowid = ?4
        """

    private static func snippet(_ column: Int, _ field: SearchHit.Excerpt.Field) -> String {
        "WHEN fields(questionSearch) & \(1 << column) THEN snippet(questionSearch, \(column), ?1, ?2, '…', 16)"
    }
}
