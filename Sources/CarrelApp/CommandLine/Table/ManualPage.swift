/// `carrel.1`, in the man macros of groff and mandoc: made from the table of commands, `ManualText` and the tables of
/// keys, and the same at every time.
struct ManualPage {
    var table = CommandTable.carrel

    var text: String {
        var lines = [
            ".TH CARREL 1 \(CommandLineEntry.versionDay) \"Carrel \(CommandLineEntry.version)\" \"User Commands\"",
            // Names of members and paths are not to be broken, nor is the space between words to be stretched.
            ".nh", ".ad l", ".SH NAME", "carrel \\- study desk in the terminal", ".SH SYNOPSIS",
        ]
        lines += table.commands.map(synopsis).joined(separator: [".br"])
        lines += [".SH DESCRIPTION"] + Roff.paragraphs(ManualText.description)
        lines += [".SH COMMANDS"] + table.commands.flatMap(Self.command)
        lines += [".PP"] + Roff.lines(CommandTable.topics)
        lines += [".SH OPTIONS", "These go with every command, before or after it."]
        lines += table.common.flatMap(Self.option)
        lines += [".SH KEYS"] + Roff.paragraphs(ManualText.keys) + Self.keys.flatMap(Self.keys)
        lines += [".SH CONFIGURATION"] + Self.configuration
        lines += [".SH EXAMPLES"] + ManualText.examples.flatMap { Roff.item($0.line, $0.meaning) }
        lines += [".SH JSON"] + Roff.paragraphs(ManualText.json) + table.commands.flatMap(Self.shape)
        lines += [".SH EXIT STATUS"]
        lines += CommandTable.exitStatuses.flatMap { Roff.item($0.status, Self.sentence($0.meaning)) }
        lines += [".SH FILES"] + Roff.paragraphs([CommandTable.files])
        lines += ManualText.files.flatMap { Roff.item($0.name, $0.meaning) }
        lines += [".SH ENVIRONMENT"] + ManualText.environment.flatMap { Roff.item($0.name, $0.meaning) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `carrel list WHAT [--in ID] [--json]`.
    private func synopsis(_ command: CommandTable.Command) -> [String] {
        let name = ["carrel", command.name].filter { !$0.isEmpty }.joined(separator: " ")
        let options = command.name.isEmpty ? ["[OPTION…]"] : command.options.map { "[\($0.usage)]" }
        let rest = (command.operands.map(\.usage) + options).joined(separator: " ")
        return [".B \(Roff.escaped(name))"] + Roff.lines(rest)
    }

    private static func command(_ command: CommandTable.Command) -> [String] {
        let words = [sentence(command.help), command.details].filter { !$0.isEmpty }.joined(separator: " ")
        let options = command.options.flatMap(option)
        return Roff.item(command.usage, words) + (options.isEmpty ? [] : [".RS"] + options + [".RE"])
    }

    private static func option(_ option: CommandTable.Option) -> [String] {
        Roff.item(option.usage, sentence(option.help))
    }

    private static func shape(_ command: CommandTable.Command) -> [String] {
        guard let json = command.json else { return [] }
        let shapes = json.split(separator: "\n").map { Roff.lines(String($0)) }
        return [".TP", ".B \(Roff.escaped(command.name))"] + shapes.joined(separator: [".br"])
    }

    /// What begins with a value keeps it as it is typed.
    private static func sentence(_ text: String) -> String {
        let isValue = text.split(separator: " ").dropFirst().first == "(default),"
        return (isValue ? String(text.prefix(1)) : text.prefix(1).uppercased()) + text.dropFirst() + "."
    }

    // MARK: Configuration

    private static var configuration: [String] {
        var lines = Roff.paragraphs(ManualText.configuration)
        for key in MachineSettings.Key.allCases {
            let allowed = "It may be \(key.allowed); usually it is \(key.usual)."
            lines += Roff.item(key.rawValue, "\(key.manualWords) \(allowed)")
        }
        lines += [".SS Keys of one's own"] + Roff.paragraphs(ManualText.ownKeys)
        for table in KeyTableInfo.all {
            let actions = table.rows(in: .usual).filter { !$0.isLabels }.map(\.action).joined(separator: ", ")
            lines += Roff.item(table.context.rawValue, "\(sentence(table.context.place)) \(actions)")
        }
        return lines
    }

    // MARK: Keys

    /// The keys of a context, whatever decides which of them are possible.
    private static func keys(_ topic: HelpTopic) -> [String] {
        var lines = [".SS \(Roff.escaped(topic.title))", ".PD 0"]
        for entry in topic.entries {
            let keys = entry.shown ?? entry.keys.map { $0.label(ascii: true) }.joined(separator: " ")
            lines += [".TP 16", ".B \(Roff.escaped(keys))"] + Roff.lines(sentence(entry.text))
        }
        return lines + [".PD"]
    }

    private static let keys: [HelpTopic] = [
        KeyTable.list.everything, KeyTable.choice.everything, KeyTable.field.everything,
        KeyTable.grading.everything, KeyTable.answered.everything,
        KeyTable.reader.everything, KeyTable.search.everything, .everywhere(in: .list),
    ]
}

extension KeyTable {
    /// Help of every binding, those that say the same as one.
    fileprivate var everything: HelpTopic {
        var entries: [HelpEntry] = []
        for binding in bindings {
            if let index = entries.firstIndex(where: { $0.text == binding.help }) {
                entries[index].keys += binding.keys.filter { !entries[index].keys.contains($0) }
            } else {
                entries.append(HelpEntry(keys: binding.keys, shown: binding.shown, text: binding.help))
            }
        }
        return HelpTopic(title: context, entries: entries)
    }
}
