/// `carrel.1`, in the man macros of groff and mandoc.
struct ManualPage {
    var table = CommandTable.carrel

    var text: String {
        var lines = [
            ".TH CARREL 1 \"\" \"Carrel \(CommandLineEntry.version)\" \"User Commands\"", ".SH NAME",
            "carrel \\- study desk in the terminal", ".SH SYNOPSIS",
        ]
        lines += table.commands.flatMap { [".B carrel", Self.escaped($0.usage.dropFirst(6).description), ".br"] }
        lines += [".SH DESCRIPTION"] + paragraphs(Self.description)
        lines.append(".SH COMMANDS")
        for command in table.commands {
            lines += [".TP", ".B \(Self.escaped(command.usage))"]
            lines.append(Self.escaped(command.help.prefix(1).uppercased() + command.help.dropFirst() + "."))
            if !command.details.isEmpty { lines.append(Self.escaped(command.details)) }
            if !command.options.isEmpty { lines += [".RS"] + command.options.flatMap(Self.option) + [".RE"] }
        }
        lines += [".PP", Self.escaped(CommandTable.topics)]
        lines += [".SH OPTIONS"] + table.common.flatMap(Self.option)
        lines += [".SH JSON"] + paragraphs(Self.json)
        for command in table.commands {
            guard let shape = command.json else { continue }
            lines += [".TP", ".B \(Self.escaped(command.name))"]
            lines += shape.split(separator: "\n").flatMap { [Self.escaped(String($0)), ".br"] }
        }
        lines.append(".SH EXIT STATUS")
        lines += CommandTable.exitStatuses.flatMap { [".TP", ".B \($0.status)", Self.escaped($0.meaning + ".")] }
        lines += [".SH FILES"] + paragraphs([CommandTable.files] + Self.files)
        lines += [".SH ENVIRONMENT"]
        lines += Self.environment.flatMap { [".TP", ".B \($0.name)", Self.escaped($0.meaning)] }
        lines += [".SH SEE ALSO", ".BR man (1), .BR sqlite3 (1)"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static let description = [
        """
        Carrel asks questions, says why an answer is right or wrong, and remembers what you knew. It works offline, \
        over SSH and in tmux; everything you do is in one SQLite file that is yours.
        """,
        """
        Without a command it opens the desk. On every screen the line at the bottom names the keys that matter, and ? \
        lists all of them.
        """,
    ]

    private static let json = [
        """
        Every --json prints one value and a line end. Members with a question mark are left out where there is \
        nothing to say. Times are ISO 8601 in UTC. New members may be added; none is renamed or removed.
        """
    ]

    private static let files = [
        "The settings of this machine are in $XDG_CONFIG_HOME/carrel/config.yaml, else ~/.config/carrel/config.yaml."
    ]

    private static let environment: [(name: String, meaning: String)] = [
        ("CARREL_DB", "The learner's file, where --db names none."),
        ("CARREL_DATA", "Where the built-in packs are, where --data names no directory."),
        ("XDG_DATA_HOME, XDG_CONFIG_HOME", "Where the learner's file, packs and settings usually are."),
        ("VISUAL, EDITOR", "The editor that ^G opens for answers and notes."),
        ("NO_COLOR", "Set to anything: no colour."),
        ("TERM", "The terminal; dumb means lines instead of a full screen."),
    ]

    private func paragraphs(_ texts: [String]) -> [String] { texts.flatMap { [".PP", Self.escaped($0)] } }

    private static func option(_ option: CommandTable.Option) -> [String] {
        [
            ".TP", ".B \(escaped(option.usage))",
            escaped(option.help.prefix(1).uppercased() + option.help.dropFirst() + "."),
        ]
    }

    /// Text in which groff finds no commands: backslashes, dashes, and dots and quotes that begin a line.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            case "…": out += "..."
            default: out.append(character)
            }
        }
        return out.hasPrefix(".") || out.hasPrefix("'") ? "\\&" + out : out
    }
}
