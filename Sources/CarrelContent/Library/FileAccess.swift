import CarrelCore
import Glibc

/// A file or directory that cannot be used, told in words.
struct FileProblem: Error, Equatable {
    var message: String
    /// `errno`, or 0 where the system had nothing against it.
    var code: Int32 = 0

    init(_ message: String) { self.message = message }

    init(doing action: String, code: Int32) {
        message = "\(action): \(String(cString: strerror(code)))"
        self.code = code
    }

    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// Looks at pack files without ever waiting for one: nothing but regular files of a bearable size is opened.
enum FileAccess {
    /// What one `stat` says; symbolic links are followed.
    static func status(of path: String, root: String) throws(FileProblem) -> PackFile {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileProblem(doing: "cannot look at the file", code: errno) }
        return try packFile(path: path, root: root, status)
    }

    static func isDirectory(_ path: String) throws(FileProblem) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileProblem(doing: "cannot look at it", code: errno) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    /// The bytes of a file and what `stat` says of exactly these, with their hash.
    static func read(_ path: String, root: String) throws(FileProblem) -> (bytes: [UInt8], file: PackFile) {
        // Non-blocking, so that a pipe that took the file's place between two calls cannot hold the program up.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileProblem(doing: "cannot open the file", code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(doing: "cannot look at the file", code: errno) }
        var file = try packFile(path: path, root: root, status)
        let bytes = try contents(of: descriptor, expecting: Int(file.size))
        file.hash = SHA256.hex(of: bytes)
        return (bytes, file)
    }

    /// Names in a directory, sorted; without those that begin with a dot.
    static func names(in directory: String) throws(FileProblem) -> [String] {
        guard let stream = opendir(directory) else {
            throw FileProblem(doing: "cannot open the directory", code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileProblem(doing: "cannot read the directory", code: errno) }
                return names.sorted()
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
    }

    private static func packFile(path: String, root: String, _ status: stat) throws(FileProblem) -> PackFile {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileProblem("is a directory; a pack is a file")
        case S_IFIFO: throw FileProblem("is a pipe; a pack is a file")
        case S_IFSOCK: throw FileProblem("is a socket; a pack is a file")
        default: throw FileProblem("is a device; a pack is a file")
        }
        guard status.st_size <= YAMLSource.largestSize else {
            throw FileProblem("the file has \(status.st_size) bytes; at most 16 MiB are read")
        }
        // Only ever compared: a file dated beyond what 64 bits hold wraps rather than ends the program.
        let modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        return PackFile(
            path: path, root: root, size: Int64(status.st_size), modified: modified,
            inode: Int64(bitPattern: UInt64(status.st_ino)))
    }

    private static func contents(of descriptor: Int32, expecting size: Int) throws(FileProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than expected, so that the common file ends with the second call.
        var chunk = [UInt8](repeating: 0, count: max(size + 1, 4_096))
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileProblem(doing: "cannot read the file", code: errno) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= YAMLSource.largestSize else {
                throw FileProblem("the file grew over 16 MiB while it was read")
            }
        }
    }
}
