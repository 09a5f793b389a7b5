import CarrelCore
import Glibc

/// What restoring a backup did.
public struct Restoration: Equatable, Sendable {
    /// What the learner's file now holds.
    public var contents: BackupContents
    /// Where the file that was there before is now, with what SQLite kept beside it; empty when there was none.
    public var kept: [String]
}

extension Store {
    /// Puts a copy of the learner's file at `backup` into the place of the one at `path`.
    ///
    /// The copy is made beside that and looked through first; `backup` itself is only read, with the log beside it if it
    /// has one. What was at `path` is kept as it was, byte for byte, as `<path>.before-restore-<time>`.
    /// - Throws: `StoreError`, with everything left as it was: what `BackupContents.init(of:)` throws for a `backup`
    ///   that is no sound learner's file of a known version; `.inUse` while another program has the file at `path` open.
    public static func restore(from backup: String, to path: String, at moment: Timestamp) throws -> Restoration {
        guard let source = try StoreFile.status(of: backup) else {
            throw StoreError.inaccessible(path: backup, reason: "there is no such file")
        }
        guard source.st_mode & S_IFMT != S_IFDIR else { throw StoreError.isDirectory(path: backup) }
        let old = try StoreFile.status(of: path)
        if let old {
            guard old.st_mode & S_IFMT != S_IFDIR else { throw StoreError.isDirectory(path: path) }
            guard (old.st_ino, old.st_dev) != (source.st_ino, source.st_dev) else {
                throw StoreError.exists(path: path)
            }
        }
        guard try !StoreFile.isInUse(path) else { throw StoreError.inUse(path: path) }
        try StoreFile.makeDirectories(StoreFile.parent(of: path))
        let fresh = path + ".restored"
        try PartialFile.removeLeftover(fresh)
        try OnlineBackup(copying: try BackupContents.opened(backup), to: fresh).run()
        do {
            let contents = try sound(fresh, named: backup)
            guard try !StoreFile.isInUse(path) else { throw StoreError.inUse(path: path) }
            return Restoration(contents: contents, kept: try replace(path, by: fresh, at: moment))
        } catch {
            unlink(fresh)
            throw error
        }
    }

    /// Looks the copy through; what is wrong with it is wrong with the original.
    private static func sound(_ copy: String, named original: String) throws -> BackupContents {
        do {
            return try BackupContents(of: copy)
        } catch StoreError.damaged(_, let detail, _) {
            throw StoreError.damaged(path: original, detail: detail)
        }
    }

    /// Moves the file away together with what SQLite keeps beside it, then the fresh one to its place.
    private static func replace(_ path: String, by fresh: String, at moment: Timestamp) throws -> [String] {
        let kept = try freeName("\(path).before-restore-\(DurableFile.label(moment))")
        var moved: [(from: String, to: String)] = []
        do {
            // The log is nothing without its file, and the shared memory is made anew from the log.
            for suffix in ["", "-wal", "-journal"] where try StoreFile.status(of: path + suffix) != nil {
                try move(path + suffix, to: kept + suffix)
                moved.append((path + suffix, kept + suffix))
            }
            unlink(path + "-shm")
            try move(fresh, to: path)
        } catch {
            for (from, to) in moved.reversed() { try move(to, to: from) }
            throw error
        }
        try DurableFile.sync(StoreFile.parent(of: path))
        return moved.map(\.to)
    }

    private static func move(_ path: String, to place: String) throws {
        guard rename(path, place) == 0 else { throw StoreFile.inaccessible(path) }
    }

    private static func freeName(_ wanted: String) throws -> String {
        var name = wanted
        var number = 2
        while try StoreFile.status(of: name) != nil {
            name = "\(wanted)-\(number)"
            number += 1
        }
        return name
    }
}
