import CarrelCore
import CarrelJSON

extension Store {
    /// Milliseconds that a write waits for another program's.
    public static let usualPatience = 2000

    /// Takes packs into the catalogue; all of it happens or none, and doing it again changes nothing.
    ///
    /// A question retires when the last file that held it was read without fault and no longer has it, or is gone from
    /// a root that was loaded last time too. Files with faults are simply not named: what they held stays.
    ///
    /// - Parameters:
    ///   - packs: Files that are new or whose bytes changed.
    ///   - touched: Files whose bytes are as recorded but whose time, size or place are not.
    ///   - gone: Recorded files that their root, which exists, no longer has.
    ///   - roots: All roots that exist and were looked through, in any order.
    ///   - patience: Milliseconds to wait for another program that is writing, before `StoreError.locked`.
    ///   - progress: Told every so often how far the load has come. It must not use this store: its writes would be
    ///     part of the load. An error of its own ends the load, which is then undone, and is passed on.
    @discardableResult
    public func load(
        _ packs: [Pack], touched: [PackFile] = [], gone: [PackFile] = [], roots: [String],
        patience: Int = Store.usualPatience, progress: (LoadProgress) throws -> Void = { _ in }
    ) throws -> LoadReport {
        database.waitForLocks(milliseconds: patience)
        defer { database.waitForLocks(milliseconds: Self.usualPatience) }
        // A load that outgrows the page cache writes the same pages again and again: 64 MiB for as long as it takes.
        try database.execute("PRAGMA cache_size = -65536")
        defer { database.restoreCacheSize() }
        return try database.transaction {
            try followLearner()
            let last = Set(try loadedRoots() ?? [])
            let loader = try CatalogueLoader(
                database: database, learner: learner, now: clock().at, roots: roots)
            let report = try loader.load(
                packs, touched: touched, gone: gone.filter { last.contains($0.root) && roots.contains($0.root) },
                tell: progress)
            try database.run(
                "INSERT INTO meta(key, value) VALUES ('loadedRoots', ?1) ON CONFLICT DO UPDATE SET value = ?1",
                try JSONText.encode(roots.sorted()))
            return report
        }
    }

    /// The roots of the last load, sorted; nil before the first one.
    public func loadedRoots() throws -> [String]? {
        try database.first("SELECT value FROM meta WHERE key = 'loadedRoots'") { try $0.json(0) ?? [] }
    }

    /// Whether packs were ever taken in.
    public func hasCatalogue() throws -> Bool { try database.integer("SELECT EXISTS (SELECT 1 FROM packFiles)") == 1 }

    /// The pack files as they were when last read, by path. Those an older loader read are left out: they are to be
    /// read again.
    public func recordedPackFiles() throws -> [PackFile] {
        try database.rows(
            "SELECT path, root, size, mtimeNs, inode, hash FROM packFiles WHERE loader = ? ORDER BY path",
            CatalogueLoader.version
        ) {
            PackFile(
                path: $0.text(0), root: $0.text(1), size: $0.int64(2), modified: $0.int64(3), inode: $0.int64(4),
                hash: $0.text(5))
        }
    }
}
