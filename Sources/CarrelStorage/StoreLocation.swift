/// Where the learner's work is kept.
public enum StoreLocation: Equatable, Sendable {
    case file(String)
    /// Nowhere: gone when the store is closed.
    case memory

    var path: String {
        switch self {
        case .file(let path): path
        case .memory: ":memory:"
        }
    }

    /// The usual place: `--db`, else `CARREL_DB`, else `carrel/carrel.db` in the user's data directory.
    ///
    /// - Parameter option: What `--db` named.
    /// - Returns: Nil where the environment names no home directory.
    public static func usual(option: String?, environment: [String: String]) -> StoreLocation? {
        func named(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = option ?? named("CARREL_DB") { return .file(path) }
        // The XDG specification: a path that is not absolute is to be ignored.
        if let data = named("XDG_DATA_HOME"), data.hasPrefix("/") { return .file(data + "/carrel/carrel.db") }
        return named("HOME").map { .file($0 + "/.local/share/carrel/carrel.db") }
    }
}
