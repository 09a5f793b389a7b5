/// The commands and options of the command line, as data: parsing, help and suggestions read this table.
struct CommandTable: Sendable {
    /// An option, e.g. `--count N`.
    struct Option: Equatable, Sendable {
        var name: String
        /// What stands for the value in help; nil for a switch.
        var value: String?
        var help: String
    }

    struct Command: Equatable, Sendable {
        /// Empty for the program without a command.
        var name: String
        /// The operands as help shows them; `…` after the last allows more, brackets make one optional.
        var operands: [String] = []
        var options: [Option] = []
        var help: String

        var required: Int { operands.count { !$0.hasPrefix("[") } }
        var allowed: Int { operands.last?.contains("…") == true ? .max : operands.count }
    }

    var commands: [Command]
    /// Understood before and after every command.
    var common: [Option]

    static let carrel = CommandTable(
        commands: [
            Command(name: "", help: "open the desk"),
            Command(
                name: "practice", operands: ["ID"],
                options: [Option(name: "--count", value: "N", help: "questions to draw, or all (default 10)")],
                help: "practise what ID names (see below)"),
            Command(
                name: "resume", operands: ["[SESSION]"], help: "go on with a session, the one left last by default"),
            Command(
                name: "load", operands: ["[DIRECTORY…]"], options: [json],
                help: "read the packs that changed, and those under DIRECTORY"),
            Command(
                name: "lint", operands: ["[PATH…]"],
                options: [json, Option(name: "--fix", help: "write missing option ids into the files")],
                help: "check packs; the built-in ones by default"),
            Command(
                name: "doctor",
                options: [Option(name: "--rebuild", help: "fold the learner's tables anew from the journal")],
                help: "check the learner's file and say what it holds"),
        ],
        common: [
            Option(name: "--db", value: "FILE", help: "the learner's file"),
            Option(name: "--data", value: "DIR", help: "where the built-in packs are"),
            Option(name: "--ascii", help: "draw with ASCII characters only"),
            Option(name: "--no-color", help: "draw without colour"),
            Option(name: "--help", help: "say how Carrel is used"),
            Option(name: "--version", help: "say which version this is"),
        ])

    private static let json = Option(name: "--json", help: "print JSON")

    func command(_ name: String) -> Command? { commands.first { $0.name == name } }

    /// What `carrel --help` prints.
    var help: String {
        func row(_ left: String, _ right: String) -> String {
            left.count < 34
                ? "  \(left)" + String(repeating: " ", count: 34 - left.count) + right
                : "  \(left)\n" + String(repeating: " ", count: 36) + right
        }
        func spelled(_ option: Option) -> String { option.value.map { "\(option.name) \($0)" } ?? option.name }
        var lines = ["Carrel, a study desk in the terminal.", "", "Usage: carrel [COMMAND] [OPTION…]", "", "Commands:"]
        for command in commands {
            let usage = (["carrel", command.name] + command.operands).filter { !$0.isEmpty }.joined(separator: " ")
            lines.append(row(usage, command.help))
            lines += command.options.map { row("    " + spelled($0), $0.help) }
        }
        lines += ["", "Options:"] + common.map { row(spelled($0), $0.help) }
        lines += [
            "", "ID is a channel, a certification, a learning path, a part of one (networking/dns), a question,",
            "a tag (tag:NAME), bookmarks, or wrong for what was answered wrong last.",
            "", "The learner's file is --db, else CARREL_DB, else $XDG_DATA_HOME/carrel/carrel.db,",
            "else ~/.local/share/carrel/carrel.db. Packs are found under --data, else CARREL_DATA,",
            "else beside the program; your own lie in carrel/packs beside the learner's file's usual place.",
            "", "Exit status: 0 done, 1 found or failed, 2 wrong use, 128+N ended by signal N.",
        ]
        return lines.joined(separator: "\n")
    }
}

extension CommandTable.Option {
    init(name: String, help: String) { self.init(name: name, value: nil, help: help) }
}
