import Glibc

/// Runs programs for the tests and reads what they print.
enum Shell {
    struct Output: Sendable {
        var text: String
        /// The exit status; 128 + n for a program that signal n ended.
        var status: Int32

        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs a program to its end, without a terminal, and returns what it wrote to both outputs.
    ///
    /// - Parameters:
    ///   - environment: All that the program is given of one.
    ///   - seconds: After which a program that hangs is ended and reported.
    static func run(
        _ arguments: [String], environment: [String: String] = Shell.environment, within seconds: Double = 30
    ) throws -> Output {
        var ends = try socketPair()
        defer { if ends.own >= 0 { close(ends.own) } }
        let child = try spawn(arguments, environment: environment, input: nil, output: ends.childs)
        close(ends.childs)
        ends.childs = -1
        let deadline = Deadline(seconds: seconds)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            var descriptor = pollfd(fd: ends.own, events: Int16(POLLIN), revents: 0)
            let ready = poll(&descriptor, 1, deadline.milliseconds)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                kill(child, SIGKILL)
                _ = status(of: child)
                let words = arguments.joined(separator: " ")
                throw Failure(description: "\(words) did not end within \(seconds) s")
            }
            let count = read(ends.own, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return Output(text: String(decoding: bytes, as: UTF8.self), status: status(of: child))
    }

    /// What the programs under test are given: enough to find programs, and a known language and terminal.
    static let environment: [String: String] = {
        var values = ["LANG": "C.UTF-8", "TERM": "xterm-256color"]
        for name in ["PATH", "HOME", "TMPDIR"] {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return values
    }()

    // MARK: Processes

    /// Two connected ends that no other child inherits: a pipe could not be made so in one step, and a child that
    /// another test starts in between would hold it open.
    static func socketPair() throws -> (own: Int32, childs: Int32) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure(description: "no socket pair") }
        return (ends[0], ends[1])
    }

    /// Starts a program with `input` (nothing where nil) as its input and `output` (nowhere where nil) as its outputs.
    static func spawn(
        _ arguments: [String], environment: [String: String], input: Int32?, output: Int32?
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        for descriptor: Int32 in [1, 2] {
            if let output {
                posix_spawn_file_actions_adddup2(&actions, output, descriptor)
            } else {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
            }
        }
        var child = pid_t()
        let code = withCStrings(arguments) { argv in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawnp(&child, arguments[0], &actions, nil, argv, envp)
            }
        }
        guard code == 0 else { throw Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))") }
        return child
    }

    /// Waits for a child and returns its exit status; 128 + n when signal n ended it.
    @discardableResult
    static func status(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let isExit = status & 0x7F == 0
        return isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return body(pointers)
    }
}
