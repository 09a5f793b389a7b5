/// Completions for fish.
struct FishCompletions {
    var table = CommandTable.carrel

    var text: String {
        let named = table.commands.filter { !$0.name.isEmpty }
        var lines = ["# fish completion for carrel, made by: carrel completions fish", "complete -c carrel -f"]
        lines += table.common.map { "complete -c carrel " + Self.option($0) }
        lines += named.map { "complete -c carrel -n __fish_use_subcommand -a \($0.name) -d \(Self.quoted($0.help))" }
        for command in named {
            let after = "complete -c carrel -n '__fish_seen_subcommand_from \(command.name)' "
            lines += command.options.map { after + Self.option($0) }
            lines += command.operands.compactMap { Self.arguments($0.takes).map { after + $0 } }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func option(_ option: CommandTable.Option) -> String {
        let name = "-l \(option.name.dropFirst(2)) -d \(quoted(option.help))"
        guard option.value != nil else { return name }
        return "\(name) -x" + (arguments(option.takes).map { " " + $0 } ?? "")
    }

    private static func arguments(_ value: CommandTable.Value) -> String? {
        switch value {
        case .choice(let words): return "-a \(quoted(words.joined(separator: " ")))"
        case .file: return "-F"
        case .directory: return "-a '(__fish_complete_directories)'"
        case .text, .number: return nil
        case .topic, .question, .session:
            return CompletedIDs.commands(for: value).map { "-a '(\($0.joined(separator: "; ")))'" }
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
    }
}
