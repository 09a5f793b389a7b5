import CarrelCore
import Glibc

/// What a copy of a learner's file holds, as told before anything is staked on it.
public struct BackupContents: Equatable, Sendable {
    /// The version of its tables; an older one is brought up to date when the file is opened.
    public var schemaVersion: Int
    /// Entries of the journal.
    public var entries: Int
    public var answers: Int
    public var sessions: Int
    /// When the last entry was made; nil for a journal without any.
    public var lastEntry: Timestamp?
}

extension BackupContents {
    /// Looks a learner's file through, which reads all of it and changes nothing.
    ///
    /// - Throws: `StoreError`: `.inaccessible`, `.notADatabase`, `.newerFile`, `.foreignFile`, `.altered`, `.empty`,
    ///   `.damaged`.
    public init(of path: String) throws {
        guard let status = try StoreFile.status(of: path) else {
            throw StoreError.inaccessible(path: path, reason: "there is no such file")
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw StoreError.isDirectory(path: path) }
        try self.init(soundIn: Self.opened(path))
    }

    /// A file that is a learner's, to be read only.
    static func opened(_ path: String) throws -> Database {
        let database = try Database(path: path, access: .readOnly)
        database.waitForLocks(milliseconds: Store.usualPatience)
        database.trustSchema()
        guard try Opening.version(of: database, migrations: Schema.migrations) > 0 else {
            throw StoreError.empty(path: path)
        }
        return database
    }

    init(soundIn database: Database) throws {
        try Opening.check(database)
        // The truth for all the rest, so that its indexes are compared too.
        let findings = try database.rows("PRAGMA integrity_check(journal)") { $0.text(0) }
        guard findings == ["ok"] else {
            throw StoreError.damaged(path: database.path, detail: findings.first ?? "the journal cannot be checked")
        }
        schemaVersion = Int(try database.integer("PRAGMA user_version"))
        entries = Int(try database.integer("SELECT COUNT(*) FROM journal"))
        answers = Int(try database.integer("SELECT COUNT(*) FROM userAnswers WHERE elapsedMs IS NOT NULL"))
        sessions = Int(try database.integer("SELECT COUNT(*) FROM userSessions"))
        lastEntry = try database.first("SELECT at FROM journal ORDER BY ord DESC, hlc DESC, id DESC LIMIT 1") {
            try $0.timestamp(0)
        }
    }
}
