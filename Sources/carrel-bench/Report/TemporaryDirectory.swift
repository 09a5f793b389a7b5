import Glibc

/// A directory that goes away with everything in it.
final class TemporaryDirectory {
    let path: String

    /// - Parameter parent: Decides which file system is measured.
    init(in parent: String) throws {
        var template = Array((parent + "/carrel-bench-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw BenchError.system("cannot make a directory in \(parent)") }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        if let stream = opendir(path) {
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { names.append(name) }
            }
            closedir(stream)
            for name in names { remove(path + "/" + name) }
        }
        _ = Glibc.remove(path)
    }
}
