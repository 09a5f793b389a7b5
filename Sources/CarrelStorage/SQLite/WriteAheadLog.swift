import CSQLite

/// The log that a file in WAL mode writes to first, and when what is in it goes into the file itself.
///
/// SQLite by itself does that in the midst of a commit, once the log has 1,000 pages: one answer in thirty would wait
/// for it. Here a commit does so only when nobody has in good time.
final class WriteAheadLog {
    private let handle: OpaquePointer
    /// As of the last commit; written by SQLite's hook.
    private let pages: UnsafeMutablePointer<Int32>

    /// So many pages are worth the two syncs.
    private static let worthwhile: Int32 = 1_000
    /// With so many even a commit takes them in: 16 MB.
    private static let longest: Int32 = 4_000

    /// - Parameter handle: A connection that outlives this.
    init(of handle: OpaquePointer) {
        self.handle = handle
        pages = .allocate(capacity: 1)
        pages.initialize(to: 0)
        _ = sqlite3_wal_hook(
            handle,
            { pages, handle, _, count in
                pages?.assumingMemoryBound(to: Int32.self).pointee = count
                if count >= WriteAheadLog.longest { WriteAheadLog.checkpoint(handle) }
                return SQLITE_OK
            }, pages)
    }

    deinit {
        _ = sqlite3_wal_hook(handle, nil, nil)
        pages.deallocate()
    }

    /// - Returns: Whether there was enough for it to be worth while.
    func shorten() -> Bool {
        guard pages.pointee >= Self.worthwhile else { return false }
        pages.pointee = 0
        Self.checkpoint(handle)
        return true
    }

    /// Never waits. Where it fails, or readers hold back a part, nothing is lost: it stays in the log.
    private static func checkpoint(_ handle: OpaquePointer?) {
        _ = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
}
