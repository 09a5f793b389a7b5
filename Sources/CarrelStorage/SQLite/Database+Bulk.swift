extension Database {
    /// Runs `body`, which writes rows all over the tables: with the usual cache nearly each of them costs a read.
    func withLargeCache<T>(_ body: () throws -> T) throws -> T {
        let usual = try integer("PRAGMA cache_size")
        try execute("PRAGMA cache_size = -262144")
        let outcome = Result { try body() }
        try execute("PRAGMA cache_size = \(usual)")
        return try outcome.get()
    }

    /// Runs `body` while `tables` have no indexes but those of their keys. The others are made anew afterwards, which
    /// costs less than keeping each in step row by row.
    ///
    /// To be called within a transaction: where `body` throws, it has to be rolled back.
    func withoutIndexes<T>(of tables: [String], _ body: () throws -> T) throws -> T {
        var indexes: [(name: String, sql: String)] = []
        for table in tables {
            indexes += try rows(
                "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index' AND sql <> ''", table
            ) {
                ($0.text(0), $0.text(1))
            }
        }
        for index in indexes { try execute("DROP INDEX \(index.name)") }
        let outcome = try body()
        for index in indexes { try execute(index.sql) }
        return outcome
    }

    /// Carries out `body` without the tables' CHECKs, for rows that are known to keep them. Types, keys and NOT NULL
    /// are minded all the same.
    func withoutChecks<T>(_ body: () throws -> T) throws -> T {
        try execute("PRAGMA ignore_check_constraints = ON")
        let outcome = Result { try body() }
        try execute("PRAGMA ignore_check_constraints = OFF")
        return try outcome.get()
    }
}
