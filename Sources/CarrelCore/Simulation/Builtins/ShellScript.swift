/// A line of a Unix shell: commands with pipes, redirections and `&&`, `||`, `;` between them.
struct ShellScript {
    var runner: SimulationRunner

    init(runner: SimulationRunner) { self.runner = runner }

    struct Stage {
        var words: [LineWord] = []
        /// `>` or `>>` with the file; for what goes wrong, `2>`.
        var redirections: [(sign: String, target: LineWord)] = []
    }

    private enum Piece {
        case word(LineWord)
        case sign(String)
    }

    static let mostStages = 20

    mutating func run(_ line: String) -> CommandOutput {
        let pieces: [Piece]
        switch self.pieces(of: line) {
        case .success(let found): pieces = found
        case .failure(let refusal): return .refused(refusal.message)
        }
        var output = CommandOutput(), pipeline: [Stage] = [Stage()], connector = ";"
        var stages = 0
        func finish(_ script: inout ShellScript) {
            guard connector == ";" || (connector == "&&") == output.isSuccess else { return }
            let next = script.run(pipeline, line: line)
            script.runner.keepsState = script.runner.keepsState || next.isAccepted
            // Texts and complaints stay in the order they were made.
            output = CommandOutput(
                text: (output.lines + next.lines).joined(separator: "\n").withLineEnd, isAccepted: next.isAccepted)
            output.isSuccess = next.isSuccess
        }
        var index = 0
        while index < pieces.count {
            switch pieces[index] {
            case .word(let word): pipeline[pipeline.count - 1].words.append(word)
            case .sign("|"):
                stages += 1
                guard !pipeline[pipeline.count - 1].words.isEmpty, stages < Self.mostStages else {
                    return .refused("bash: syntax error near unexpected token `|'")
                }
                pipeline.append(Stage())
            case .sign(let sign) where sign.hasSuffix(">") || sign.hasSuffix(">>") || sign == "<":
                guard index + 1 < pieces.count, case .word(let target) = pieces[index + 1] else {
                    return .refused("bash: syntax error near unexpected token `newline'")
                }
                pipeline[pipeline.count - 1].redirections.append((sign, target))
                index += 1
            case .sign("2>&1"): break
            case .sign(let sign):
                stages += 1
                guard !pipeline[pipeline.count - 1].words.isEmpty, stages < Self.mostStages else {
                    return .refused("bash: syntax error near unexpected token `\(sign)'")
                }
                finish(&self)
                (connector, pipeline) = (sign, [Stage()])
            }
            index += 1
        }
        let last = pipeline[pipeline.count - 1]
        if last.words.isEmpty, last.redirections.isEmpty {
            if pipeline.count > 1 || connector == "&&" || connector == "||" {
                return .refused("bash: syntax error: unexpected end of file")
            }
            return output
        }
        finish(&self)
        return output
    }

    private mutating func run(_ pipeline: [Stage], line: String) -> CommandOutput {
        let before = runner.scope.state
        var input: String?, errors: [String] = [], output = CommandOutput(), isAccepted = true
        for stage in pipeline {
            output = run(stage, input: input, line: line)
            isAccepted = isAccepted && output.isAccepted
            errors += output.errors
            input = output.text
        }
        if !isAccepted { runner.scope.state = before }
        var whole = CommandOutput(text: output.text, errors: errors, isAccepted: isAccepted)
        whole.isSuccess = isAccepted && output.isSuccess
        return whole
    }

    private mutating func run(_ stage: Stage, input: String?, line: String) -> CommandOutput {
        var words = stage.words.flatMap(runner.scope.globbed)
        var input = input
        for (sign, target) in stage.redirections where sign == "<" {
            do throws(FileRefusal) { input = try runner.scope.text(of: target.text) } catch {
                return .refused("bash: \(target.text): \(error.rawValue)")
            }
        }
        let isRoot = words.first?.text == "sudo" && words.count > 1
        let user = runner.scope.value(of: "user")
        if isRoot {
            if runner.scope.value(of: "sudo") == "false" {
                return .refused("\(runner.scope.user) is not in the sudoers file.")
            }
            words.removeFirst()
            runner.scope.set("user", "root")
        }
        var output = words.isEmpty ? CommandOutput() : command(words, input: input, line: line)
        if isRoot { runner.scope.set("user", user) }
        for (sign, target) in stage.redirections where sign != "<" && output.isAccepted {
            if sign == "2>" || sign == "2>>" {
                output.errors = []
                continue
            }
            if target.text == "/dev/null" {
                output.text = ""
                continue
            }
            do throws(FileRefusal) {
                try runner.scope.write(output.text, to: target.text, appending: sign == ">>" || sign == "&>>")
                output.text = ""
            } catch {
                return .refused("bash: \(target.text): \(error.rawValue)")
            }
        }
        if stage.redirections.contains(where: { $0.sign.hasPrefix("2>") && $0.target.text == "/dev/null" }) {
            output.errors = []
        }
        return output
    }

