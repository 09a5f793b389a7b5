import CTerminalGuard
import Glibc

/// A program that runs beside this one, without the terminal: nothing it prints is seen.
public final class BackgroundProgram {
    private let child: pid_t
    private var isReaped = false

    /// Starts a program, by its name among the directories of `PATH`.
    ///
    /// - Parameters:
    ///   - arguments: The program's name and its arguments; no shell takes part.
    ///   - input: What it reads on its standard input; cut where the system has no room for more at once.
    /// - Returns: Nil where it could not be started.
    public init?(_ arguments: [String], input: String = "") {
        guard let program = arguments.first else { return nil }
        var ends: [Int32] = [-1, -1]
        // A socket, because writing to one whose reader is gone need not end this process.
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            return nil
        }
        defer { ends.forEach { close($0) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setsigmask(&attributes, &none)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
        for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
        let strings = arguments.map { strdup($0) } + [nil]
        defer { strings.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawnp(&child, program, &actions, &attributes, strings, guard_environment()) == 0 else {
            return nil
        }
        self.child = child
        var input = input
        input.withUTF8 {
            _ = send(ends[0], $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
    }

    /// Whether it has not ended yet.
    public var isRunning: Bool {
        guard !isReaped else { return false }
        var status: Int32 = 0
        isReaped = waitpid(child, &status, WNOHANG) != 0
        return !isReaped
    }

    /// Ends it, and what it has started: asks it to, and where it takes longer than `grace` makes it.
    ///
    /// Waits for twice that long at the most.
    public func stop() {
        for signal in [SIGTERM, SIGKILL] {
            guard isRunning else { return }
            kill(-child, signal)
            for _ in 0..<Self.grace where isRunning { usleep(1_000) }
        }
    }

    /// Milliseconds: shorter than anybody notices between a key and its frame.
    private static let grace = 20
}
