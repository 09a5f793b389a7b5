/// A small command-line world inside a question: devices with their state, commands of its own, and the goals its final
/// state is scored by. What it can do besides comes from the shell it names.
public struct World: Codable, Equatable, Sendable {
    /// A state variable. Text that looks like a number stays text unless the author left it unquoted.
    public enum Value: Codable, Equatable, Sendable {
        case flag(Bool)
        case number(Int)
        case text(String)

        /// As it is compared, printed and kept while the world runs.
        public var text: String {
            switch self {
            case .flag(let flag): flag ? "true" : "false"
            case .number(let number): String(number)
            case .text(let text): text
            }
        }
    }

    public struct Device: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        /// What stands beside the id in the list of devices, e.g. `access switch`.
        public var title: String?
        /// Laid over the shell's and the world's.
        public var state: [String: Value]

        public init(id: String, title: String? = nil, state: [String: Value] = [:]) {
            self.id = id
            self.title = title
            self.state = state
        }
    }

    public struct Goal: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        /// A condition over the state of all devices; several hold together.
        public var when: [String]
        public var points: Int
        /// What is reached, in words, for the list of goals after the answer.
        public var title: String?
        public var why: String?

        public init(id: String, when: [String], points: Int = 1, title: String? = nil, why: String? = nil) {
            self.id = id
            self.when = when
            self.points = points
            self.title = title
            self.why = why
        }
    }

    /// The id of the shell its commands come from.
    public var shell: String
    public var devices: [Device]
    /// The first state of every device, laid over the shell's.
    public var state: [String: Value]
    /// What no device has to itself, written `:name`.
    public var shared: [String: Value]
    /// Asked before the shell's.
    public var commands: [ShellCommand]
    public var goals: [Goal]
    /// Commands that reach every goal.
    public var solution: [SimulationEntry]

    public init(
        shell: String, devices: [Device], state: [String: Value] = [:], shared: [String: Value] = [:],
        commands: [ShellCommand] = [], goals: [Goal], solution: [SimulationEntry]
    ) {
        self.shell = shell
        self.devices = devices
        self.state = state
        self.shared = shared
        self.commands = commands
        self.goals = goals
        self.solution = solution
    }
}

/// A line that was entered on a device. Coded as `[device, command]`.
public struct SimulationEntry: Codable, Equatable, Hashable, Sendable {
    public var device: String
    public var command: String

    public init(device: String, command: String) {
        self.device = device
        self.command = command
    }

    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        device = try pair.decode(String.self)
        command = try pair.decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(device)
        try pair.encode(command)
    }
}
