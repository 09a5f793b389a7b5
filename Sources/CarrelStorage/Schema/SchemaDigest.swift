import CarrelCore

/// Tells whether a file's tables, indexes, views and triggers are the ones the program makes.
enum SchemaDigest {
    /// Of the newest version. A test makes it anew.
    static let current: UInt64 = 0x7D0E_92CE_C128_665F

    /// One object of `sqlite_schema`.
    struct Object: Hashable, Comparable {
        var kind: String
        var name: String
        var sql: String

        static func < (left: Object, right: Object) -> Bool {
            (left.kind, left.name, left.sql) < (right.kind, right.name, right.sql)
        }
    }

    /// The sum of the FNV-1a of every object's kind, name and text. Asked at every start: nothing is sorted.
    static func digest(of database: Database) throws -> UInt64 {
        var sum: UInt64 = 0
        try database.forEach(
            """
            SELECT type || ' ' || name || char(10) || sql FROM sqlite_schema
             WHERE sql IS NOT NULL AND (type <> 'table' OR name NOT IN (\(derivedList)))
            """
        ) { sum &+= fnv1a64($0.text(0)) }
        return sum
    }

    /// The objects that somebody stated: not SQLite's own tables and indexes, nor those FTS5 makes for its index.
    static func objects(of database: Database) throws -> [Object] {
        try database.rows("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL") {
            Object(kind: $0.text(0), name: $0.text(1), sql: $0.text(2))
        }.filter { $0.kind != "table" || !derived.contains($0.name) }
    }

    /// - Throws: `StoreError.altered`, naming the first object that is not as the first `version` migrations make it.
    static func verify(_ database: Database, version: Int, migrations: [Schema.Migration]) throws {
        if version == Schema.migrations.count, try digest(of: database) == current { return }
        let found = try objects(of: database)
        // Only now, since it takes longer than all the rest of opening: what would the migrations have made?
        let model = try Database(path: ":memory:")
        model.trustSchema()
        for step in migrations.prefix(version) { try model.execute(step.sql) }
        let expected = try objects(of: model)
        guard let odd = Set(found).symmetricDifference(expected).min() else { return }
        throw StoreError.altered(object: "\(odd.kind) \(odd.name)", path: database.path)
    }

    private static let derived = ["sqlite_sequence", "sqlite_stat1", "sqlite_stat4"] + Schema.searchShadows
    private static let derivedList = derived.map { "'\($0)'" }.joined(separator: ", ")
}
