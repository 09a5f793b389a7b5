/// A tmux server of one test's own, on a private socket in the test's own directory.
struct Tmux: Sendable {
    private let directory: String
    private let environment: [String: String]

    /// - Parameters:
    ///   - directory: Where the socket and the configuration are kept.
    ///   - environment: What shells in the windows are given.
    init(directory: String, environment: [String: String]) throws {
        self.directory = directory
        self.environment = environment.merging(["TMUX_TMPDIR": directory]) { $1 }
        try TextFile.write(
            """
            set -g status off
            set -g default-terminal tmux-256color
            set -sg escape-time 0
            set -sg exit-empty off
            set -g allow-rename off
            """, to: configuration)
    }

    private var configuration: String { directory + "/tmux.conf" }

    /// Carries out commands, each a list of arguments, in one call of the client.
    @discardableResult
    func run(_ commands: [String]...) throws -> String {
        let arguments = commands.map { $0.map(Self.literal) }.joined(separator: [";"])
        let output = try Shell.run(
            ["tmux", "-L", "carrel", "-f", configuration] + arguments, environment: environment)
        guard output.status == 0 else {
            throw Shell.Failure(description: "tmux \(arguments.joined(separator: " ")): \(output.text)")
        }
        return output.text
    }

    /// A semicolon at the end of an argument would end the command.
    private static func literal(_ argument: String) -> String {
        argument.hasSuffix(";") ? argument.dropLast() + "\\;" : argument
    }

    /// The command line that ends the server and all in it.
    var killCommand: String { "TMUX_TMPDIR='\(directory)' tmux -L carrel kill-server" }
}
