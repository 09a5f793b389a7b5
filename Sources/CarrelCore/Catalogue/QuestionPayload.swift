/// What a question carries beside its text and options, by kind.
public enum QuestionPayload: Codable, Equatable, Sendable {
    case none
    case choice(choose: Int?)
    case ordering(items: [Label], distractors: [Label])
    case matching(pairs: [MatchingPair], distractors: [Label])
    case hotspot(regions: [Region])
    case simulation(World)
}

/// A piece of text that is moved or paired by its id.
public struct Label: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var text: String
    public var why: String?

    public init(id: String, text: String, why: String? = nil) {
        self.id = id
        self.text = text
        self.why = why
    }
}

/// A left side and the right side that belongs to it.
public struct MatchingPair: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var left: String
    public var right: String
    public var why: String?

    public init(id: String, left: String, right: String, why: String? = nil) {
        self.id = id
        self.left = left
        self.right = right
        self.why = why
    }
}

/// A part of an exhibit that can be chosen: one line, grapheme columns `from…to`, counted from 1, both inclusive.
public struct Region: Codable, Equatable, Identifiable, Sendable {
    public var id: String
    public var label: String
    public var line: Int
    public var from: Int
    public var to: Int
    public var isCorrect: Bool
    public var why: String?

    public init(id: String, label: String, line: Int, from: Int, to: Int, isCorrect: Bool, why: String? = nil) {
        self.id = id
        self.label = label
        self.line = line
        self.from = from
        self.to = to
        self.isCorrect = isCorrect
        self.why = why
    }
}

/// A small command-line world: its state, the commands that change it, and the goals its final state is scored by.
public struct World: Codable, Equatable, Sendable {
    public enum Shell: String, Codable, CaseIterable, Sendable { case ios, posix, kubectl, aws }

    /// A state variable. Text that looks like a number stays text unless the author left it unquoted.
    public enum Value: Codable, Equatable, Sendable {
        case flag(Bool)
        case number(Int)
        case text(String)
    }

    public struct Device: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        /// A template over the state, e.g. `{{host}}{{mode}}`.
        public var prompt: String

        public init(id: String, prompt: String) {
            self.id = id
            self.prompt = prompt
        }
    }

    public struct Command: Codable, Equatable, Sendable {
        public var modes: [String]
        /// A pattern with captures.
        public var match: String
        public var set: [String: Value]
        /// A template over the state.
        public var print: String

        public init(modes: [String] = [], match: String, set: [String: Value] = [:], print: String = "") {
            self.modes = modes
            self.match = match
            self.set = set
            self.print = print
        }
    }

    public struct Goal: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        public var when: [String: Value]
        public var points: Int
        public var why: String?

        public init(id: String, when: [String: Value], points: Int = 1, why: String? = nil) {
            self.id = id
            self.when = when
            self.points = points
            self.why = why
        }
    }

    public var shell: Shell
    public var devices: [Device]
    public var state: [String: Value]
    public var commands: [Command]
    public var goals: [Goal]
    /// Commands that reach every goal.
    public var solution: [String]

    public init(
        shell: Shell, devices: [Device], state: [String: Value], commands: [Command], goals: [Goal], solution: [String]
    ) {
        self.shell = shell
        self.devices = devices
        self.state = state
        self.commands = commands
        self.goals = goals
        self.solution = solution
    }
}
