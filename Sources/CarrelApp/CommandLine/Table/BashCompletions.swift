/// Completions for bash, without the bash-completion package.
struct BashCompletions {
    var table = CommandTable.carrel

    var text: String {
        let names = table.commands.map(\.name).filter { !$0.isEmpty }.joined(separator: " ")
        let common = table.common.map(\.name).joined(separator: " ")
        let valued = (table.common + table.commands.flatMap(\.options)).filter { $0.value != nil }.map(\.name)
        return """
            # bash completion for carrel, made by: carrel completions bash
            _carrel() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" place=0 at
                COMPREPLY=()
                for ((at = 1; at < COMP_CWORD; at++)); do
                    case "${COMP_WORDS[at]}" in
                        \(Self.distinct(valued).joined(separator: "|"))) ((at++)) ;;
                        -*) ;;
                        *) if [[ -z $command ]]; then command="${COMP_WORDS[at]}"; else ((place++)); fi ;;
                    esac
                done
                case "$before" in
            \(optionCases.joined(separator: "\n"))
                esac
                local options="\(common)"
                case "$command" in
            \(table.commands.filter { !$0.name.isEmpty && !$0.options.isEmpty }.map(Self.options).joined(separator: "\n"))
                esac
                if [[ $word == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$word"))
                    return
                fi
                case "$command" in
                    "") COMPREPLY=($(compgen -W "\(names)" -- "$word")) ;;
            \(table.commands.filter { !$0.operands.isEmpty }.map(Self.operands).joined(separator: "\n"))
                esac
            }
            complete -F _carrel carrel

            """
    }

    private var optionCases: [String] {
        var seen: Set<String> = []
        return (table.common + table.commands.flatMap(\.options)).compactMap { option in
            guard option.value != nil, seen.insert(option.name).inserted else { return nil }
            return "        \(option.name)) \(Self.reply(option.takes)); return ;;"
        }
    }

    private static func options(_ command: CommandTable.Command) -> String {
        "        \(command.name)) options+=\" \(command.options.map(\.name).joined(separator: " "))\" ;;"
    }

    private static func operands(_ command: CommandTable.Command) -> String {
        let cases = command.operands.enumerated().map { index, operand in
            "\(operand.isRepeated ? "*" : "\(index)")) \(reply(operand.takes)) ;;"
        }
        return "        \(command.name)) case $place in \(cases.joined(separator: " ")) esac ;;"
    }

    private static func reply(_ value: CommandTable.Value) -> String {
        switch value {
        case .choice(let words): return "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
        case .file: return "COMPREPLY=($(compgen -f -- \"$word\"))"
        case .directory: return "COMPREPLY=($(compgen -d -- \"$word\"))"
        case .text, .number: return "COMPREPLY=()"
        case .topic, .question, .session:
            let asked = (CompletedIDs.commands(for: value) ?? []).joined(separator: "; ")
            return "COMPREPLY=($(compgen -W \"$(\(asked))\" -- \"$word\"))"
        }
    }

    private static func distinct(_ names: [String]) -> [String] { Set(names).sorted() }
}
