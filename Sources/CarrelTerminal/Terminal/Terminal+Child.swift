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
            for signal in [SIGTERM, SIGHUP, SIGCHLD] { sigaddset(&held, signal) }
            sigprocmask(SIG_BLOCK, &held, nil)
            // The others stay held: one that asked to end is taken once the terminal is ours again.
            var child = sigset_t()
            sigemptyset(&child)
            sigaddset(&child, SIGCHLD)
            defer { sigprocmask(SIG_UNBLOCK, &child, nil) }
            return spawn(program, arguments, holding: held)
        }
    }

    /// Seconds that a program has to end in once it was asked to.
    private static let patience = 2

    /// Runs a program to its end, with the signal mask from before the terminal was taken over.
    ///
    /// - Parameter held: Signals that are blocked: one that asks to end is passed on, and comes again afterwards.
    private func spawn(_ program: String, _ arguments: [String], holding held: sigset_t) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setsigmask(&attributes, &openMask)
        let strings = arguments.map { strdup($0) } + [nil]
        defer { strings.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, program, nil, &attributes, strings, guard_environment()) == 0 else { return 127 }
        var status: Int32 = 0, held = held, asked: Int32 = 0
        defer { if asked != 0 { raise(asked) } }
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return 127 }
            var patience = timespec(tv_sec: Self.patience, tv_nsec: 0)
            let signal = asked == 0 ? sigwaitinfo(&held, nil) : sigtimedwait(&held, nil, &patience)
            if signal < 0, errno == EAGAIN { return 128 + asked }
            guard signal == SIGTERM || signal == SIGHUP else { continue }
            asked = signal
            for each in [signal, SIGCONT] { kill(child, each) }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
