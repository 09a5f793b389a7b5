import CTerminalGuard
import Glibc

extension Terminal {
    /// Hands the terminal to a program, an editor for example, and takes it back when that ends.
    ///
    /// A signal that asks this process to leave meanwhile is the next event: what the learner was at can be kept.
    /// - Parameter arguments: The program's path and its arguments.
    /// - Returns: The exit status; 128 + n where signal n ended it; 127 where it could not be started.
    public func run(_ arguments: [String]) -> Int32 {
        guard let program = arguments.first else { return 127 }
        return handOver {
            var held = sigset_t()
            sigemptyset(&held)
            for signal in [SIGTERM, SIGHUP] { sigaddset(&held, signal) }
            sigprocmask(SIG_BLOCK, &held, nil)
            return spawn(program, arguments)
        }
    }

    /// Runs a program to its end, with the signal mask from before the terminal was taken over.
    private func spawn(_ program: String, _ arguments: [String]) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setsigmask(&attributes, &openMask)
        let strings = arguments.map { strdup($0) } + [nil]
        defer { strings.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, program, nil, &attributes, strings, guard_environment()) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return 127 } }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