    private mutating func command(_ words: [LineWord], input: String?, line: String) -> CommandOutput {
        let name = words[0].text
        do throws(ParseFailure) {
            let match = try runner.program.match(words, line: line, mode: runner.mode, in: runner.scope)
            return runner.perform(match, program: name, input: input, offset: 0, line: line)
        } catch {
            let text = runner.program.text(of: error, line: line, program: name, offset: 0, in: runner.scope)
            return CommandOutput(errors: text, isAccepted: false)
        }
    }

    private struct Refusal: Error { var message: String }

    /// Words with their quotes taken off and their variables filled in, and the signs between them.
    private func pieces(of line: String) -> Result<[Piece], Refusal> {
        var pieces: [Piece] = [], text = "", start = 0, isQuoted = false, isWord = false
        let characters = Array(line)
        var index = 0
        func endWord() {
            guard isWord else { return }
            if !isQuoted, text.hasPrefix("~"), text == "~" || text.hasPrefix("~/") {
                text = runner.scope.home + text.dropFirst()
            }
            pieces.append(.word(LineWord(text: text, column: start, isQuoted: isQuoted)))
            (text, isQuoted, isWord) = ("", false, false)
        }
        func begin() {
            if !isWord { start = index }
            isWord = true
        }
        while index < characters.count {
            let character = characters[index]
            switch character {
            case " ", "\t": endWord()
            case "'", "\"":
                begin()
                isQuoted = true
                index += 1
                var isClosed = false
                while index < characters.count {
                    if characters[index] == character {
                        isClosed = true
                        break
                    }
                    if character == "\"", characters[index] == "\\", index + 1 < characters.count,
                        "\"\\$`".contains(characters[index + 1])
                    {
                        index += 1
                        text.append(characters[index])
                    } else if character == "\"", characters[index] == "$" {
                        guard let value = variable(characters, &index) else {
                            return .failure(Refusal(message: Self.beyond("$(…)")))
                        }
                        text += value
                        continue
                    } else {
                        text.append(characters[index])
                    }
                    index += 1
                }
                guard isClosed else {
                    return .failure(
                        Refusal(message: "bash: unexpected EOF while looking for matching `\(character)'"))
                }
            case "\\":
                begin()
                isQuoted = true
                index += 1
                if index < characters.count { text.append(characters[index]) }
            case "$":
                begin()
                guard let value = variable(characters, &index) else {
                    return .failure(Refusal(message: Self.beyond("$(…)")))
                }
                text += value
                continue
            case "`": return .failure(Refusal(message: Self.beyond("`…`")))
            case "#" where !isWord: return .success(pieces)
            case "|", "&", ";", ">", "<":
                let fileDescriptor = isWord && !isQuoted && (text == "1" || text == "2") && character == ">" ? text : ""
                if !fileDescriptor.isEmpty { (text, isWord) = ("", false) }
                endWord()
                var sign = String(character)
                if index + 1 < characters.count {
                    let pair = sign + String(characters[index + 1])
                    if ["||", "&&", ">>", "&>"].contains(pair) {
                        sign = pair
                        index += 1
                    }
                }
                if sign == "&" { return .failure(Refusal(message: Self.beyond("&"))) }
                if fileDescriptor == "2" { sign = "2" + sign }
                if sign == "2>", index + 2 < characters.count, characters[index + 1] == "&" {
                    sign = "2>&1"
                    index += 2
                }
                pieces.append(.sign(sign))
            case "(", ")":
                return .failure(Refusal(message: "bash: syntax error near unexpected token `\(character)'"))
            default:
                begin()
                text.append(character)
            }
            index += 1
        }
        endWord()
        return .success(pieces)
    }

    private static func beyond(_ sign: String) -> String { "bash: \(sign) is beyond this simulated shell" }

    /// What `$NAME` or `${NAME}` at `index` holds; nil for a command in parentheses. `index` is moved behind it.
    private func variable(_ characters: [Character], _ index: inout Int) -> String? {
        index += 1
        guard index < characters.count else { return "$" }
        if characters[index] == "(" { return nil }
        if characters[index] == "?" {
            index += 1
            return runner.scope.value(of: "status") ?? "0"
        }
        let isBraced = characters[index] == "{"
        if isBraced { index += 1 }
        var name = ""
        while index < characters.count,
            characters[index].isLetter || characters[index].isNumber
                || characters[index] == "_"
        {
            name.append(characters[index])
            index += 1
        }
        if isBraced, index < characters.count { index += 1 }
        if name.isEmpty { return "$" }
        switch name {
        case "USER": return runner.scope.user
        case "HOME": return runner.scope.home
        case "PWD": return runner.scope.directory
        default: return runner.scope.value(of: "env.\(name)") ?? ""
        }
    }
}
