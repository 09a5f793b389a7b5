/// A library of commands that worlds build on: `data/shells/<id>.yaml`.
///
/// Patterns, templates, conditions and keys are kept as their author wrote them; `SimulationSyntax` says what is wrong
/// with one, and a simulation leaves out what it cannot understand.
public struct Shell: Codable, Equatable, Identifiable, Sendable {
    /// How a line is taken apart.
    public enum Syntax: String, Codable, CaseIterable, Sendable {
        /// Words between spaces that may be abbreviated, as on network gear.
        case words
        /// Quoted arguments, options in any place, pipes and redirections, as in a Unix shell.
        case arguments
    }

    /// A state of the prompt in which some commands are known and others are not.
    public struct Mode: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        /// A template over the device's state.
        public var prompt: String
        /// The mode whose commands are tried when none of this one fits.
        public var parent: String?

        public init(id: String, prompt: String, parent: String? = nil) {
            self.id = id
            self.prompt = prompt
            self.parent = parent
        }
    }

    /// A kind of capture: `<name:type>`.
    public struct CaptureType: Codable, Equatable, Sendable {
        /// Names with a number behind them, e.g. `GigabitEthernet0/1`; empty for another kind.
        public var names: [String]
        /// Words it stands for, each with the one that is captured, e.g. `po: pods`.
        public var words: [String: String]
        /// What stands before the value without being captured, e.g. `deployment/`.
        public var prefixes: [String]
        /// What may stand behind the value and is left off, e.g. `.service`.
        public var ending: String?
        /// Numbers, as `1-4094`.
        public var range: String?
        /// One of the engine's kinds: `word`, `ipv4`, `mask`, …
        public var kind: String?
        /// Takes several, as `Gi0/1 - 4`; they are captured as lines.
        public var isRange: Bool
        /// Where its words are kinds of resources, the short names among them: all others are known in any case, and
        /// `kind/name` in one word is the kind with the name behind it.
        public var shortNames: [String]?
        /// What the help lists it as, e.g. `A.B.C.D`.
        public var label: String?
        public var help: String?

        public init(
            names: [String] = [], words: [String: String] = [:], prefixes: [String] = [], ending: String? = nil,
            range: String? = nil,
            kind: String? = nil, isRange: Bool = false, shortNames: [String]? = nil,
            label: String? = nil, help: String? = nil
        ) {
            self.names = names
            self.words = words
            self.prefixes = prefixes
            self.ending = ending
            self.range = range
            self.kind = kind
            self.isRange = isRange
            self.shortNames = shortNames
            self.label = label
            self.help = help
        }
    }

    /// What the real tool says of a line it does not understand: templates over `<line>`, `<word>`, `<near>` (the known
    /// word that may be meant by it), `<marker>`, `<known>`, `<program>`, `<option>` and `<names>`.
    public struct Errors: Codable, Equatable, Sendable {
        /// The first words these texts are for; empty for all.
        public var programs: [String]
        public var unknown: String?
        public var incomplete: String?
        public var ambiguous: String?
        public var option: String?
        public var value: String?

        public init(
            programs: [String] = [], unknown: String? = nil, incomplete: String? = nil, ambiguous: String? = nil,
            option: String? = nil, value: String? = nil
        ) {
            self.programs = programs
            self.unknown = unknown
            self.incomplete = incomplete
            self.ambiguous = ambiguous
            self.option = option
            self.value = value
        }
    }

    public var id: String
    public var title: String
    /// The shell whose commands and texts come after these.
    public var base: String?
    public var syntax: Syntax
    /// The first one is where a device starts.
    public var modes: [Mode]
    /// The first state of every device.
    public var state: [String: World.Value]
    /// What a world may state besides, with what it means: `if.<name>.link`.
    public var variables: [String: String]
    public var types: [String: CaptureType]
    /// Templates that others include, by name.
    public var fragments: [String: String]
    /// Short forms and other names, by table.
    public var tables: [String: [String: String]]
    /// What the help says of a word, or of a word behind others: `show ip`.
    public var help: [String: String]
    public var errors: [Errors]
    public var commands: [ShellCommand]
    /// Builtins that bring the state in order after every command, e.g. a cluster's controllers.
    public var settle: [String]

    public init(
        id: String, title: String, base: String? = nil, syntax: Syntax, modes: [Mode],
        state: [String: World.Value] = [:], variables: [String: String] = [:], types: [String: CaptureType] = [:],
        fragments: [String: String] = [:],
        tables: [String: [String: String]] = [:], help: [String: String] = [:], errors: [Errors] = [],
        commands: [ShellCommand], settle: [String] = []
    ) {
        self.id = id
        self.title = title
        self.base = base
        self.syntax = syntax
        self.modes = modes
        self.state = state
        self.variables = variables
        self.types = types
        self.fragments = fragments
        self.tables = tables
        self.help = help
        self.errors = errors
        self.commands = commands
        self.settle = settle
    }

    /// This shell with all that another one has besides; where both say something, this one's counts.
    public func extending(_ other: Shell) -> Shell {
        var whole = self
        whole.base = other.base
        whole.modes += other.modes.filter { mode in !modes.contains { $0.id == mode.id } }
        whole.state.merge(other.state) { own, _ in own }
        whole.variables.merge(other.variables) { own, _ in own }
        whole.types.merge(other.types) { own, _ in own }
        whole.fragments.merge(other.fragments) { own, _ in own }
        whole.tables.merge(other.tables) { own, _ in own }
        whole.help.merge(other.help) { own, _ in own }
        whole.errors += other.errors
        whole.commands += other.commands
        whole.settle += other.settle
        return whole
    }
}

