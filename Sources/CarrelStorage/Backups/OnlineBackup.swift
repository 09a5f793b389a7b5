import CSQLite
import CarrelCore
import Glibc

/// A copy of a learner's file, taken a few pages at a time while the file is in use.
///
/// The copy is of one moment: what this program writes between two steps goes into it, and it starts again when another
/// program writes. It is one file, with nothing beside it, that only its owner can read; it comes to its name when it
/// is whole and on the disk. Let go before that, it leaves nothing.
public final class OnlineBackup {
    /// Where the copy will be.
    public var path: String { file.path }
    /// Pages of 4 KiB.
    public private(set) var progress = Progress(done: 0, total: 0)

    /// How far a copy is.
    public struct Progress: Equatable, Sendable {
        public var done: Int
        public var total: Int
    }

    private let source: Database
    private let file: PartialFile
    private var target: Database?
    private var handle: OpaquePointer?
    /// Of the growing copy. Closed after `target`, whose locks on it would go with it.
    private var descriptor: Int32 = -1

    /// - Throws: `StoreError.exists` when there is something at `path`: nothing is ever overwritten; `.locked` while
    ///   another program makes the same copy; `.inaccessible`.
    public convenience init(of store: Store, to path: String) throws {
        try self.init(copying: store.database, to: path)
    }

    init(copying source: Database, to path: String) throws {
        self.source = source
        file = try PartialFile(for: path)
        do {
            let target = try Database(path: file.partial, access: .readWrite)
            // Of the program's own making: the source's schema was compared before.
            target.trustSchema()
            // A copy that breaks off is thrown away, so that neither a journal nor a sync before the end is of use.
            // What waits in the cache would have to be written all at once in the last step.
            try target.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -128")
            guard let handle = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
                throw target.error(sqlite3_extended_errcode(target.handle), sql: nil)
            }
            self.target = target
            self.handle = handle
            descriptor = open(file.partial, O_RDWR | O_CLOEXEC)
            // Locks the copy, so that other programs see that it is being made.
            _ = try step(pages: 0)
        } catch {
            abandon()
            throw error
        }
    }

    deinit { abandon() }

    /// Copies up to `pages` more.
    ///
    /// - Returns: Whether the copy is done and on the disk.
    /// - Throws: `StoreError.locked` while another program keeps the file from being read: the same step can be taken
    ///   again; anything else ends the copy, of which nothing is left.
    public func step(pages: Int) throws -> Bool {
        guard let handle, let target else { return true }
        let code = sqlite3_backup_step(handle, Int32(clamping: pages))
        let total = Int(sqlite3_backup_pagecount(handle))
        progress = Progress(done: total - Int(sqlite3_backup_remaining(handle)), total: total)
        switch code {
        case SQLITE_OK:
            // Else the last step would wait for all of it.
            if pages > 0, descriptor >= 0 { csqlite_begin_writing(descriptor) }
            return false
        case SQLITE_DONE:
            do {
                try complete(handle, target)
                return true
            } catch {
                abandon()
                throw error
            }
        default:
            let error = StoreError(
                SQLiteError(extendedCode: code, message: String(cString: sqlite3_errstr(code))),
                path: code & 0xFF == SQLITE_FULL ? file.partial : source.path)
            if case .locked = error { throw error }
            abandon()
            throw error
        }
    }

    /// Copies all that is left.
    public func run() throws {
        while try !step(pages: 4096) {}
    }

    private func complete(_ handle: OpaquePointer, _ target: Database) throws {
        self.handle = nil
        let code = sqlite3_backup_finish(handle)
        guard code == SQLITE_OK else { throw target.error(code, sql: nil) }
        // The source's header says WAL, and a file that says so cannot be read where nothing can be made beside it.
        _ = try Opening.journal(target, mode: "delete")
        self.target = nil
        letGo()
        try file.complete()
    }

    private func abandon() {
        // What it says is the error of the last step, which has been thrown.
        if let handle { _ = sqlite3_backup_finish(handle) }
        handle = nil
        target = nil
        letGo()
        file.discard()
    }

    private func letGo() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }
}
