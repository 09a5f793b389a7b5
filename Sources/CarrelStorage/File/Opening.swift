import CSQLite
import CarrelCore
import Glibc

/// Opens a file as a store's: looks before it touches, so that a file that is refused is left as it was.
struct Opening {
    var database: Database
    var report: OpenReport

    init(_ location: StoreLocation, now: Timestamp, migrations: [Schema.Migration] = Schema.migrations) throws {
        try Self.requireFeatures()
        var file: StoreFile?
        if case .file(let path) = location { file = try StoreFile(preparing: path) }
        database = try Database(path: location.path, access: file == nil ? .readWriteCreate : .readWrite)
        report = OpenReport(path: location.path, journalMode: "memory", wasCreated: false)
        database.waitForLocks(milliseconds: Store.usualPatience)
        // SQLite 3.40 cannot even parse a CHECK with json_valid in a schema it does not trust. Comparing the schema,
        // which comes before anything else, runs nothing of it.
        database.trustSchema()
        let version = try Self.version(of: database, migrations: migrations)
        if file?.endedUncleanly == true {
            try Self.check(database)
            report.wasChecked = true
        }
        database.restoreCacheSize()
        // Under NORMAL a commit is not synced, and "saved" would be a promise only. EXTRA is FULL, and where there is a
        // rollback journal its removal is synced too: one that came back after a power cut would undo the commit.
        // What a large load leaves of its WAL is cut back to 16 MiB.
        try database.execute(
            "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 16777216")
        if let file {
            report.isNetworkFileSystem = file.isNetworkFileSystem
            report.tightened = file.tighten()
            report.journalMode = try Self.journal(database, mode: file.isNetworkFileSystem ? "delete" : "wal")
        }
        if version < migrations.count { try upgrade(migrations, isFile: file != nil, now: now) }
    }

    private mutating func upgrade(_ migrations: [Schema.Migration], isFile: Bool, now: Timestamp) throws {
        let path = database.path
        var copy: String?
        let version = try Schema.upgrade(database, migrations: migrations) { version in
            if isFile { copy = try Self.backUp(path, label: "v\(version)", at: now) }
        }
        report.backup = copy
        report.wasCreated = version == 0
        report.migratedFrom = version > 0 && version < migrations.count ? version : nil
        try SchemaDigest.verify(database, version: migrations.count, migrations: migrations)
    }

    /// A copy beside the file as it is before the transaction that has begun. Another connection reads it: the one of
    /// the transaction would see into that.
    private static func backUp(_ path: String, label: String, at now: Timestamp) throws -> String {
        let source = try Database(path: path, access: .readOnly)
        source.trustSchema()
        let copy = "\(path).\(label)-\(DurableFile.label(now)).backup"
        try OnlineBackup(copying: source, to: copy).run()
        return copy
    }

    /// The version the file is at, with everything in it as the program makes it at that version.
    static func version(of database: Database, migrations: [Schema.Migration]) throws -> Int {
        try database.snapshot {
            let version = Int(try database.integer("PRAGMA user_version"))
            guard version <= migrations.count else {
                throw StoreError.newerFile(version: version, known: migrations.count, path: database.path)
            }
            if version > 0 {
                try SchemaDigest.verify(database, version: version, migrations: migrations)
            } else if let object = try SchemaDigest.objects(of: database).min() {
                throw StoreError.foreignFile(object: "\(object.kind) \(object.name)", path: database.path)
            }
            return version
        }
    }

    /// - Parameter table: The one to look at; nil for all of the file.
    static func check(_ database: Database, table: String? = nil) throws {
        let findings = try database.rows("PRAGMA quick_check(\(table.map { "'\($0)'" } ?? "1"))") { $0.text(0) }
        guard findings == ["ok"] else {
            throw StoreError.damaged(path: database.path, detail: findings.first ?? "quick_check said nothing")
        }
    }

    /// Brings the file to a journal mode. SQLite does not wait for others here, so that it is tried again for as long
    /// as the busy timeout.
    static func journal(_ database: Database, mode: String) throws -> String {
        var attempts = 0
        while true {
            do {
                let current = try database.first("PRAGMA journal_mode") { $0.text(0) }
                if current == mode { return mode }
                let set = try database.first("PRAGMA journal_mode = \(mode)") { $0.text(0) } ?? ""
                if set == mode { return mode }
                throw StoreError.inaccessible(path: database.path, reason: "its journal mode stays \(set)")
            } catch StoreError.locked where attempts < 200 {
                attempts += 1
                usleep(10_000)
            }
        }
    }

    private static func requireFeatures() throws {
        guard sqlite3_libversion_number() >= 3_038_000 else {
            throw StoreError.missingFeature("STRICT tables and JSON (3.38 or later)")
        }
        guard sqlite3_compileoption_used("OMIT_JSON") == 0 else { throw StoreError.missingFeature("JSON") }
        guard sqlite3_compileoption_used("ENABLE_FTS5") == 1 else { throw StoreError.missingFeature("FTS5") }
    }
}
