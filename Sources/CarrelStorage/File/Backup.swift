import CarrelCore
import Glibc

/// A whole copy of a file, beside it, taken while the file is open.
enum Backup {
    /// Copies the file at `path` as it is at this moment; only its owner can read the copy.
    ///
    /// - Parameter label: Tells the copy from others, e.g. `v1`.
    /// - Returns: Where the copy is.
    static func make(of path: String, label: String, at moment: Timestamp) throws -> String {
        let time = moment.text.prefix(19).map { $0 == " " ? "T" : String($0) }.joined().filter { $0 != ":" }
        let copy = "\(path).\(label)-\(time).backup"
        guard mknod(copy, S_IFREG | 0o600, 0) == 0 else {
            throw StoreError.inaccessible(path: copy, reason: String(cString: strerror(errno)))
        }
        let database = try Database(path: path, access: .readOnly)
        database.trustSchema()
        try database.run("VACUUM INTO ?", copy)
        return copy
    }
}
