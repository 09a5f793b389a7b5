import CarrelCore
import Glibc

extension Linter {
    /// Writes the derived id of every option without one into the file at `path`, and says how many.
    ///
    /// The file is replaced in one step, keeping its permissions, or not touched at all.
    public static func fix(path: String) throws(FixError) -> Int {
        // A link is followed: its target is replaced, not the link.
        guard let resolved = realpath(path, nil) else {
            throw .cannotRead(file: path, reason: String(cString: strerror(errno)))
        }
        defer { free(resolved) }
        let target = String(cString: resolved)
        let (bytes, file) = try read(target)
        let written = try IDWriter(bytes, file: file)
        if written.count > 0 { try replace(target, with: written.bytes) }
        return written.count
    }

    private static func read(_ path: String) throws(FixError) -> (bytes: [UInt8], file: PackFile) {
        do throws(FileProblem) {
            return try FileAccess.read(path, root: "")
        } catch {
            throw .cannotRead(file: path, reason: error.message)
        }
    }

    /// Writes beside the file and renames over it, so that a reader sees the old text or the new one.
    private static func replace(_ path: String, with bytes: [UInt8]) throws(FixError) {
        var template = Array((path + ".XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw writeError(path, "cannot create a file beside it") }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        do throws(FixError) {
            defer { close(descriptor) }
            var status = stat()
            guard stat(path, &status) == 0, fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
                throw writeError(path, "cannot keep its permissions")
            }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw writeError(path, "cannot write") }
                rest = rest.dropFirst(count)
            }
            guard fsync(descriptor) == 0 else { throw writeError(path, "cannot write") }
            guard rename(temporary, path) == 0 else { throw writeError(path, "cannot replace it") }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func writeError(_ path: String, _ action: String) -> FixError {
        .cannotWrite(file: path, reason: "\(action): \(String(cString: strerror(errno)))")
    }
}
