import CSQLite

/// One connection to one file. Not `Sendable`: whoever opened it owns it.
final class Database {
    /// How a file is opened.
    enum Access {
        case readWriteCreate, readWrite, readOnly
        /// To be read, without locks and without what may lie beside it: for a file that nobody writes to meanwhile.
        case immutable
    }

    let path: String
    let handle: OpaquePointer
    private var cache: [SQLText: Statement] = [:]
    private var done: Set<String> = []
    private var log: WriteAheadLog?

    init(path: String, access: Access = .readWriteCreate) throws(StoreError) {
        self.path = path
        var handle: OpaquePointer?
        let flags =
            switch access {
            case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .readWrite: SQLITE_OPEN_READWRITE
            case .readOnly: SQLITE_OPEN_READONLY
            case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            }
        _ = Self.isConfigured
        let name = access == .immutable ? Self.immutable(path) : path
        let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw StoreError(SQLiteError(extendedCode: code, message: message), path: path)
        }
        self.handle = handle
        // The schema of a file is not trusted before it was compared with the program's own. And plans do not depend on
        // what is bound: else some statements would be prepared anew whenever they are bound.
        for (option, on) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_QPSG, 1),
        ] { csqlite_db_config_int(handle, option, Int32(on)) }
        log = WriteAheadLog(of: handle)
    }

    /// Whether SQLite took what has to be said before its first use.
    private static let isConfigured = csqlite_leave_memory_uncounted() == SQLITE_OK

    deinit {
        cache.removeAll()
        log = nil
        sqlite3_close_v2(handle)
    }

    /// As a URI by which SQLite takes the file for one that never changes.
    private static func immutable(_ path: String) -> String {
        let escaped = path.map { character in
            switch character {
            case "%": "%25"
            case "?": "%3f"
            case "#": "%23"
            default: String(character)
            }
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    /// Lets functions of CHECKs and views run: for a file whose schema is known to be the program's own.
    func trustSchema() { csqlite_db_config_int(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1) }

    /// Lets them run no longer. A schema that SQLite has read by now stays readable.
    func distrustSchema() { csqlite_db_config_int(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0) }

    /// Sets the most bytes that a row or a value may have, before `StoreError.sqlite` with SQLITE_TOOBIG.
    func limitLength(_ bytes: Int) { _ = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: bytes)) }

    /// Prepares the connection for something, the first time it is asked for.
    func once(_ name: String, _ body: () throws -> Void) rethrows {
        guard !done.contains(name) else { return }
        try body()
        done.insert(name)
    }

    /// Sets how long to wait for a lock that another connection holds, before `StoreError.locked`.
    func waitForLocks(milliseconds: Int) { sqlite3_busy_timeout(handle, Int32(clamping: milliseconds)) }

    /// How many rows the last INSERT, UPDATE or DELETE touched.
    var changes: Int { Int(sqlite3_changes64(handle)) }

    /// Of the last row that was inserted.
    var lastRowId: Int64 { sqlite3_last_insert_rowid(handle) }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Runs a script of statements without parameters.
    func execute(_ script: String) throws(StoreError) {
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        if code != SQLITE_OK { throw error(code, sql: script) }
    }

    /// Takes what the log of a WAL file has into the file, if that is worth while by now; says whether it was.
    @discardableResult
    func shortenLog() -> Bool { log?.shorten() ?? false }

    /// The page cache is as large as it usually is: 512 KiB, beneath which is the system's own. With three times that
    /// no key is answered sooner.
    func restoreCacheSize() {
        // A cache that stays larger than it need be does no harm: nothing to tell.
        _ = sqlite3_exec(handle, "PRAGMA cache_size = -512", nil, nil, nil)
        sqlite3_db_release_memory(handle)
    }

    /// The prepared statement of `sql`, kept for the next time; another one while the kept one is in use.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        let key = SQLText(sql)
        if let kept = cache[key], !kept.isBusy { return kept }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            self.handle, sql, Int32(sql.utf8.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw error(code, sql: sql) }
        let statement = Statement(handle: handle, database: self)
        if cache[key] == nil { cache[key] = statement }
        return statement
    }

    /// The statements prepared so far.
    var preparedSQL: [String] { cache.keys.map(\.text).sorted() }

    func run(_ sql: String, _ values: any Bindable...) throws(StoreError) {
        try statement(sql).run(binding: values)
    }

    func run(_ sql: String, binding values: [any Bindable]) throws(StoreError) {
        try statement(sql).run(binding: values)
    }

    /// All rows, each as `map` makes it.
    func rows<T>(_ sql: String, _ values: any Bindable..., map: (Row) throws -> T) throws -> [T] {
        try rows(sql, binding: values, map: map)
    }

    func rows<T>(_ sql: String, binding values: [any Bindable], map: (Row) throws -> T) throws -> [T] {
        var out: [T] = []
        try statement(sql).forEach(binding: values) { out.append(try map($0)) }
        return out
    }

    /// The first row as `map` makes it, nil without one.
    func first<T>(_ sql: String, _ values: any Bindable..., map: (Row) throws -> T) throws -> T? {
        try statement(sql).first(binding: values, map: map)
    }

    /// Hands over each row in turn, without keeping any.
    func forEach(_ sql: String, _ values: any Bindable..., body: (Row) throws -> Void) throws {
        try statement(sql).forEach(binding: values, body)
    }

    /// The first column of the first row as an integer; 0 without a row.
    func integer(_ sql: String, _ values: any Bindable...) throws -> Int64 {
        try statement(sql).first(binding: values) { $0.int64(0) } ?? 0
    }

    /// Runs `body` under the write lock: all of it happens or none. Inside another one it becomes a part of that, and
    /// its error must not be caught before the outer one ends.
    ///
    /// - Throws: What `body` throws, or the error of taking the lock or of committing; rolled back either way.
    func transaction<T>(_ body: () throws -> T) throws -> T {
        if isInTransaction { return try body() }
        return try between("BEGIN IMMEDIATE", body)
    }

    /// Runs `body`, which only reads, so that all it reads is of one moment.
    func snapshot<T>(_ body: () throws -> T) throws -> T {
        if isInTransaction { return try body() }
        return try between("BEGIN", body)
    }

    private func between<T>(_ begin: String, _ body: () throws -> T) throws -> T {
        try statement(begin).run()
        do {
            let result = try body()
            try statement("COMMIT").run()
            return result
        } catch {
            // SQLite has rolled back by itself after some errors, a full disk among them. Whether this one works or
            // not, the first error is the one to tell.
            if isInTransaction { _ = sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    func error(_ code: Int32, sql: String?) -> StoreError {
        let message = String(cString: sqlite3_errmsg(handle))
        return StoreError(SQLiteError(extendedCode: code, message: message, sql: sql), path: path)
    }
}
