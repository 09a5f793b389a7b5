/// The program under test, on the generated library.
struct Program {
    /// Absolute.
    var path: String
    var database: String
    var packs: String
    /// A home directory with nothing in it.
    var home: String

    /// - Parameter arguments: What it is to do; Home when there are none.
    func start(_ arguments: [String] = [], columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        try PseudoTerminal(
            running: self.arguments(arguments), environment: environment, columns: columns, rows: rows)
    }

    /// What it is started with, itself first.
    func arguments(_ arguments: [String] = []) -> [String] {
        [path] + arguments + ["--db", database, "--data", packs]
    }

    /// All of its environment.
    var environment: [String: String] {
        [
            "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
            "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
        ]
    }

    /// Words of Home that no other screen has, nor the window's title.
    static let homeWords = "Library"
}
