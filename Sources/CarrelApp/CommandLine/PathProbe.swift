import Glibc

/// Asks the file system whether something is there.
enum PathProbe {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether nothing is there; what cannot be looked at may be.
    static func isMissing(_ path: String) -> Bool { !exists(path) && errno == ENOENT }
}
