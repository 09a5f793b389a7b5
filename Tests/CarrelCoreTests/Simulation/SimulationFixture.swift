@testable import CarrelCore

/// Small shells for tests: every builtin by its own name, and commands a test brings itself.
enum SimulationFixture {
    static func shell(
        _ syntax: Shell.Syntax = .arguments, prompt: String = "$ ", state: [String: World.Value] = [:],
        types: [String: Shell.CaptureType] = [:], fragments: [String: String] = [:], commands: [ShellCommand] = [],
        settle: [String] = []
    ) -> Shell {
        let builtins = Builtin.allCases.filter { !["apply", "ping", "s3ls"].contains($0.rawValue) }.map {
            ShellCommand(match: ["\($0.rawValue) [<args...>]"], run: $0.rawValue)
        }
        let objects = ShellCommand(
            match: ["s3ls [<place>]"], options: ["--summarize", "--recursive"], run: Builtin.s3ls.rawValue)
        return Shell(
            id: "small", title: "Small", syntax: syntax, modes: [Shell.Mode(id: "m", prompt: prompt)], state: state,
            types: types, fragments: fragments, commands: commands + builtins + [objects], settle: settle)
    }

    static func simulation(
        _ shell: Shell, state: [String: World.Value] = [:], goals: [World.Goal] = []
    ) -> Simulation {
        let world = World(
            shell: shell.id, devices: [World.Device(id: "A")], state: state, goals: goals, solution: [])
        return Simulation(world: world, shell: shell)
    }

    /// A file system with a few files in the home of a user who may do anything.
    static let files: [String: World.Value] = [
        "cwd": .text("/home"), "user": .text("root"), "file./home/f.text": .text("one\ntwo\nthree\n"),
        "file./home/long.text": .text(String(repeating: "a", count: 2_000) + "\n"),
    ]

    static func files(_ more: [String: World.Value] = [:], shell: Shell = shell()) -> Simulation {
        simulation(shell, state: files.merging(more) { _, new in new })
    }
}

extension Simulation {
    /// What the last of several lines says.
    mutating func says(_ lines: String...) -> [String] {
        lines.reduce([]) { _, line in run(line, on: firstDevice).lines }
    }
}
