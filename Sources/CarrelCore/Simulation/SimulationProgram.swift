/// All that does not change while a world runs: its commands with those of its shell, understood once.
struct SimulationProgram: Sendable {
    let syntax: Shell.Syntax
    let modes: [Shell.Mode]
    let prompts: [String: Template]
    let library: Template.Library
    let commands: [CompiledCommand]
    let trees: [String: CommandTree]
    let help: [String: String]
    let errors: [ErrorTexts]
    let settle: [Settler]

    struct ErrorTexts: Sendable {
        var programs: [String]
        var unknown, incomplete, ambiguous, option, value: Template?

        init(_ errors: Shell.Errors) {
            func template(_ text: String?) -> Template? { text.flatMap { try? Template($0) } }
            programs = errors.programs
            (unknown, incomplete) = (template(errors.unknown), template(errors.incomplete))
            (ambiguous, option) = (template(errors.ambiguous), template(errors.option))
            value = template(errors.value)
        }
    }

    init(world: World, shell: Shell) {
        syntax = shell.syntax
        modes = shell.modes.isEmpty ? [Shell.Mode(id: "", prompt: "> ")] : shell.modes
        prompts = modes.reduce(into: [:]) { $0[$1.id] = try? Template($1.prompt) }
        library = Template.Library(
            fragments: shell.fragments.compactMapValues { try? Template($0) }, tables: shell.tables)
        commands = (world.commands + shell.commands).map(CompiledCommand.init)
        help = shell.help
        errors = shell.errors.map(ErrorTexts.init)
        settle = shell.settle.compactMap(Settler.init)
        var trees: [String: CommandTree] = [:]
        var types = CaptureTypes(shell.types)
        for mode in modes {
            var tree = CommandTree()
            for (place, command) in commands.enumerated()
            where command.modes.isEmpty || command.modes.contains(mode.id) {
                for pattern in command.patterns { try? tree.insert(pattern, command: place, types: &types) }
            }
            trees[mode.id] = tree
        }
        self.trees = trees
        options = commands.map(\.options)
    }

    let options: [[OptionForm]]

    /// The mode and those whose commands are tried after its own.
    func chain(from mode: String) -> [String] {
        var chain = [mode]
        while let parent = modes.first(where: { $0.id == chain[chain.count - 1] })?.parent, !chain.contains(parent) {
            chain.append(parent)
        }
        return chain
    }

    func walk(_ mode: String, in scope: SimulationScope) -> CommandWalk {
        CommandWalk(tree: trees[mode] ?? CommandTree(), syntax: syntax, options: options) { place in
            guard let condition = commands[place].available else { return true }
            var scope = scope
            return condition.holds(in: &scope)
        }
    }

    /// What the line is in the mode, else in those above it; of several failures the one that came furthest.
    func match(_ words: [LineWord], line: String, mode: String, in scope: SimulationScope) throws(ParseFailure)
        -> CommandMatch
    {
        var furthest: ParseFailure?
        for mode in chain(from: mode) {
            do throws(ParseFailure) {
                var match = try walk(mode, in: scope).match(words, line: line)
                match.mode = mode
                return match
            } catch {
                if error.depth > furthest?.depth ?? -1 { furthest = error }
                if case .ambiguous = error { break }
            }
        }
        throw furthest ?? .incomplete(known: [])
    }

    /// What the real tool says of a line that it does not understand.
    ///
    /// - Parameter offset: Columns before the line: the prompt's.
    func text(of failure: ParseFailure, line: String, program: String, offset: Int, in scope: SimulationScope)
        -> [String]
    {
        var scope = scope
        scope.locals = [
            "line": line, "program": program, "known": "", "word": "", "near": "", "option": "", "marker": "",
        ]
        let template: KeyPath<ErrorTexts, Template?> & Sendable
        switch failure {
        case .unknown(let word, let column, let choices, _):
            (template, scope.locals["word"]) = (\.unknown, word)
            scope.locals["near"] = NearestName.to(word, among: choices)
            scope.locals["marker"] = String(repeating: " ", count: offset + column) + "^"
        case .incomplete: template = \.incomplete
        case .ambiguous(let word, _): (template, scope.locals["word"]) = (\.ambiguous, word)
        case .option(let option, _): (template, scope.locals["option"]) = (\.option, option)
        case .value(let option, _): (template, scope.locals["option"]) = (\.value, option)
        }
        scope.locals["known"] = failure.known.joined(separator: " ")
        scope.locals["depth"] = String(failure.depth)
        let texts =
            errors.first { $0.programs.contains(program) && $0[keyPath: template] != nil }
            ?? errors.first { $0.programs.isEmpty && $0[keyPath: template] != nil }
        return texts?[keyPath: template]?.lines(in: scope, library) ?? ["\(program): not understood"]
    }
}

extension ParseFailure {
    var known: [String] {
        switch self {
        case .unknown(_, _, _, let known), .incomplete(let known), .ambiguous(_, let known), .option(_, let known),
            .value(_, let known):
            known
        }
    }
}
