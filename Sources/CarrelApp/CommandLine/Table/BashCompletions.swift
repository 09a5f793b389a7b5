/// Completions for bash, without the bash-completion package.
struct BashCompletions {
    var table = CommandTable.carrel

    var text: String {
        """
        # bash completion for carrel, made by: carrel completions bash
        \(Self.answering)
        _carrel() {
            local carrel="${1/#\\~\\//$HOME/}" word="" command="" option="" place=0 onlyOperands="" glue="" each at
            local words=() given=()
            COMPREPLY=()
            # bash takes words apart at = and :, which belong to them here.
            for ((at = 1; at <= COMP_CWORD; at++)); do
                each="${COMP_WORDS[at]}"
                if ((${#words[@]})) && [[ $glue || $each == [=:]* ]]; then
                    words[${#words[@]}-1]+="$each"
                else
                    words+=("$each")
                fi
                glue=""
                [[ $each && $each != *[!=:]* ]] && glue=1
            done
            for ((at = 0; at < ${#words[@]}; at++)); do
                word="${words[at]}"
                if ((at == ${#words[@]} - 1)); then break; fi
                if [[ $option ]]; then
                    option=""
                    continue
                fi
                case "$onlyOperands$word" in
                    --) onlyOperands=1 ;;
                    \(deciding("|", "=*"))) given+=("$word") ;;
                    \(deciding("|"))) option="$word" given+=("$word" "${words[at+1]/#\\~\\//$HOME/}") ;;
                    \(table.valued.joined(separator: "|"))) option="$word" ;;
                    -*) ;;
                    *) if [[ -z $command ]]; then command="$word"; else place=$((place + 1)); fi ;;
                esac
            done
            if [[ $word == --*=* ]]; then
                option="${word%%=*}" word="${word#*=}"
            fi
            case "$option" in
                "") ;;
        \(values.joined(separator: "\n"))
                *) return ;;
            esac
            if [[ -z $option && -z $onlyOperands && $word == -* ]]; then
                _carrel_words \(table.common.map(\.name).joined(separator: " "))
                case "$command" in
        \(table.named.filter { !$0.options.isEmpty }.map(Self.options).joined(separator: "\n"))
                esac
            elif [[ -z $option ]]; then
                case "$command" in
                    "") _carrel_words \(table.named.map(\.name).joined(separator: " ")) ;;
        \(table.named.filter { !$0.operands.isEmpty }.map(Self.operands).joined(separator: "\n"))
                esac
            fi
            # Only what follows the last : is replaced.
            if [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
                for at in "${!COMPREPLY[@]}"; do COMPREPLY[at]="${COMPREPLY[at]#"${word%"${word##*:}"}"}"; done
            fi
        }
        complete -F _carrel carrel

        """
    }

    /// Not with `compgen -W`, which would carry out commands that stand in what it is given.
    private static let answering = """
        _carrel_words() {
            local each
            for each in "$@"; do
                if [[ $each == "$word"* ]]; then COMPREPLY+=("$each"); fi
            done
        }
        _carrel_ids() {
            local each
            while IFS= read -r each; do
                if [[ $each != tag:* || $word == t* ]]; then _carrel_words "$each"; fi
            done < <("$carrel" "${given[@]}" "$@" 2> /dev/null)
        }
        """

    private func deciding(_ separator: String, _ end: String = "") -> String {
        CompletedIDs.deciding.map { $0 + end }.joined(separator: separator)
    }

    /// A case for each option that has a value to offer.
    private var values: [String] {
        var seen: Set<String> = []
        return (table.common + table.commands.flatMap(\.options)).compactMap { option in
            guard option.value != nil, seen.insert(option.name).inserted else { return nil }
            return Self.reply(option.takes).map { "        \(option.name)) \($0) ;;" }
        }
    }

    private static func options(_ command: CommandTable.Command) -> String {
        "            \(command.name)) _carrel_words \(command.options.map(\.name).joined(separator: " ")) ;;"
    }

    private static func operands(_ command: CommandTable.Command) -> String {
        let cases = command.operands.enumerated().compactMap { index, operand in
            reply(operand.takes).map { "\(operand.isRepeated ? "*" : "\(index)")) \($0) ;;" }
        }
        let inside = cases.isEmpty ? "" : " case $place in \(cases.joined(separator: " ")) esac"
        return "            \(command.name))\(inside) ;;"
    }

    private static func reply(_ value: CommandTable.Value) -> String? {
        switch value {
        case .choice(let words): "_carrel_words \(words.joined(separator: " "))"
        case .file: "compopt -o default 2> /dev/null"
        case .directory: "compopt -o dirnames 2> /dev/null"
        case .text, .number: nil
        case .topic, .certification, .question, .session: CompletedIDs.arguments(for: value).map { "_carrel_ids \($0)" }
        }
    }
}
