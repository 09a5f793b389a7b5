import Glibc

/// Asks the file system whether something is there.
enum PathProbe {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
