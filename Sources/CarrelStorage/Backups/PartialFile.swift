import CarrelCore
import Glibc

/// A file that comes to its name only once it is whole and on the disk; until then it is `<name>.partial` beside it.
struct PartialFile {
    /// What it will be called.
    let path: String
    /// Where it grows.
    let partial: String
    private let inode: ino_t

    /// Makes the growing file, which only its owner can read. What a killed program left of one is removed.
    ///
    /// - Throws: `StoreError.exists` when there is something at `path`, `.locked` while another program makes the same
    ///   file, `.unwritable`.
    init(for path: String) throws {
        self.path = path
        partial = path + Self.suffix
        guard try StoreFile.status(of: path) == nil else { throw StoreError.exists(path: path) }
        try Self.removeLeftover(partial)
        guard mknod(partial, S_IFREG | 0o600, 0) == 0, let made = try StoreFile.status(of: partial) else {
            throw StoreError.unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        inode = made.st_ino
    }

    static let suffix = ".partial"

    /// Waits until the content is on the disk, then gives the file its name.
    ///
    /// To be called when nobody of this process has the file open any more.
    /// - Throws: `StoreError.exists` when something came to be there in the meantime.
    func complete() throws {
        try DurableFile.sync(partial)
        guard try StoreFile.status(of: partial)?.st_ino == inode else { throw StoreError.locked(path: partial) }
        guard try StoreFile.status(of: path) == nil else { throw StoreError.exists(path: path) }
        guard rename(partial, path) == 0 else { throw StoreFile.inaccessible(path) }
        try DurableFile.sync(StoreFile.parent(of: path))
    }

    /// Removes what there is of it; another program's is let be.
    func discard() {
        var status = stat()
        guard stat(partial, &status) == 0, status.st_ino == inode else { return }
        for name in [partial] + StoreFile.companions.map({ partial + $0 }) { unlink(name) }
    }

    /// Removes what a killed program left.
    ///
    /// - Throws: `StoreError.locked` while a program writes it.
    static func removeLeftover(_ partial: String) throws {
        guard try StoreFile.status(of: partial) != nil else { return }
        guard try !StoreFile.isInUse(partial) else { throw StoreError.locked(path: partial) }
        for name in [partial] + StoreFile.companions.map({ partial + $0 }) where unlink(name) != 0 && errno != ENOENT {
            throw StoreFile.inaccessible(name)
        }
    }
}

/// What is asked of the disk besides what SQLite asks.
enum DurableFile {
    /// Waits until a file, or the names in a directory, are on the disk.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFile.inaccessible(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            // Some file systems cannot sync a directory, and say so: nothing else can be done there.
            if errno == EINVAL { return }
            throw errno == ENOSPC ? StoreError.full(path: path) : StoreFile.inaccessible(path)
        }
    }

    /// A time as file names have it, e.g. `2026-09-21T141320`.
    static func label(_ moment: Timestamp) -> String {
        moment.text.prefix(19).map { $0 == " " ? "T" : String($0) }.joined().filter { $0 != ":" }
    }
}
