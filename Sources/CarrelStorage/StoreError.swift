import CSQLite

/// Why the learner's file could not be opened, read or written.
public enum StoreError: Error, Equatable, Sendable {
    case sqlite(SQLiteError)
    /// Written by a newer program; left untouched.
    case newerFile(version: Int, known: Int, path: String)
    /// A table, index, view or trigger is not as the program makes it; left untouched.
    case altered(object: String, path: String)
    /// A database of another program; left untouched.
    case foreignFile(object: String, path: String)
    /// - backup: The newest one that is sound, where the file was being opened and there is one.
    case damaged(path: String, detail: String, backup: String? = nil)
    case notADatabase(path: String)
    case isDirectory(path: String)
    /// The file or its directory cannot be made, opened or written.
    case inaccessible(path: String, reason: String)
    /// A file that is to be made cannot be.
    case unwritable(path: String, reason: String)
    /// Another program holds the write lock for longer than the busy timeout.
    case locked(path: String)
    /// Another program has the file open that is to be replaced.
    case inUse(path: String)
    /// There is something where a file was to be made.
    case exists(path: String)
    /// A file to be restored that holds no tables at all.
    case empty(path: String)
    case readOnly(path: String)
    case full(path: String)
    /// A stored value is not of the form it must have.
    case unreadable(value: String, of: String, expected: String)
    /// The SQLite library lacks something the program needs.
    case missingFeature(String)
}

extension StoreError {
    init(_ error: SQLiteError, path: String) {
        self =
            switch error.code {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
            case SQLITE_READONLY: .readOnly(path: path)
            case SQLITE_FULL: .full(path: path)
            case SQLITE_CORRUPT: .damaged(path: path, detail: error.message)
            case SQLITE_NOTADB: .notADatabase(path: path)
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .inaccessible(path: path, reason: error.message)
            default: .sqlite(error)
            }
    }

    /// Whether the same call may succeed when it is made again, without anything being repaired.
    public var isRetriable: Bool {
        switch self {
        case .locked, .full, .readOnly: true
        case .sqlite(let error): error.code == SQLITE_IOERR || error.code == SQLITE_INTERRUPT
        default: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// One line: what, where, what to do.
    public var description: String {
        switch self {
        case .sqlite(let error):
            error.description
        case .newerFile(let version, let known, let path):
            "\(path) was written by a newer program (schema \(version), this one knows \(known)): "
                + "use that program, or another file with --db"
        case .altered(let object, let path):
            "\(path): \(object) is not as this program makes it; nothing was changed: "
                + "restore a backup, or use another file with --db"
        case .foreignFile(let object, let path):
            "\(path) is another program's database (it has \(object)); nothing was changed: "
                + "use another file with --db"
        case .damaged(let path, let detail, nil):
            "\(path) is damaged (\(detail)); nothing was changed: restore a backup"
        case .damaged(let path, let detail, let backup?):
            "\(path) is damaged (\(detail)); nothing was changed; its newest sound backup is restored with: "
                + "carrel restore \(ShellWord.quoted(backup)) --db \(ShellWord.quoted(path))"
        case .notADatabase(let path):
            "\(path) is not a SQLite database; nothing was changed: use another file with --db"
        case .isDirectory(let path):
            "\(path) is a directory: name a file with --db"
        case .inaccessible(let path, let reason):
            "\(path) cannot be opened (\(reason)): check its permissions, or use another file with --db"
        case .unwritable(let path, let reason):
            "\(path) cannot be written (\(reason)): name a file in a directory that is there and yours to write"
        case .locked(let path):
            "\(path) is being written by another program: try again"
        case .inUse(let path):
            "\(path) is open in another program: leave that first, then try again"
        case .exists(let path):
            "\(path) exists already, and nothing is overwritten: name another file"
        case .empty(let path):
            "\(path) holds nothing: name a backup, or a learner's file"
        case .readOnly(let path):
            "\(path) is read-only, nothing was saved: make it writable and try again"
        case .full(let path):
            "the disk of \(path) is full, nothing was saved: free some space and try again"
        case .unreadable(let value, let name, let expected):
            "\(name) holds \"\(value.prefix(80))\", expected \(expected): run carrel doctor"
        case .missingFeature(let feature):
            "this SQLite library has no \(feature): install one that has"
        }
    }
}
