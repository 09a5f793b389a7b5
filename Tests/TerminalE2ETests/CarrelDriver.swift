import Glibc
import Testing

/// The real program in a real terminal, driven as a learner drives it.
///
/// Each driver has a home directory of its own, and a tmux server of its own on a private socket.
final class CarrelDriver {
    let home: String
    let columns: Int
    let rows: Int
    private let socket: String

    init(columns: Int = 80, rows: Int = 24) throws {
        var template = Array("/tmp/carrel-e2e-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Shell.Failure(description: "no temporary directory") }
        home = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        socket = "carrel-\(getpid())-" + String(home.suffix(6))
        self.columns = columns
        self.rows = rows
    }

    deinit {
        _ = try? tmux("kill-server")
        _ = try? Shell.run(["rm", "-rf", home])
    }

    // MARK: What a learner does

    /// Starts Carrel in a new terminal window.
    @discardableResult
    func starts(_ arguments: String = "", in window: String = "main") throws -> Self {
        let command = "\(Self.program) \(arguments); echo \"[left with $?]\"; exec cat"
        let environment = "HOME='\(home)' XDG_DATA_HOME='\(home)/data' XDG_CONFIG_HOME='\(home)/config' LANG=C.UTF-8"
        try tmux(
            "-f", "/dev/null", "new-session", "-d", "-s", window, "-x", "\(columns)", "-y", "\(rows)",
            "env \(environment) CARREL_DATA='\(Self.checkout)/data' sh -c '\(command)'")
        return self
    }

    /// Presses keys, by tmux's names: `Enter`, `Space`, `Escape`, `j`.
    @discardableResult
    func presses(_ keys: String..., in window: String = "main") throws -> Self {
        try tmux(["send-keys", "-t", window] + keys)
        return self
    }

    /// Types text in one write, as pasted or typed ahead.
    @discardableResult
    func types(_ text: String, in window: String = "main") throws -> Self {
        try tmux("send-keys", "-t", window, "-l", text)
        return self
    }

    /// Moves down until `row` is selected, then opens it.
    @discardableResult
    func opens(_ row: String, in window: String = "main") throws -> Self {
        for _ in 0..<60 {
            let selected = try screen(window).first { $0.contains("▸ ") && !$0.hasPrefix(" Ca") && $0.contains(row) }
            if selected.map(Self.isSelected) == true { return try presses("Enter", in: window) }
            try presses("j", in: window)
            usleep(30_000)
        }
        throw Shell.Failure(description: "no row \"\(row)\" can be selected in\n" + text(window))
    }

    private static func isSelected(_ line: String) -> Bool { line.hasPrefix(" ▸ ") }

    /// Waits until `words` are on screen.
    @discardableResult
    func sees(_ words: String, in window: String = "main", within seconds: Double = 10) throws -> Self {
        let tries = Int(seconds / 0.02)
        for _ in 0..<tries {
            if try screen(window).contains(where: { $0.contains(words) }) { return self }
            usleep(20_000)
        }
        throw Shell.Failure(description: "\"\(words)\" did not appear within \(seconds) s; the screen:\n" + text(window))
    }

    /// Leaves with `q` until the shell says so.
    @discardableResult
    func leaves(in window: String = "main") throws -> Self {
        for _ in 0..<8 {
            if text(window).contains("[left with") { return self }
            try presses("q", in: window)
            usleep(80_000)
        }
        return try sees("[left with 0]", in: window)
    }

    func closesWindow(_ window: String = "main") throws { try tmux("kill-session", "-t", window) }

    func resizes(columns: Int, rows: Int, window: String = "main") throws {
        try tmux("resize-window", "-t", window, "-x", "\(columns)", "-y", "\(rows)")
    }

    // MARK: What can be looked at

    func screen(_ window: String = "main") throws -> [String] {
        try tmux("capture-pane", "-p", "-t", window).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    func text(_ window: String = "main") -> String { (try? screen(window).joined(separator: "\n")) ?? "(no screen)" }

    /// The process id of the program in the window.
    func processId(in window: String = "main") throws -> pid_t {
        let shell = try tmux("display-message", "-p", "-t", window, "#{pane_pid}").filter(\.isNumber)
        for _ in 0..<100 {
            let children = try Shell.run(["pgrep", "-P", shell, "-x", "carrel"]).text.split(separator: "\n")
            if let first = children.first, let id = pid_t(first) { return id }
            usleep(20_000)
        }
        throw Shell.Failure(description: "no carrel runs under \(shell)")
    }

    func sends(_ signal: Int32, in window: String = "main") throws { kill(try processId(in: window), signal) }

    /// What a query on the learner's file prints, a row a line, columns by `|`.
    func file(_ sql: String) throws -> String {
        let script = """
            import sqlite3, sys
            for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print("|".join(str(c) for c in row))
            """
        let output = try Shell.run(["python3", "-c", script, database, sql])
        guard output.status == 0 else { throw Shell.Failure(description: output.text) }
        return output.text.split(separator: "\n").joined(separator: "\n")
    }

    var database: String { home + "/data/carrel/carrel.db" }

    /// Runs the program without a terminal.
    func command(_ arguments: String...) throws -> Shell.Output {
        var environment = Shell.environment
        environment["HOME"] = home
        environment["XDG_DATA_HOME"] = home + "/data"
        environment["CARREL_DATA"] = Self.checkout + "/data"
        return try Shell.run([Self.program] + arguments, environment: environment)
    }

    // MARK: Where things are

    static let checkout: String = {
        let parts = #filePath.split(separator: "/")
        return "/" + parts.dropLast(3).joined(separator: "/")
    }()

    /// The release build where the caller names it, else what `swift test` has just built.
    static let program: String = {
        if let named = getenv("CARREL_BINARY") { return String(cString: named) }
        return checkout + "/.build/debug/carrel"
    }()

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let output = try Shell.run(["tmux", "-L", socket] + arguments)
        guard output.status == 0 else {
            throw Shell.Failure(description: "tmux \(arguments.joined(separator: " ")): \(output.text)")
        }
        return output.text
    }
}
