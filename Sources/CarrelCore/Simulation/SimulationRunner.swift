/// Runs one line on one device: on a copy of the state that is kept when the line is accepted.
struct SimulationRunner {
    let program: SimulationProgram
    var scope: SimulationScope
    var mode: String
    /// Some part of the line was accepted, be it before one that was not: `cd /srv; cat missing`.
    var keepsState = false
    var clearsScreen = false
    /// A pipe or a file takes what the next command says.
    var isPiped = false
    /// What was typed on the device so far, this line with it.
    private let history: [String]
    /// How the last command went, as `$?` says it: 0 where it went well.
    var status: Int
    /// A line that runs another in its stead does so this often.
    private var depth = 0

    static let deepest = 4

    init(
        program: SimulationProgram, scope: SimulationScope, mode: String, status: Int, history: [String]
    ) {
        self.program = program
        self.scope = scope
        self.mode = mode
        self.status = status
        self.history = history
    }

    mutating func run(_ line: String, promptLength: Int) -> Simulation.Reply {
        let line = String(line.filter { $0 == "\t" || !$0.isASCII || $0 >= " " })
        let most = max(SimulationState.largest, scope.state.size)
        if line.allSatisfy({ $0 == " " || $0 == "\t" }) { return Simulation.Reply(lines: [], isAccepted: true) }
        let output: CommandOutput
        switch program.syntax {
        case .words: output = runWords(line, offset: promptLength)
        case .arguments:
            var script = ShellScript(runner: self)
            output = script.run(line)
            self = script.runner
        }
        keepsState = keepsState || output.isAccepted
        if keepsState { for settler in program.settle { settler.settle(&scope, isBeginning: false) } }
        guard !scope.budget.isSpent, scope.state.size <= most else {
            (keepsState, status) = (false, 1)
            return Simulation.Reply(lines: ["too much for this simulated shell"], isAccepted: false)
        }
        return Simulation.Reply(lines: output.lines, isAccepted: keepsState, clearsScreen: clearsScreen)
    }

    /// A line of words, with `| include …` behind it where it has one.
    private mutating func runWords(_ line: String, offset: Int) -> CommandOutput {
        if line.drop(while: { $0 == " " }).first == "!" { return CommandOutput() }
        // A description may hold a bar too.
        guard let bar = line.firstOccurrence(of: " |"),
            (try? program.match(LineWord.words(of: line), line: line, mode: mode, in: scope)) == nil
        else { return runCommand(line, offset: offset) }
        let behind = line[bar.upperBound...].drop { $0 == " " }
        let filter: LineFilter
        do throws(LineFilter.Fault) { filter = try LineFilter(String(behind)) } catch {
            guard error == .word else { return .refused("% Failed to compile regular expression") }
            let column = offset + line.count - behind.count
            return CommandOutput(
                errors: [String(repeating: " ", count: column) + "^", "% Invalid input detected at '^' marker."],
                isAccepted: false)
        }
        var output = runCommand(String(line[..<bar.lowerBound]), offset: offset)
        if output.isAccepted { output.text = filter.apply(to: output.text, scope.budget) }
        return output
    }

    private mutating func runCommand(_ line: String, offset: Int) -> CommandOutput {
        let words = LineWord.words(of: line)
        do throws(ParseFailure) {
            let match = try program.match(words, line: line, mode: mode, in: scope)
            return perform(match, program: words.first?.text ?? "", input: nil, offset: offset, line: line)
        } catch {
            let text = program.text(
                of: error, line: line.trimmedOfSpaces, program: words.first?.text ?? "", offset: offset, in: scope)
            return CommandOutput(errors: text, isAccepted: false)
        }
    }

    /// Does what a command does.
    ///
    /// - Parameter input: What a pipe brings.
    mutating func perform(_ match: CommandMatch, program name: String, input: String?, offset: Int, line: String)
        -> CommandOutput
    {
        let command = program.commands[match.command]
        scope.locals = match.captures
        defer { scope.locals = [:] }
        if let builtin = command.builtin {
            var invocation = Invocation(
                name: name, arguments: match.rest, captures: match.captures, input: input, isPiped: isPiped,
                history: history)
            let before = scope.state
            var output = builtin.run(&invocation, &scope)
            output.text = scope.budget.checked(output.text)
            if !output.isAccepted { scope.state = before }
            clearsScreen = clearsScreen || invocation.clearsScreen
            return output
        }
        guard let outcome = command.outcome(in: &scope) else {
            leave(for: match.mode)
            return CommandOutput()
        }
        if let error = outcome.error {
            let last = LineWord.words(of: line).last?.column ?? 0
            scope.locals["marker"] = String(repeating: " ", count: offset + last) + "^"
            var output = CommandOutput(errors: error.lines(in: scope, program.library), isAccepted: false)
            output.status = outcome.status ?? 1
            return output
        }
        if let instead = outcome.instead {
            guard depth < Self.deepest else { return CommandOutput() }
            let text = instead.line.text(in: scope, program.library), outer = mode
            let stay = scope.value(of: "mode")
            depth += 1
            mode = instead.mode
            defer { depth -= 1 }
            let shift = line.count - text.count
            let output = runWords(text, offset: offset + max(0, shift))
            mode = outer
            scope.set("mode", stay)
            return output
        }
        leave(for: match.mode)
        outcome.apply(to: &scope, program.library)
        var output = CommandOutput(text: outcome.print?.text(in: scope, program.library).withLineEnd ?? "")
        output.status = outcome.status ?? 0
        return output
    }

    /// A command of a mode above the one it is typed in leaves that mode, unless it enters another itself.
    private mutating func leave(for found: String) {
        if found != mode { scope.set("mode", found) }
    }
}

/// What a command says, and whether it was accepted.
struct CommandOutput: Equatable, Sendable {
    /// What a pipe passes on.
    var text = ""
    /// What it does not.
    var errors: [String] = []
    var isAccepted = true
    /// What `$?` and `&&` ask, 0 where it went well: a `grep` that finds nothing is accepted and fails.
    var status = 0

    init(text: String = "", errors: [String] = [], isAccepted: Bool = true) {
        self.text = text
        self.errors = errors
        self.isAccepted = isAccepted
        status = isAccepted ? 0 : 1
    }

    var isSuccess: Bool { status == 0 }

    static func refused(_ error: String, status: Int = 1) -> CommandOutput {
        var output = CommandOutput(errors: [error], isAccepted: false)
        output.status = status
        return output
    }

    var lines: [String] { text.outputLines + errors }

    /// What went wrong beside it, told first.
    ///
    /// - Parameter isAll: Nothing else was done.
    mutating func add(_ complaints: [String], failing isAll: Bool, status: Int = 1) {
        guard !complaints.isEmpty else { return }
        errors = complaints + errors
        isAccepted = isAccepted && !isAll
        self.status = status
    }
}

extension String {
    /// A text that ends a line, where it holds any.
    var withLineEnd: String { isEmpty || utf8.last == 0x0A ? self : self + "\n" }
}

extension Sequence<String> {
    /// Each of them ended as a line, an empty last one too.
    var asLines: String { reduce(into: "") { $0 += $1 + "\n" } }
}
