/// Completions for zsh: a function for a directory of `$fpath`.
struct ZshCompletions {
    var table = CommandTable.carrel

    var text: String {
        """
        #compdef carrel
        # zsh completion for carrel, made by: carrel completions zsh
        _carrel_ids() {
            local -a ids
            ids=(${(f)"$($carrel $given "$@" 2> /dev/null)"})
            [[ $PREFIX == t* ]] || ids=(${ids:#tag:*})
            compadd -a ids
        }
        _carrel() {
            local carrel=${${(Q)words[1]}/#\\~\\//$HOME/} context state line at
            local -a common commands given
            local -A opt_args
            for ((at = 2; at < CURRENT; at++)); do
                case $words[at] in
                    (\(deciding("|", "=*"))) given+=(${(Q)words[at]}) ;;
                    (\(deciding("|"))) given+=($words[at] ${${(Q)words[at+1]}/#\\~\\//$HOME/}) ;;
                esac
            done
            common=(
        \(table.common.map { "        \(Self.argument($0))" }.joined(separator: "\n"))
            )
            commands=(
        \(table.named.map { "        '\($0.name):\(Self.escaped($0.help))'" }.joined(separator: "\n"))
            )
            _arguments -C -S -A '-*' $common '1: :->command' '*:: :->rest'
            case $state in
                (command) _describe command commands ;;
                (rest)
                    case $words[1] in
        \(table.named.map(Self.command).joined(separator: "\n"))
                    esac ;;
            esac
        }
        # As a file of $fpath this is the function itself; read by source it only tells zsh of it.
        if [[ $funcstack[1] == _carrel ]]; then
            _carrel "$@"
        else
            compdef _carrel carrel
        fi

        """
    }

    private func deciding(_ separator: String, _ end: String = "") -> String {
        CompletedIDs.deciding.map { $0 + end }.joined(separator: separator)
    }

    private static func command(_ command: CommandTable.Command) -> String {
        let options = command.options.map(argument)
        let operands = command.operands.enumerated().map { index, operand in
            let place = operand.isRepeated ? "*" : operand.isOptional ? "\(index + 1):" : "\(index + 1)"
            return "'\(place):\(operand.name):\(action(operand.takes))'"
        }
        let arguments = (["-S", "$common"] + options + operands).joined(separator: " ")
        return "                (\(command.name)) _arguments \(arguments) ;;"
    }

    private static func argument(_ option: CommandTable.Option) -> String {
        guard let value = option.value else { return "'\(option.name)[\(escaped(option.help))]'" }
        // The value may follow in the next word, or after an equals sign.
        return "'\(option.name)=[\(escaped(option.help))]:\(value):\(action(option.takes))'"
    }

    private static func action(_ value: CommandTable.Value) -> String {
        switch value {
        case .choice(let words): return "(\(words.joined(separator: " ")))"
        case .file: return "_files"
        case .directory: return "_files -/"
        case .text, .number: return " "
        case .topic, .certification, .question, .session:
            // The space before it keeps zsh from adding options of its own to the call.
            return CompletedIDs.arguments(for: value).map { " _carrel_ids \($0)" } ?? " "
        }
    }

    /// Within single quotes, brackets and colons.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            switch character {
            case "'": out += "'\\''"
            case "[", "]", ":", "\\": out += "\\\(character)"
            default: out.append(character)
            }
        }
    }
}
