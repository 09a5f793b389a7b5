/// What `--help` prints.
struct HelpText {
    var table = CommandTable.carrel

    private static let columns = 100
    private static let indent = 36

    /// Of the whole program.
    var program: String {
        var lines = ["Carrel, a study desk in the terminal.", "", "Usage: carrel [COMMAND] [OPTION…]", "", "Commands:"]
        for command in table.commands {
            lines += Self.row(command.usage, command.help)
            lines += command.options.flatMap { Self.row("    " + $0.usage, $0.help) }
        }
        lines += ["", "Options:"] + table.common.flatMap { Self.row($0.usage, $0.help) }
        for text in [CommandTable.topics, CommandTable.files] { lines += [""] + Self.wrapped(text, at: 0) }
        let statuses = CommandTable.exitStatuses.map { "\($0.status) \($0.meaning)" }.joined(separator: "; ")
        return (lines + [""] + Self.wrapped("Exit status: \(statuses).", at: 0)).joined(separator: "\n")
    }

    /// Of one command.
    func text(of command: CommandTable.Command) -> String {
        var lines = ["Usage: \(command.usage) [OPTION…]", ""]
        let summary = command.help.prefix(1).uppercased() + command.help.dropFirst() + "."
        lines += Self.wrapped(summary + (command.details.isEmpty ? "" : " " + command.details), at: 0)
        if command.operands.contains(where: { $0.takes == .topic }) {
            lines += [""] + Self.wrapped(CommandTable.topics, at: 0)
        }
        if !command.options.isEmpty {
            lines += ["", "Options:"] + command.options.flatMap { Self.row($0.usage, $0.help) }
        }
        lines += ["", "Options of every command:"] + table.common.flatMap { Self.row($0.usage, $0.help) }
        if let json = command.json { lines += ["", "JSON:"] + json.split(separator: "\n").map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }

    private static func row(_ left: String, _ right: String) -> [String] {
        let words = wrapped(right, at: indent)
        let margin = String(repeating: " ", count: indent)
        guard left.count < indent - 2 else { return ["  \(left)"] + words.map { margin + $0 } }
        let first = "  \(left)" + String(repeating: " ", count: indent - 2 - left.count) + (words.first ?? "")
        return [first] + words.dropFirst().map { margin + $0 }
    }

    /// `text` in lines that fit after `indent` columns.
    private static func wrapped(_ text: String, at indent: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= columns - indent {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
