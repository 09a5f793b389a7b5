/// Commands as whole processes: from starting the program to its end, with what it says thrown away.
struct CommandMeasurement {
    /// What is measured, and the milliseconds that most runs of it may take.
    struct Command {
        var arguments: [String]
        var goal: Double

        var name: String { "carrel " + arguments.joined(separator: " ") }
    }

    /// What scripts and prompts ask for.
    static let commands =
        [Command(arguments: ["--version"], goal: 5), Command(arguments: ["stats"], goal: 30)]
        + ["channels", "certifications", "paths", "sessions", "bookmarks", "questions"].map {
            Command(arguments: ["list", $0], goal: 30)
        }

    /// Milliseconds of each run, in the order of `commands`.
    private(set) var samples = commands.map { _ in Samples() }

    /// - Parameter runs: Warm ones, of each command in turn; two more come before them.
    init(of program: Program, runs: Int) throws {
        for run in 0..<(runs + 2) {
            for (index, command) in Self.commands.enumerated() {
                let elapsed = try Stopwatch.milliseconds {
                    try ChildProcess.run(
                        program.arguments(command.arguments), environment: program.environment)
                }
                if run >= 2 { samples[index].add(elapsed) }
            }
        }
    }
}
