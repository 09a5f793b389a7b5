/// The commands and options of the command line, as data: parsing, help, the manual and the completions of shells read
/// this table and nothing else.
struct CommandTable: Sendable {
    /// What an operand, or an option's value, may be: checked where it can be, and completed by shells.
    enum Value: Equatable, Sendable {
        case text, number, file, directory
        /// One of these words.
        case choice([String])
        /// What `carrel practice` takes, and what else is known by id.
        case topic, certification, question, session
    }

    /// What follows a command's name.
    struct Operand: Equatable, Sendable {
        var name: String
        var takes: Value = .text
        var isOptional = false
        /// More than one may be given.
        var isRepeated = false

        /// `ID`, `[SESSION]`, `[PATH…]`.
        var usage: String {
            let words = isRepeated ? name + "…" : name
            return isOptional ? "[\(words)]" : words
        }
    }

    /// An option, e.g. `--count N`.
    struct Option: Equatable, Sendable {
        var name: String
        /// What stands for the value in help; nil for a switch.
        var value: String?
        var takes: Value = .text
        var help: String

        init(_ name: String, _ value: String? = nil, _ takes: Value = .text, help: String) {
            self.name = name
            self.value = value
            self.takes = takes
            self.help = help
        }

        /// `--count N`.
        var usage: String { value.map { "\(name) \($0)" } ?? name }
    }

    struct Command: Equatable, Sendable {
        /// Empty for the program without a command.
        var name: String
        var operands: [Operand] = []
        var options: [Option] = []
        /// Half a line, for the list of commands.
        var help: String
        /// Whole sentences, for the command's own help and the manual.
        var details = ""
        /// The shape of what `--json` prints, nil where there is none: `{name, name?, name: {…}, name: [{…}],
        /// name: [text]}` are an object's members, the one with a question mark left out where there is nothing to
        /// say. Where operands choose between shapes, there is one a line, each after its operand: `sessions: [{…}]`.
        var json: String?

        /// The program without a command.
        static let desk = Command(
            name: "", help: "open the desk",
            details: "The desk needs a terminal; with --plain, or TERM=dumb, it asks line by line.")

        var required: Int { operands.count { !$0.isOptional } }
        var allowed: Int { operands.last?.isRepeated == true ? .max : operands.count }

        /// `carrel practice ID`.
        var usage: String {
            (["carrel", name] + operands.map(\.usage)).filter { !$0.isEmpty }.joined(separator: " ")
        }

        /// What the operand at `index` may be; nil where there is none.
        func operand(at index: Int) -> Operand? {
            if operands.indices.contains(index) { return operands[index] }
            return operands.last.flatMap { $0.isRepeated ? $0 : nil }
        }
    }

    /// Understood before and after every command.
    let common: [Option]
    private let makeCommands: @Sendable () -> [Command]

    /// - Parameter commands: Made when they are asked for: most starts name none.
    init(commands: @autoclosure @escaping @Sendable () -> [Command], common: [Option]) {
        makeCommands = commands
        self.common = common
    }

    var commands: [Command] { makeCommands() }

    func command(_ name: String) -> Command? { commands.first { $0.name == name } }
}
