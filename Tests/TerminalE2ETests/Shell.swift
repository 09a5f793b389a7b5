import Glibc

/// Runs programs for the tests and reads what they print.
enum Shell {
    struct Output: Sendable {
        var text: String
        var status: Int32
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs a program to its end and returns what it wrote to both outputs.
    ///
    /// - Parameter environment: Replaces the test's own.
    static func run(_ arguments: [String], environment: [String: String] = Shell.environment) throws -> Output {
        var pipe: [Int32] = [0, 0]
        guard pipe2(&pipe, O_CLOEXEC) == 0 else { throw Failure(description: "no pipe") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 2)
        var child = pid_t()
        let code = try withCStrings(arguments) { argv in
            try withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawnp(&child, argv[0] ?? "", &actions, nil, argv, envp)
            }
        }
        close(pipe[1])
        defer { close(pipe[0]) }
        guard code == 0 else { throw Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))") }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(pipe[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let exited = status & 0x7F == 0
        return Output(
            text: String(decoding: bytes, as: UTF8.self), status: exited ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
    }

    /// What the programs under test are given: enough to find programs, and a known language and terminal.
    static var environment: [String: String] {
        var values = ["LANG": "C.UTF-8", "TERM": "xterm-256color"]
        for name in ["PATH", "HOME", "TMPDIR"] {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return values
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
    ) rethrows -> Result {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return try body(pointers)
    }
}
