import CarrelCore
import CarrelStorage
import Glibc

/// A learner on a machine of their own: an empty home directory, and as many terminals as they like.
///
/// Nothing of the machine the tests run on is read, and nothing stays behind.
final class Learner {
    let home: String
    let tmux: Tmux
    private let cleaner: Cleaner
    private var windows = 0

    /// - Parameter packs: Where the built-in packs are.
    init(packs: String = Places.smallPacks) throws {
        guard access(Places.program, X_OK) == 0 else {
            throw Shell.Failure(description: "\(Places.program) is not there: swift build makes it")
        }
        Seats.shared.take()
        do {
            var template = Array("/tmp/carrel-e2e-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw Shell.Failure(description: "no temporary directory") }
            home = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            tmux = try Tmux(directory: home, environment: Self.environment(home: home, packs: packs))
            // The prompt tells how the last program ended; a crash leaves no core file.
            try TextFile.write("PS1='[$?]> '\nulimit -c 0\n", to: home + "/.shrc")
            cleaner = try Cleaner(home: home, ending: tmux.killCommand)
            guard symlink(Places.program, home + "/carrel") == 0 else {
                throw Shell.Failure(description: "no link to \(Places.program)")
            }
        } catch {
            Seats.shared.giveBack()
            throw error
        }
        self.packs = packs
    }

    private let packs: String

    deinit {
        cleaner.finish()
        Seats.shared.giveBack()
    }

    private static func environment(home: String, packs: String) -> [String: String] {
        var environment = Shell.environment
        environment["HOME"] = home
        environment["XDG_DATA_HOME"] = home + "/data"
        environment["XDG_CONFIG_HOME"] = home + "/config"
        environment["XDG_STATE_HOME"] = home + "/state"
        environment["XDG_CACHE_HOME"] = home + "/cache"
        environment["CARREL_DATA"] = packs
        environment["ENV"] = home + "/.shrc"
        return environment
    }

    /// What its programs are given.
    var environment: [String: String] { Self.environment(home: home, packs: packs) }

    /// What the shell shows after a program that ended with `status`.
    static func prompt(after status: Int32) -> String { "[\(status)]>" }

    /// The command line that starts Carrel.
    static func commandLine(_ arguments: String) -> String {
        arguments.isEmpty ? "~/carrel" : "~/carrel \(arguments)"
    }

    // MARK: What a learner does

    /// Opens another terminal with a shell in it.
    func opensTerminal(columns: Int = 80, rows: Int = 24) throws -> CarrelDriver {
        windows += 1
        return CarrelDriver(try TerminalWindow(of: self, name: "terminal-\(windows)", columns: columns, rows: rows))
    }

    /// Starts Carrel in another terminal and waits until it is there.
    func starts(_ arguments: String = "", columns: Int = 80, rows: Int = 24) throws -> CarrelDriver {
        try opensTerminal(columns: columns, rows: rows).starts(arguments)
    }

    /// Runs Carrel without a terminal.
    func runs(_ arguments: String...) throws -> Shell.Output { try runs(arguments) }

    func runs(_ arguments: [String]) throws -> Shell.Output {
        try Shell.run([Places.program] + arguments, environment: environment)
    }

    /// Runs as many Carrels as named at the same time, without a terminal.
    ///
    /// - Returns: Their exit statuses.
    func runsAtOnce(_ count: Int, _ arguments: String...) throws -> [Int32] {
        let environment = Self.environment(home: home, packs: packs)
        let programs = try (0..<count).map { _ in
            try Shell.spawn([Places.program] + arguments, environment: environment, input: nil, output: nil)
        }
        return programs.map(Shell.status)
    }

    /// Runs a line of the shell in the home directory, where `./carrel` is Carrel.
    func runsLine(_ line: String) throws -> Shell.Output {
        try Shell.run(
            ["sh", "-c", "cd && { \(line)\n}"], environment: environment)
    }

    /// What Carrel writes to standard output alone.
    func prints(_ arguments: [String]) throws -> String {
        try Shell.run(
            ["sh", "-c", "exec \"$@\" 2> /dev/null", "sh", Places.program] + arguments,
            environment: environment
        ).text
    }

    /// The names of Carrel's commands, as its help lists them.
    func commands() throws -> [String] {
        try runs("--help").lines.compactMap { line in
            let start = "  carrel "
            let name = line.dropFirst(start.count).prefix { $0 != " " }
            return line.hasPrefix(start) && !name.isEmpty ? String(name) : nil
        }
    }

    /// Puts a pack among the learner's own.
    func addsPack(_ text: String, as name: String) throws {
        try TextFile.write(text, to: home + "/data/carrel/packs/" + name)
    }

    // MARK: What is left behind

    /// Living processes of Carrel that this learner started.
    var programs: [RunningProgram] {
        RunningProgram.all(withHome: home).filter { $0.name == "carrel" }
    }

    /// The learner's file, read by the library that the program reads it with.
    func file() throws -> Store {
        try Store.open(
            .file(home + "/data/carrel/carrel.db"),
            clock: { Moment(at: Timestamp(milliseconds: 0), zone: 0) }, seed: 1)
    }

    /// The one session that is under way.
    func session() throws -> StoredSession {
        let store = try file()
        guard let row = try store.activeSessions(limit: 1).first, let session = try store.session(row.id) else {
            throw Shell.Failure(description: "the file has no active session")
        }
        return session
    }
}
