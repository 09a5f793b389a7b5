import CSQLite

/// What FTS5 offers to programs that extend it.
enum FullTextSearch {
    /// - Throws: `StoreError.missingFeature` where SQLite was built without FTS5.
    static func api(of database: Database) throws -> UnsafeMutablePointer<fts5_api> {
        var api: UnsafeMutablePointer<fts5_api>?
        let statement = try database.statement("SELECT fts5(?1)")
        try "fts5_api_ptr".withCString { type in
            try withUnsafeMutablePointer(to: &api) { place in
                sqlite3_bind_pointer(statement.handle, 1, place, type, nil)
                try statement.stepAndReset()
            }
        }
        guard let api else { throw StoreError.missingFeature("FTS5") }
        return api
    }
}