/// A command of a shell or of a world: what is typed, what then holds, and what is said.
public struct ShellCommand: Codable, Equatable, Sendable {
    /// What a command does when its condition holds.
    public struct Outcome: Codable, Equatable, Sendable {
        /// Nil when it always holds.
        public var when: String?
        /// Templates by key; a key that stands for several sets them all. In the author's order.
        public var set: [Assignment]
        /// Keys, or `group.member` for all of a member.
        public var unset: [String]
        /// Lines that are added to a variable, unless they are among its lines.
        public var append: [Assignment]
        /// Lines that are taken out of a variable.
        public var remove: [Assignment]
        public var mode: String?
        public var print: String?
        /// Printed instead; and nothing changes.
        public var error: String?
        /// How the command ends, where not with 0, or with 1 behind an error: what `$?` says.
        public var status: Int?
        /// A line that is run in its stead, in the mode named before a colon: `priv: {{<line>}}`.
        public var instead: String?

        public init(
            when: String? = nil, set: [Assignment] = [], unset: [String] = [], append: [Assignment] = [],
            remove: [Assignment] = [], mode: String? = nil, print: String? = nil, error: String? = nil,
            status: Int? = nil, instead: String? = nil
        ) {
            self.when = when
            self.set = set
            self.unset = unset
            self.append = append
            self.remove = remove
            self.mode = mode
            self.print = print
            self.error = error
            self.status = status
            self.instead = instead
        }
    }

    public struct Assignment: Codable, Equatable, Sendable {
        public var key: String
        public var value: World.Value

        public init(key: String, value: World.Value) {
            self.key = key
            self.value = value
        }
    }

    /// The modes it is known in; empty for all.
    public var modes: [String]
    /// Patterns, each of which it is.
    public var match: [String]
    /// `-n|--namespace <namespace>`, `-A|--all-namespaces`, `--instance-ids <ids>...`.
    public var options: [String]
    public var help: String?
    /// Known only where this holds.
    public var available: String?
    /// One of the engine's own, e.g. `grep`.
    public var run: String?
    /// The first one whose condition holds.
    public var outcomes: [Outcome]

    public init(
        modes: [String] = [], match: [String], options: [String] = [], help: String? = nil, available: String? = nil,
        run: String? = nil, outcomes: [Outcome] = []
    ) {
        self.modes = modes
        self.match = match
        self.options = options
        self.help = help
        self.available = available
        self.run = run
        self.outcomes = outcomes
    }
}
