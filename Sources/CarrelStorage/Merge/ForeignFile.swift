import CSQLite
import CarrelCore
import Glibc

/// Another file of Carrel's, opened to be read: nothing is written to it or left beside it.
///
/// SQLite reads a file in WAL mode through two more files beside it, which it makes where they are missing. So the way
/// a file is opened depends on what lies beside it:
/// - nothing: as one that never changes. That it did not is checked at the end;
/// - the shared memory or the rollback journal of a program that has it open: as any reader, along with that program;
/// - a log without shared memory, as a copied file has it, and what a reader cannot open, such as a transaction that
///   a crash left half-done: a copy of all of it.
struct ForeignFile {
    /// As it was named.
    let path: String
    let database: Database
    private let resolved: String
    private let before: FileState
    /// Goes away with this value.
    private let copy: ForeignCopy?

    /// - Parameter own: The file it is to be merged into, or `:memory:`.
    /// - Throws: `MergeError`.
    init(_ path: String, mergedInto own: String) throws {
        self.path = path
        resolved = try Self.resolve(path, own: own)
        before = FileState(resolved)
        do {
            if let inPlace = try Self.open(resolved, before) {
                database = inPlace
                copy = nil
            } else {
                let copied = try ForeignCopy(of: resolved, named: path, near: own)
                guard FileState(resolved) == before else { throw MergeError.changing(path: path) }
                // A half-done transaction can only be taken back by one who may write.
                database = try Database(path: copied.path, access: .readWrite)
                copy = copied
            }
        } catch let error as StoreError {
            throw MergeError(error, path: path)
        }
        database.waitForLocks(milliseconds: Store.usualPatience)
    }

    /// - Throws: `MergeError.changing` where the file was taken to stand still and did not.
    func verifyUnchanged() throws {
        if before.isAlone, FileState(resolved) != before { throw MergeError.changing(path: path) }
    }

    /// Nil where it cannot be read as it lies there.
    private static func open(_ path: String, _ state: FileState) throws -> Database? {
        guard !state.hasLogAlone else { return nil }
        do {
            let database = try Database(path: path, access: state.isAlone ? .immutable : .readOnly)
            database.waitForLocks(milliseconds: Store.usualPatience)
            _ = try database.integer("PRAGMA schema_version")
            return database
        } catch StoreError.inaccessible, StoreError.readOnly {
            return nil
        }
    }

    /// The path without symbolic links, since what lies beside a file lies beside where it really is.
    private static func resolve(_ path: String, own: String) throws -> String {
        var status = stat()
        guard stat(path, &status) == 0, let real = realpath(path, nil) else {
            throw MergeError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        defer { free(real) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw MergeError.notAFile(path: path) }
        var mine = stat()
        if stat(own, &mine) == 0, mine.st_dev == status.st_dev, mine.st_ino == status.st_ino {
            throw MergeError.sameFile(path: path)
        }
        guard status.st_size > 0 else { throw MergeError.empty(path: path) }
        guard access(path, R_OK) == 0 else {
            throw MergeError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        return String(cString: real)
    }
}

/// What a directory says about a file and what SQLite keeps beside it.
private struct FileState: Equatable {
    struct Entry: Equatable {
        var size: Int
        var inode: ino_t
        /// Seconds and nanoseconds. Not the change of owner or mode, which SQLite brings about beside a file.
        var modified: [Int]

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            size = Int(status.st_size)
            inode = status.st_ino
            modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
    }

    private var file: Entry?
    private var log: Entry?
    private var rollback: Entry?
    private var hasSharedMemory: Bool

    init(_ path: String) {
        file = Entry(path)
        log = Entry(path + "-wal")
        rollback = Entry(path + "-journal")
        hasSharedMemory = Entry(path + "-shm") != nil
    }

    private var hasLog: Bool { (log?.size ?? 0) > 0 }

    /// A log with content, and nobody who reads it.
    var hasLogAlone: Bool { hasLog && !hasSharedMemory }

    /// All there is of it is the file.
    var isAlone: Bool { !hasLog && !hasSharedMemory && (rollback?.size ?? 0) == 0 }
}
