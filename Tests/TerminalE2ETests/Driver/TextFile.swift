import Glibc

/// Small files of the tests.
enum TextFile {
    /// Writes a file, making its directory when it is missing.
    static func write(_ text: String, to path: String) throws {
        if let slash = path.lastIndex(of: "/") { try makeDirectory(String(path[..<slash])) }
        guard let file = fopen(path, "we") else { throw Shell.Failure(description: "cannot write \(path)") }
        defer { fclose(file) }
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw Shell.Failure(description: "cannot write all of \(path)")
        }
    }

    /// The bytes of a file; none when it cannot be read.
    static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }

    static func text(of path: String) -> String { String(decoding: bytes(of: path), as: UTF8.self) }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func makeDirectory(_ path: String) throws {
        var here = ""
        for part in path.split(separator: "/") {
            here += "/" + part
            guard mkdir(here, 0o700) == 0 || errno == EEXIST else {
                throw Shell.Failure(description: "cannot make \(here): \(String(cString: strerror(errno)))")
            }
        }
    }
}
