import Glibc

/// A directory of a test's own, gone with the value that holds it.
public final class TemporaryDirectory {
    public struct CannotMake: Error { public var reason: String }

    public let path: String

    public init() throws {
        var template = Array("/tmp/carrel-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw CannotMake(reason: String(cString: strerror(errno))) }
        path = String(cString: made)
    }

    deinit { Self.remove(path) }

    /// What `name` would be called in it.
    public func file(_ name: String) -> String { path + "/" + name }

    /// Links are not followed; a directory that may not be read is made readable first.
    private static func remove(_ path: String) {
        guard unlink(path) != 0 else { return }
        chmod(path, 0o700)
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { remove(path + "/" + name) }
            }
            closedir(directory)
            rmdir(path)
        }
    }
}
