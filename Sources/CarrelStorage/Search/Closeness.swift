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
            var api: UnsafeMutablePointer<fts5_api>?
            let statement = try database.statement("SELECT fts5(?1)")
            try "fts5_api_ptr".withCString { type in
                try withUnsafeMutablePointer(to: &api) { place in
                    sqlite3_bind_pointer(statement.handle, 1, place, type, nil)
                    try statement.stepAndReset()
                }
            }
            guard let api, let create = api.pointee.xCreateFunction else { throw StoreError.missingFeature("FTS5") }
            for (name, function) in [("closeness", closeness), ("fields", fields)] {
                let code = create(api, name, nil, function, nil)
                if code != SQLITE_OK { throw database.error(code, sql: name) }
            }
        }
    }
}

private let closeness: fts5_extension_function = { api, row, context, _, _ in
    var score = 0.0
    forEachField(api, row) { score += $0 < Closeness.weights.count ? Closeness.weights[$0] : 0 }
    sqlite3_result_double(context, score)
}

/// `fields(questionSearch)`: the columns that match, as bits.
private let fields: fts5_extension_function = { api, row, context, _, _ in
    var bits: Int32 = 0
    forEachField(api, row) { bits |= 1 << Int32($0) }
    sqlite3_result_int(context, bits)
}

/// Calls `body` with each column each word or phrase of the search occurs in.
private func forEachField(
    _ api: UnsafePointer<Fts5ExtensionApi>?, _ row: OpaquePointer?, _ body: (Int) -> Void
) {
    guard let api, let count = api.pointee.xPhraseCount, let first = api.pointee.xPhraseFirstColumn,
        let next = api.pointee.xPhraseNextColumn
    else { return }
    for phrase in 0..<count(row) {
        var iterator = Fts5PhraseIter()
        var column: Int32 = -1
        guard first(row, phrase, &iterator, &column) == SQLITE_OK else { continue }
        while column >= 0 {
            body(Int(column))
            next(row, &iterator, &column)
        }
    }
}
