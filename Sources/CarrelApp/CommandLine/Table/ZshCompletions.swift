/// Completions for zsh: a function for a directory of `$fpath`.
struct ZshCompletions {
    var table = CommandTable.carrel

    var text: String {
        let named = table.commands.filter { !$0.name.isEmpty }
        let commands = named.map { "        '\($0.name):\(Self.escaped($0.help))'" }.joined(separator: "\n")
        let common = table.common.map { "    \(Self.argument($0))" }.joined(separator: "\n")
        return """
            #compdef carrel
            # zsh completion for carrel, made by: carrel completions zsh
            _carrel_ids() {
                local -a ids
                ids=(${(f)"$(eval $1)"})
                compadd -a ids
            }
            _carrel() {
                local -a common commands
                common=(
            \(common)
                )
                commands=(
            \(commands)
                )
                local context state line
                _arguments -C $common '1: :->command' '*:: :->rest'
                case $state in
                    command) _describe command commands ;;
                    rest)
                        case $words[1] in
            \(named.map(Self.command).joined(separator: "\n"))
                        esac ;;
                esac
            }
            _carrel "$@"

            """
    }

    private static func command(_ command: CommandTable.Command) -> String {
        let options = command.options.map(argument)
        let operands = command.operands.enumerated().map { index, operand in
            let place = operand.isRepeated ? "*" : "\(index + 1)"
            return "'\(place):\(operand.name):\(action(operand.takes))'"
        }
        let arguments = (["$common"] + options + operands).joined(separator: " ")
        return "                \(command.name)) _arguments \(arguments) ;;"
    }

    private static func argument(_ option: CommandTable.Option) -> String {
        let value = option.value.map { ":\($0):\(action(option.takes))" } ?? ""
        return "'\(option.name)[\(escaped(option.help))]\(value)'"
    }

    private static func action(_ value: CommandTable.Value) -> String {
        switch value {
        case .choice(let words): return "(\(words.joined(separator: " ")))"
        case .file: return "_files"
        case .directory: return "_files -/"
        case .text, .number: return " "
        case .topic, .question, .session:
            let asked = (CompletedIDs.commands(for: value) ?? []).joined(separator: "; ")
            return "_carrel_ids \"\(asked)\""
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
