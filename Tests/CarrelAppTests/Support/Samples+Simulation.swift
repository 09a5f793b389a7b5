import CarrelCore

@testable import CarrelApp

/// A simulation of two devices, of which one command each is asked for.
extension Samples {
    static let simulation: Question = {
        var question = Question(
            id: "names", kind: .simulation, stem: "Name both switches, as their labels say.",
            answer: "name east, name west", explanation: "A name tells whoever logs in where they are.",
            difficulty: .beginner, channel: "networking", subChannel: "tcp-ip")
        question.payload = .simulation(
            World(
                shell: "s", devices: [.init(id: "A", title: "switch"), .init(id: "B")],
                goals: [
                    .init(id: "east", when: ["A:n = \"east\""], title: "The first is named", why: "It is in the east."),
                    .init(id: "west", when: ["B:n = \"west\""], title: "The second is named"),
                ],
                solution: [
                    SimulationEntry(device: "A", command: "enable"), SimulationEntry(device: "A", command: "name east"),
                    SimulationEntry(device: "B", command: "enable"), SimulationEntry(device: "B", command: "name west"),
                ]))
        return question
    }()

    static let simulationShell = Shell(
        id: "s", title: "S", syntax: .words,
        modes: [.init(id: "user", prompt: "{{device}}>"), .init(id: "priv", prompt: "{{device}}#")],
        commands: [
            ShellCommand(modes: ["user"], match: ["enable"], outcomes: [.init(mode: "priv")]),
            ShellCommand(modes: ["priv"], match: ["show clock"], outcomes: [.init(print: "10:30")]),
            ShellCommand(
                modes: ["priv"], match: ["name <n>"], outcomes: [.init(set: [.init(key: "n", value: .text("<n>"))])]),
            ShellCommand(match: ["end"], outcomes: [.init(mode: "user")]),
        ])

    /// What was entered of it: one of the two goals is reached.
    static let simulationResponse =
        #"[["A","enable"],["A","show clock"],["A","name east"]]"#
}
