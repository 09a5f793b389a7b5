import CTerminalGuard
import Glibc

extension Terminal {
    /// Hands the terminal to a program, an editor for example, and takes it back when that ends.
    ///
    /// - Parameter arguments: The program's path and its arguments.
    /// - Returns: The exit status; 128 + n where signal n ended it; 127 where it could not be started.
    public func run(_ arguments: [String]) -> Int32 {
        guard let program = arguments.first else { return 127 }
        return handOver {
            let strings = arguments.map { strdup($0) } + [nil]
            defer { strings.forEach { free($0) } }
            var child = pid_t()
            guard posix_spawn(&child, program, nil, nil, strings, guard_environment()) == 0 else { return 127 }
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0 { if errno != EINTR { return 127 } }
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        }
    }
}
