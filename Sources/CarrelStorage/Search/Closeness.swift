import CSQLite

/// How near a match is to what was searched for: an FTS5 function, `closeness(questionSearch)`, for ranking as a search
/// is typed.
///
/// For each word, the weights of the fields it occurs in. `bm25` first counts how many rows each word is in, which
/// means going through all of them; this looks at the row alone.
enum Closeness {
    /// Of the columns of `questionSearch`, the facets last.
    static let weights: [Double] = [8, 2, 1, 5, 3, 0]

    static func register(in database: Database) throws {
        try database.once("closeness") {
            let api = try FullTextSearch.api(of: database)
            guard let create = api.pointee.xCreateFunction else { throw StoreError.missingFeature("FTS5") }
            let code = create(api, "closeness", nil, closeness, nil)
            if code != SQLITE_OK { throw database.error(code, sql: "closeness") }
        }
    }
}

private let closeness: fts5_extension_function = { api, row, context, _, _ in
    guard let api, let count = api.pointee.xPhraseCount, let first = api.pointee.xPhraseFirstColumn,
        let next = api.pointee.xPhraseNextColumn
    else { return }
    var score = 0.0
    for phrase in 0..<count(row) {
        var iterator = Fts5PhraseIter()
        var column: Int32 = -1
        guard first(row, phrase, &iterator, &column) == SQLITE_OK else { continue }
        while column >= 0 {
            score += Int(column) < Closeness.weights.count ? Closeness.weights[Int(column)] : 0
            next(row, &iterator, &column)
        }
    }
    sqlite3_result_double(context, score)
}
