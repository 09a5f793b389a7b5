/// Completions for fish.
struct FishCompletions {
    var table = CommandTable.carrel

    var text: String {
        var lines = [placing, "complete -c carrel -f"]
        lines += table.common.map { "complete -c carrel " + Self.option($0) }
        lines += table.named.map { "complete -c carrel -n __carrel_at -a \($0.name) -d \(Self.quoted($0.help))" }
        for command in table.named {
            let within = "complete -c carrel -n '__carrel_at \(command.name)' "
            lines += command.options.map { within + Self.option($0) }
            lines += command.operands.enumerated().compactMap { index, operand in
                guard let arguments = Self.arguments(operand.takes) else { return nil }
                let place = operand.isRepeated ? "" : " \(index)"
                return "complete -c carrel -n '__carrel_at \(command.name)\(place)' \(arguments)"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where in the line a word is completed: `__carrel_at COMMAND PLACE`, without arguments before any command.
    private var placing: String {
        """
        # fish completion for carrel, made by: carrel completions fish
        function __carrel_at
            set -l words (commandline -opc)
            set -e words[1]
            set -l command
            set -l place 0
            set -l is_value 0
            for word in $words
                if test $is_value = 1
                    set is_value 0
                    continue
                end
                switch $word
                    case \(table.valued.joined(separator: " "))
                        set is_value 1
                    case '-*'
                    case '*'
                        if test -z "$command"
                            set command $word
                        else
                            set place (math $place + 1)
                        end
                end
            end
            test "$command" = "$argv[1]"; and test (count $argv) -lt 2 -o "$place" = "$argv[2]"
        end
        function __carrel_ids
            set -l words (commandline -opc | string replace -r '^~/' "$HOME/")
            set -l given
            for at in (seq 2 (count $words))
                switch $words[$at]
                    case \(CompletedIDs.deciding.map { "'\($0)=*'" }.joined(separator: " "))
                        set -a given $words[$at]
                    case \(CompletedIDs.deciding.joined(separator: " "))
                        set -a given $words[$at] $words[(math $at + 1)]
                end
            end
            if string match -q 't*' -- (commandline -ct)
                $words[1] $given $argv 2>/dev/null
            else
                $words[1] $given $argv 2>/dev/null | string match -v 'tag:*'
            end
        end
        """
    }

    private static func option(_ option: CommandTable.Option) -> String {
        let name = "-l \(option.name.dropFirst(2)) -d \(quoted(option.help))"
        guard option.value != nil else { return name }
        // A file is no exclusive value to fish, which has a name for those alone.
        let kind = option.takes == .file ? "-r" : "-x"
        return "\(name) \(kind)" + (arguments(option.takes).map { " " + $0 } ?? "")
    }

    private static func arguments(_ value: CommandTable.Value) -> String? {
        switch value {
        case .choice(let words): "-a \(quoted(words.joined(separator: " ")))"
        case .file: "-F"
        case .directory: "-a '(__fish_complete_directories)'"
        case .text, .number: nil
        case .topic, .certification, .question, .session:
            CompletedIDs.arguments(for: value).map { "-a '(__carrel_ids \($0))'" }
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
    }
}
