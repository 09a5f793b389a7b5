import Glibc

/// The file beneath a store: made for its owner alone, looked at before SQLite opens it.
///
/// Nothing here opens the file itself: closing a descriptor would drop the locks another connection of this process
/// holds on it (POSIX).
struct StoreFile {
    let path: String
    let wasCreated: Bool
    let isNetworkFileSystem: Bool
    /// A program ended without closing the file, and none has it open now.
    let endedUncleanly: Bool

    /// Makes the file where there is none, its directory too.
    ///
    /// - Throws: `StoreError.isDirectory`, `.inaccessible`.
    init(preparing path: String) throws {
        self.path = path
        let directory = Self.parent(of: path)
        try Self.makeDirectories(directory)
        switch try Self.status(of: path) {
        case nil:
            // Not open(2): see above. SQLite gives the files beside it the same mode.
            let isMade = mknod(path, S_IFREG | 0o600, 0) == 0
            guard isMade || errno == EEXIST else { throw Self.inaccessible(path) }
            // SQLite syncs what is in the file, and not that there is one.
            if isMade { try DurableFile.sync(directory) }
            wasCreated = isMade
        case let status?:
            guard status.st_mode & S_IFMT != S_IFDIR else { throw StoreError.isDirectory(path: path) }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw StoreError.inaccessible(path: path, reason: "it is not a file")
            }
            guard access(path, R_OK | W_OK) == 0 else { throw Self.inaccessible(path) }
            wasCreated = false
        }
        isNetworkFileSystem = FileSystem.isNetwork(path: path)
        endedUncleanly = try Self.endedUncleanly(path)
    }

    /// Takes away what others may do with the file, with what SQLite keeps beside it, and with its directory.
    ///
    /// To be called once the file is known to be the program's: one that is refused stays as it was, mode and all.
    /// - Returns: What others could read and no longer can.
    func tighten() -> [String] {
        let directory = Self.parent(of: path)
        // Only a directory that is the program's own: the learner may keep a file in one that others share.
        let own = directory.hasSuffix("/carrel") && path.hasSuffix("/carrel.db")
        let isOpen = Self.tighten(path, to: 0o600)
        // Files beside it that were made with its mode are not worth a word of their own.
        let beside = Self.companions.map { path + $0 }.filter { Self.tighten($0, to: 0o600) }
        return (own && Self.tighten(directory, to: 0o700) ? [directory] : []) + (isOpen ? [path] : beside)
    }

    /// What SQLite keeps beside a file while it is open.
    static let companions = ["-wal", "-shm", "-journal"]

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func makeDirectories(_ path: String) throws {
        if try status(of: path) != nil { return }
        try makeDirectories(parent(of: path))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw inaccessible(path) }
        try DurableFile.sync(parent(of: path))
    }

    /// Nil where there is nothing.
    static func status(of path: String) throws -> stat? {
        var status = stat()
        if stat(path, &status) == 0 { return status }
        guard errno == ENOENT else { throw inaccessible(path) }
        return nil
    }

    /// Takes away what others may do; says whether there was anything, and it was ours to take.
    static func tighten(_ path: String, to mode: mode_t) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0, status.st_uid == geteuid() else { return false }
        return chmod(path, mode) == 0
    }

    /// The last one to close a file empties and removes its journal: one that has content is of a program that runs,
    /// or that ended without closing.
    private static func endedUncleanly(_ path: String) throws -> Bool {
        let hasContent = try ["-wal", "-journal"].contains { try (status(of: path + $0)?.st_size ?? 0) > 0 }
        guard hasContent else { return false }
        return try !isInUse(path)
    }

    /// Whether a program holds a lock on the file or its shared memory, as the kernel's table tells.
    static func isInUse(_ path: String) throws -> Bool {
        guard let table = fopen("/proc/locks", "r") else { return false }
        defer { fclose(table) }
        let files = try [path, path + "-shm"].compactMap { try status(of: $0).map { ":\($0.st_ino)" } }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, table) > 0 {
            guard let line else { break }
            // `1: POSIX ADVISORY READ 4711 fe:01:123456 128 128`
            let fields = String(cString: line).split(separator: " ")
            if fields.contains(where: { field in files.contains { field.hasSuffix($0) } }) { return true }
        }
        return false
    }

    static func inaccessible(_ path: String) -> StoreError {
        .inaccessible(path: path, reason: String(cString: strerror(errno)))
    }
}
