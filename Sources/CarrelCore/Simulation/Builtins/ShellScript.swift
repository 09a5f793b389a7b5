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
            runner.isPiped = place + 1 < stages.count
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
        var rest = stage.words.map(filled)[...], assignments: [Assignment] = []
        while let assignment = rest.first.flatMap(Assignment.init) {
            assignments.append(assignment)
            rest.removeFirst()
        }
        let words = rest.flatMap(runner.scope.globbed)
        if words.reduce(0, { $0 + $1.text.utf8.count }) > Self.longestArguments { runner.scope.budget.spend() }
        guard !runner.scope.budget.isSpent else { return CommandOutput(isAccepted: false) }
        let redirections = Redirections(stage.redirections.map { ($0.sign, $0.target.map(filled)?.text ?? "") })
        runner.isPiped = runner.isPiped || redirections.takesText
        var input = input
        if let source = redirections.input {
            do throws(FileRefusal) {
                input = source.isFile ? try runner.scope.text(of: source.text) : source.text
            } catch {
                return .refused("bash: \(source.text): \(error.rawValue)")
            }
        }
        var output = CommandOutput()
        if words.isEmpty {
            for assignment in assignments { runner.scope.assign(assignment) }
        } else {
            // Before a command they hold for it alone.
            let names = assignments.map { "env." + $0.name }, before = names.map(runner.scope.value)
            for assignment in assignments { runner.scope.set("env." + assignment.name, assignment.value) }
            output = command(as: SudoCall(words), words, input: input, line: line)
            for (name, value) in zip(names, before) { runner.scope.set(name, value) }
        }
        return redirections.apply(to: output, &runner.scope)
    }

    private mutating func command(as call: SudoCall?, _ words: [LineWord], input: String?, line: String)
        -> CommandOutput
    {
        guard let call else { return command(words, input: input, line: line) }
        if let refusal = call.refusal(runner.scope) { return CommandOutput(errors: refusal, isAccepted: false) }
        let user = runner.scope.value(of: "user"), groups = runner.scope.value(of: "groups")
        let others = call.groups(runner.scope)
        runner.scope.set("user", call.user)
        runner.scope.set("groups", others)
        var output = command(Array(call.words), input: input, line: line)
        runner.scope.set("user", user)
        runner.scope.set("groups", groups)
        if output.status == Self.unknown, let name = call.words.first?.text, !name.contains("/") {
            output.errors = ["sudo: \(name): command not found"]
            output.status = 1
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
