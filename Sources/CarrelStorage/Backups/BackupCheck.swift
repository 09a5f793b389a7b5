import CarrelCore

/// Looks a fresh copy through, one table at a time, for whoever has a keyboard to attend to in between.
final class BackupCheck {
    private let database: Database
    private var tables: [String]

    /// - Throws: As `BackupContents.opened`.
    init(of path: String) throws {
        database = try BackupContents.opened(path)
        // What an FTS5 table holds is in tables of its own.
        tables = try database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name DESC"
        ) { $0.text(0) }
    }

    /// - Returns: Whether all of it was looked at and is sound.
    /// - Throws: `StoreError.damaged`.
    func step() throws -> Bool {
        guard let table = tables.popLast() else { return true }
        try Opening.check(database, table: table)
        return false
    }
}
