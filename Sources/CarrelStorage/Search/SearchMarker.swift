import CarrelCore

/// Marks the words a question was found by: in the beginning of the stem, else in a piece of the first field that has
/// any.
///
/// On the text of the index rather than by FTS5's `highlight`, which finds each row's matches anew in its lists: three
/// times the work.
struct SearchMarker {
    private let database: Database
    /// Nil where no words were searched for.
    private let matcher: WordMatcher?

    init(database: Database, query: SearchQuery) throws {
        self.database = database
        matcher = query.terms.isEmpty ? nil : WordMatcher(query.terms, tokenizer: try IndexTokenizer(database))
    }

    func hit(_ row: QuestionRow, _ document: Int64) throws -> SearchHit {
        guard let matcher else { return SearchHit(row: row, stem: MarkedText(row.stem)) }
        let stem = matcher.mark(row.stem)
        guard stem.marks.isEmpty else { return SearchHit(row: row, stem: stem) }
        let fields = SearchHit.Excerpt.Field.asLookedThrough
        let names = fields.map(\.rawValue).joined(separator: ", ")
        let excerpt = try database.first("SELECT \(names) FROM questionSearch WHERE rowid = ?", document) { text in
            fields.indices.lazy.compactMap { number in
                matcher.excerpt(of: text.text(number)).map { SearchHit.Excerpt(field: fields[number], text: $0) }
            }.first
        }
        return SearchHit(row: row, stem: stem, excerpt: excerpt ?? nil)
    }
}

extension SearchHit.Excerpt.Field {
    /// Where a learner looks for matches first. The cases are called as the columns of the index are.
    fileprivate static let asLookedThrough: [Self] = [.answer, .options, .explanation, .tags]
}
