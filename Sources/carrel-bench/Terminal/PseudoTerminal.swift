import CarrelCore
import Glibc

/// A program running on a terminal of its own.
final class PseudoTerminal {
    /// Output that came without a pause.
    struct Burst {
        var bytes: [UInt8] = []
        /// When its last byte was read, as `Stopwatch.now`.
        var end: Int64 = 0
    }

    let process: pid_t
    /// When the program had been loaded (`execve` had succeeded), as `Stopwatch.now`: what forking this process costs
    /// is not the program's.
    let started: Int64
    private let master: Int32
    private var isOver = false

    /// - Parameter environment: All of the program's.
    init(running arguments: [String], environment: [String: String], columns: Int, rows: Int) throws {
        var size = Self.size(columns: columns, rows: rows)
        var master: Int32 = -1
        var slave: Int32 = -1
        guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw BenchError.system("cannot open a terminal") }
        self.master = master
        defer { close(slave) }
        for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        guard let name = ttyname(slave) else { throw BenchError.system("the terminal has no name") }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // In a session of its own the first terminal that is opened becomes the controlling one.
        posix_spawnattr_setflags(&attributes, Self.newSession)
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var process = pid_t()
        let code = ChildProcess.withCStrings(arguments) { argv in
            ChildProcess.withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp)
            }
        }
        started = Stopwatch.now
        self.process = process
        guard code == 0 else {
            isOver = true
            throw BenchError("cannot run \(arguments[0]): \(String(cString: strerror(code)))")
        }
    }

    deinit {
        kill9()
        close(master)
    }

    /// Ends the program without a word to it, and waits until it has ended.
    func kill9() {
        guard !isOver else { return }
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        isOver = true
    }

    // MARK: Input

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(master, bytes, bytes.count) == bytes.count else {
            throw BenchError.system("the program's terminal takes no input")
        }
    }

    func resize(columns: Int, rows: Int) throws {
        var size = Self.size(columns: columns, rows: rows)
        guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw BenchError.system("cannot size the terminal") }
    }

    // MARK: Output

    /// Reads until nothing has come for `quiet` milliseconds after the first byte, or at all within `limit`.
    ///
    /// - Returns: Nil when nothing came.
    func burst(quiet: Int32 = 12, within limit: Int32 = 3_000) -> Burst? {
        var burst = Burst()
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while waitForOutput(burst.bytes.isEmpty ? limit : quiet) {
            let count = read(master, &chunk, chunk.count)
            // The terminal answers EIO once the program has closed it.
            guard count > 0 else { break }
            burst.end = Stopwatch.now
            burst.bytes += chunk[..<count]
        }
        return burst.bytes.isEmpty ? nil : burst
    }

    /// Reads bursts until one contains `words`, and returns it.
    ///
    /// - Throws: `BenchError` when ten seconds pass without.
    func burst(containing words: String) throws -> Burst {
        let wanted = Array(words.utf8)
        let deadline = Stopwatch.now + 10_000_000_000
        var last = Burst()
        while Stopwatch.now < deadline {
            guard let burst = burst() else { continue }
            if burst.bytes.firstOccurrence(of: wanted) != nil { return burst }
            last = burst
        }
        let seen = String(decoding: last.bytes.suffix(2_000), as: UTF8.self).debugDescription
        throw BenchError("the program did not show \"\(words)\"; the last it wrote was \(seen)")
    }

    /// Reads until `words` have come, in one piece or in several.
    ///
    /// - Returns: When the piece that completed them was read, as `Stopwatch.now`.
    /// - Throws: `BenchError` when ten seconds pass without.
    func moment(of words: String) throws -> Int64 {
        let wanted = Array(words.utf8)
        let deadline = Stopwatch.now + 10_000_000_000
        var seen: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while Stopwatch.now < deadline {
            guard waitForOutput(100) else { continue }
            let count = read(master, &chunk, chunk.count)
            guard count > 0 else { break }
            let now = Stopwatch.now
            seen += chunk[..<count]
            if seen.firstOccurrence(of: wanted) != nil { return now }
        }
        let last = String(decoding: seen.suffix(2_000), as: UTF8.self).debugDescription
        throw BenchError("\"\(words)\" did not come; the last that did was \(last)")
    }

    private func waitForOutput(_ milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&descriptor, 1, milliseconds)
            if ready < 0, errno == EINTR { continue }
            return ready > 0 && descriptor.revents & Int16(POLLIN) != 0
        }
    }

    // MARK: Leaving

    /// Asks the program to leave and waits until it has.
    ///
    /// - Returns: Its exit status; 128 + n when signal n ended it.
    @discardableResult
    func leave() throws -> Int32 {
        kill(process, SIGTERM)
        let deadline = Stopwatch.now + 5_000_000_000
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) != process {
            // A full terminal must not keep the program from leaving.
            _ = burst(quiet: 1, within: 1)
            guard Stopwatch.now < deadline else { throw BenchError("the program does not leave on SIGTERM") }
        }
        isOver = true
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which glibc declares to GNU programs only.
    private static let newSession: Int16 = 0x80

    private static func size(columns: Int, rows: Int) -> winsize {
        winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    }
}
