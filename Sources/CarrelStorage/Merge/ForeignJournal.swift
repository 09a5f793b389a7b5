import CSQLite
import CarrelCore

/// The journal of another file, of which nothing is believed before it was looked at.
///
/// Only the tables `journal` and `users` are read, by their rows, never through an index; no view, trigger or virtual
/// table is touched. SQLite 3.40 cannot even parse our CHECKs in a schema it does not trust. So the schema is parsed,
/// which runs nothing of it, and compared with ours; only what is known to be ours is ever run (by `quick_check`), and
/// the rows are read with the schema distrusted again.
struct ForeignJournal {
    private let path: String
    private let database: Database

    /// Bytes of the largest row that is read at all.
    private static let longestRow = 4 << 20

    /// To be called, as all the rest, within one transaction of `database`.
    ///
    /// - Throws: `MergeError`.
    init(_ database: Database, named path: String) throws {
        self.path = path
        self.database = database
        database.limitLength(Self.longestRow)
        database.trustSchema()
        defer { database.distrustSchema() }
        try told {
            try verifySchema()
            for table in Self.tablesRead { try check(table) }
        }
    }

    // MARK: What it is

    private static let tablesRead = ["journal", "users"]

    /// - Throws: `MergeError.altered`, `.newer`, `.notCarrel`, `.empty`.
    private func verifySchema() throws {
        let version = Int(try database.integer("PRAGMA user_version"))
        let known = Schema.migrations.count
        let objects = try SchemaDigest.objects(of: database)
        guard version > 0 else {
            throw objects.isEmpty ? MergeError.empty(path: path) : MergeError.notCarrel(path: path)
        }
        let found = try Set(objects.map(\.name)).isSuperset(of: Self.tablesRead) ? parts(of: database) : []
        guard !found.isEmpty else { throw MergeError.notCarrel(path: path) }
        let model = try Database(path: ":memory:")
        model.trustSchema()
        for step in Schema.migrations.prefix(version) { try model.execute(step.sql) }
        let differing = try found.symmetricDifference(parts(of: model))
        // What stands in a table's place says more than the indexes it lacks.
        let odd = differing.filter { found.contains($0) && Self.tablesRead.contains($0.name) }.min() ?? differing.min()
        guard let odd else { return }
        // A newer program may have changed the journal; one that did not is as good as this one.
        throw version > known
            ? MergeError.newer(path: path, version: version, known: known)
            : MergeError.altered(path: path, object: "\(odd.kind) \(odd.name)")
    }

    /// The tables that are read, and all that hangs on them.
    private func parts(of database: Database) throws -> Set<SchemaDigest.Object> {
        let tables = Self.tablesRead.map { "'\($0)'" }.joined(separator: ", ")
        return Set(
            try database.rows(
                """
                SELECT type, name, ifnull(sql, '') FROM sqlite_schema
                 WHERE lower(name) IN (\(tables)) OR lower(tbl_name) IN (\(tables))
                """
            ) { SchemaDigest.Object(kind: $0.text(0), name: $0.text(1), sql: $0.text(2)) })
    }

    private func check(_ table: String) throws {
        let finding = try database.first("PRAGMA quick_check(\(table))") { $0.text(0) } ?? "quick_check said nothing"
        // A value that breaks a rule of the table is named with its row when it is read.
        if finding != "ok", !finding.holds(" in \(table)") { throw MergeError.damaged(path: path, detail: finding) }
    }

    // MARK: What it says

    /// Whose work it is.
    ///
    /// - Throws: `MergeError.malformed`.
    func learner() throws -> LearnerName {
        let found = try told {
            try database.first("SELECT id, username FROM users NOT INDEXED ORDER BY createdAt, id LIMIT 1") { row in
                let form = EntryForm(row: row, path: path, name: "its learner")
                return LearnerName(
                    id: try form.text(0, "id", "a UUID") { $0.utf8.count == 36 && $0.utf8.allSatisfy(\.isUUIDDigit) },
                    username: try form.text(1, "username", "a name") { !$0.isEmpty })
            }
        }
        guard let found else {
            throw MergeError.malformed(path: path, row: "its learner", column: "id", expected: "there")
        }
        return found
    }

    func count() throws -> Int { try told { Int(try database.integer("SELECT count(*) FROM journal NOT INDEXED")) } }

    /// The newest moment of its order and of its wall times; nil without entries. An order is never behind the wall
    /// time it was made at, so that this is the order's unless somebody wrote the times.
    func newest() throws -> Timestamp? {
        try told {
            try database.first("SELECT max(max(ord, hlc)), max(at) FROM journal NOT INDEXED") { row in
                guard let order = row.optionalInt64(0) else { return nil }
                // A time that is none is refused when its entry is read.
                let wall = Timestamp(text: row.text(1))?.milliseconds ?? 0
                return Timestamp(milliseconds: max(order >> 16, wall))
            } ?? nil
        }
    }

    /// Hands over each entry, once all but what its body says is known to be of the form that Carrel writes.
    ///
    /// - Throws: `MergeError.malformed`; what `body` throws.
    func forEach(_ body: (EntryRow) throws -> Void) throws {
        var read = 0
        try rows(EntryRow.columns) { row in
            read += 1
            let entry = try EntryRow(row, path: path, number: read)
            try body(entry)
        } tooLarge: {
            MergeError.malformed(
                path: path, row: "entry number \(read + 1)", column: "body", expected: EntryRow.bodyExpected)
        }
    }

    /// Hands over each row as it is stored, in the order of `EntryRow.columns`.
    func forEachRaw(_ body: (Row) throws -> Void) throws {
        try rows(EntryRow.columns, body) { MergeError.changing(path: path) }
    }

    private func rows(_ columns: String, _ body: (Row) throws -> Void, tooLarge: () -> MergeError) throws {
        /// Tells what `body` throws from what reading throws.
        struct Thrown: Error { var error: any Error }
        do {
            try database.forEach("SELECT \(columns) FROM journal NOT INDEXED") { row in
                do { try body(row) } catch { throw Thrown(error: error) }
            }
        } catch let thrown as Thrown {
            throw thrown.error
        } catch StoreError.sqlite(let error) where error.code == SQLITE_TOOBIG {
            throw tooLarge()
        } catch let error as StoreError {
            throw MergeError(error, path: path)
        }
    }

    private func told<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as StoreError { throw MergeError(error, path: path) }
    }
}

extension UInt8 {
    fileprivate var isUUIDDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
