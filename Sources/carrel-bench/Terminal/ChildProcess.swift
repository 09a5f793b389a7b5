import Glibc

/// A program that runs to its end, without a word.
enum ChildProcess {
    /// Where programs of the system are.
    static let searchPath = ["/usr/bin", "/bin", "/usr/local/bin"]

    /// The path of an installed program; nil where it is not installed.
    static func path(of name: String) -> String? {
        searchPath.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
    }

    /// - Parameter input: A file that is its standard input; nothing for nil.
    /// - Throws: `BenchError` unless it ends with 0.
    static func run(_ arguments: [String], environment: [String: String], input: String? = nil) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var process = pid_t()
        let code = withCStrings(arguments) { argv in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&process, arguments[0], &actions, nil, argv, envp)
            }
        }
        guard code == 0 else { throw BenchError("cannot run \(arguments[0]): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw BenchError("\(arguments.joined(separator: " ")) failed with \(status)") }
    }

    /// The strings as C takes them, with a null pointer after the last.
    static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
    ) rethrows -> Result {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return try body(pointers)
    }
}
