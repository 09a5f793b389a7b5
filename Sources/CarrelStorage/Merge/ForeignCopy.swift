import Glibc

/// A private copy of a file and its logs, gone with this value.
final class ForeignCopy {
    let path: String
    private let directory: String

    /// - Parameters:
    ///   - path: The name the learner gave the file.
    ///   - own: The learner's own file: beside it there is room for such things, and nobody else looks. For one in
    ///     memory, the directory for temporary files.
    /// - Throws: `MergeError.noRoom`, `.inaccessible`.
    init(of resolved: String, named path: String, near own: String) throws {
        let parent = own.lastIndex(of: "/").map { String(own[...$0]) } ?? (own == ":memory:" ? P_tmpdir + "/" : "./")
        var template = Array((parent + ".carrel-merge-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw MergeError.noRoom(path: path, reason: String(cString: strerror(errno)))
        }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.path = directory + "/copy.db"
        // Opening and closing a file drops the locks this process holds on it (POSIX); none of it is open here.
        for suffix in Self.suffixes where access(resolved + suffix, F_OK) == 0 {
            try Self.copy(resolved + suffix, to: self.path + suffix, named: path)
        }
    }

    deinit {
        for suffix in Self.suffixes + ["-shm"] { unlink(path + suffix) }
        rmdir(directory)
    }

    private static let suffixes = ["", "-wal", "-journal"]

    private static func copy(_ source: String, to target: String, named path: String) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else {
            throw MergeError.inaccessible(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw MergeError.noRoom(path: path, reason: String(cString: strerror(errno))) }
        defer { close(output) }
        while true {
            let count = sendfile(output, input, nil, 1 << 24)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw MergeError.noRoom(path: path, reason: String(cString: strerror(errno))) }
            guard count > 0 else { return }
        }
    }
}
