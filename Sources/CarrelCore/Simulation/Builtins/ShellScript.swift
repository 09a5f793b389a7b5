/// Runs a line of a Unix shell, command by command.
struct ShellScript {
    var runner: SimulationRunner

    /// Bytes of a command's words, file names filled in.
    private static let longestArguments = 4 * StepBudget.longestText
    /// What `$?` says behind a line that cannot be read, and behind a command that there is not.
    private static let misread = 2, unknown = 127
    /// Behind a file that cannot be run.
    private static let noProgram = 126

    init(runner: SimulationRunner) { self.runner = runner }

    mutating func run(_ line: String) -> CommandOutput {
        let pipelines: [ShellLine.Pipeline]
        do throws(ShellWordReader.Refusal) { pipelines = try ShellLine(line).pipelines } catch {
            runner.status = Self.misread
            return .refused(error.message)
        }
        var output = CommandOutput()
        for pipeline in pipelines where !runner.scope.budget.isSpent {
            guard pipeline.connector == ";" || (pipeline.connector == "&&") == output.isSuccess else { continue }
            let next = run(pipeline.stages, line: line)
            runner.keepsState = runner.keepsState || next.isAccepted
            runner.status = next.status
            // Texts and complaints stay in the order they were made.
            let text = (output.lines + next.lines).asLines
            output = CommandOutput(text: runner.scope.budget.checked(text), isAccepted: next.isAccepted)
            output.status = next.status
        }
        return output
    }

    private mutating func run(_ stages: [ShellLine.Stage], line: String) -> CommandOutput {
        let before = runner.scope.state
        var input: String?, errors: [String] = [], output = CommandOutput(), isAccepted = true
        for (place, stage) in stages.enumerated() {
            let isRedirected = stage.redirections.contains { [">", ">>", "&>", "&>>"].contains($0.sign) }
            runner.isPiped = place + 1 < stages.count || isRedirected
            output = run(stage, input: input, line: line)
            isAccepted = isAccepted && output.isAccepted
            errors += output.errors
            input = output.text
        }
        if !isAccepted { runner.scope.state = before }
        var whole = CommandOutput(text: output.text, errors: errors, isAccepted: isAccepted)
        if isAccepted || !output.isSuccess { whole.status = output.status }
        return whole
    }

    private func filled(_ word: ShellWord) -> LineWord { word.filled(in: runner.scope, status: runner.status) }

    private mutating func run(_ stage: ShellLine.Stage, input: String?, line: String) -> CommandOutput {
        var words = stage.words.map(filled).flatMap(runner.scope.globbed)
        if words.reduce(0, { $0 + $1.text.utf8.count }) > Self.longestArguments { runner.scope.budget.spend() }
        guard !runner.scope.budget.isSpent else { return CommandOutput(isAccepted: false) }
        let redirections = stage.redirections.map { (sign: $0.sign, target: filled($0.target).text) }
        var input = input
        for (sign, target) in redirections where sign == "<" {
            do throws(FileRefusal) { input = try runner.scope.text(of: target) } catch {
                return .refused("bash: \(target): \(error.rawValue)")
            }
        }
        let isRoot = words.first?.text == "sudo" && words.count > 1 && !words[1].text.hasPrefix("-")
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
        for (sign, target) in redirections where sign != "<" && output.isAccepted {
            if sign == "2>" || sign == "2>>" {
                output.errors = []
                continue
            }
            if target == "/dev/null" {
                output.text = ""
                continue
            }
            do throws(FileRefusal) {
                try runner.scope.write(output.text, to: target, appending: sign == ">>" || sign == "&>>")
                output.text = ""
            } catch {
                return .refused("bash: \(target): \(error.rawValue)")
            }
        }
        if redirections.contains(where: { $0.sign.hasPrefix("2>") && $0.target == "/dev/null" }) { output.errors = [] }
        return output
    }

    private mutating func command(_ words: [LineWord], input: String?, line: String) -> CommandOutput {
        let name = words[0].text
        do throws(ParseFailure) {
            let match = try runner.program.match(words, line: line, mode: runner.mode, in: runner.scope)
            return runner.perform(match, program: name, input: input, offset: 0, line: line)
        } catch {
            let text = runner.program.text(of: error, line: line, program: name, offset: 0, in: runner.scope)
            var output = CommandOutput(errors: text, isAccepted: false)
            if case .unknown = error, error.depth == 0 { output.status = Self.unknown }
            return name.contains("/") ? file(name) : output
        }
    }

    /// A command that is named by its path: nothing is ever run, and what stands in the way of it is said.
    private func file(_ path: String) -> CommandOutput {
        let scope = runner.scope
        do throws(FileRefusal) {
            let node = try scope.file(path)
            let isAllowed = scope.can(1, node) && node.mode & 0o111 != 0
            let refusal: FileRefusal? = node.kind == .dir ? .isDirectory : isAllowed ? nil : .denied
            if let refusal { return .refused("bash: \(path): \(refusal.rawValue)", status: Self.noProgram) }
            return .refused("this simulation runs no scripts; read them with cat")
        } catch {
            return .refused("bash: \(path): \(error.rawValue)", status: Self.unknown)
        }
    }
}
