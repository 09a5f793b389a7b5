/// What is wrong with a shell or a world as a whole: names of nothing, goals that nobody can reach. The single texts are
/// checked by `SimulationSyntax`.
public struct SimulationProof {
    /// The way to a value from the shell's or the world's own place.
    public enum Step: Equatable, Sendable {
        case key(String)
        case index(Int)
    }

    public struct Problem: Equatable, Sendable {
        public var path: [Step]
        public var message: String
    }

    private let world: World?
    private let shell: Shell
    private let names: StateNames
    private let devices: [String]
    /// Captures and loops of all commands: what a fragment may be included with.
    private var everything: Set<String> = []
    private var problems: [Problem] = []

    private init(world: World?, shell: Shell) {
        self.world = world
        self.shell = shell
        names = StateNames(world: world, shell: shell)
        devices = world?.devices.map(\.id) ?? []
    }

    /// - Parameters:
    ///   - shell: As its author wrote it.
    ///   - whole: With what it is based on.
    public static func problems(of shell: Shell, whole: Shell) -> [Problem] {
        var proof = SimulationProof(world: nil, shell: whole)
        proof.check(shell)
        let empty = World(shell: shell.id, devices: [], goals: [], solution: [])
        proof.checkRoom(SimulationProgram(world: empty, shell: whole))
        return proof.problems
    }

    /// - Parameter shell: With what it is based on.
    public static func problems(of world: World, shell: Shell) -> [Problem] {
        var proof = SimulationProof(world: world, shell: shell)
        for (index, command) in world.commands.enumerated() {
            proof.check(command, at: [.key("commands"), .index(index)])
        }
        for (index, goal) in world.goals.enumerated() {
            let path: [Step] = [.key("goals"), .index(index), .key("when")]
            for text in goal.when {
                var references = References(), locals: Set<String> = []
                if let condition = try? Condition(text) { references.add(condition, &locals) }
                proof.check(references, at: path)
            }
        }
        proof.checkFiles(world)
        if proof.problems.isEmpty { proof.prove(world) }
        return proof.problems
    }

    private mutating func add(_ message: String, at path: [Step]) {
        problems.append(Problem(path: path, message: message))
    }

    private mutating func check(_ own: Shell) {
        for (index, command) in shell.commands.enumerated() {
            var references = References()
            collect(command, into: &references)
            everything.formUnion(references.loops)
            everything.formUnion(captures(of: shell.commands[index]))
        }
        for fragment in shell.fragments.values {
            var references = References()
            if let template = try? Template(fragment) { references.add(template, []) }
            everything.formUnion(references.loops)
        }
        for (name, fragment) in own.fragments.sorted(by: { $0.key < $1.key }) {
            var references = References()
            if let template = try? Template(fragment) { references.add(template, everything) }
            check(references, at: [.key("fragments"), .key(name)])
        }
        for (index, mode) in own.modes.enumerated() {
            if let parent = mode.parent { check(mode: parent, at: [.key("modes"), .index(index), .key("parent")]) }
            var references = References()
            if let template = try? Template(mode.prompt) { references.add(template, []) }
            check(references, at: [.key("modes"), .index(index), .key("prompt")])
        }
        for (index, name) in own.settle.enumerated() where Settler(rawValue: name) == nil {
            add("there is no step \"\(name)\"", at: [.key("settle"), .index(index)])
        }
        for (index, command) in own.commands.enumerated() { check(command, at: [.key("commands"), .index(index)]) }
        let errorLocals: Set<String> = ["line", "word", "near", "marker", "known", "program", "option", "depth"]
        for (index, errors) in own.errors.enumerated() {
            for (key, text) in [
                ("unknown", errors.unknown), ("incomplete", errors.incomplete), ("ambiguous", errors.ambiguous),
                ("option", errors.option), ("value", errors.value),
            ] {
                guard let template = text.flatMap({ try? Template($0) }) else { continue }
                var references = References()
                references.add(template, errorLocals)
                check(references, at: [.key("errors"), .index(index), .key(key)])
            }
        }
    }

    private func captures(of command: ShellCommand) -> Set<String> {
        var names: Set<String> = []
        for pattern in command.match.compactMap({ try? Pattern($0) }) { names.formUnion(pattern.captures.map(\.name)) }
        names.formUnion(command.options.compactMap { try? OptionForm($0) }.map(\.capture))
        return names
    }

    private func collect(_ command: ShellCommand, into references: inout References) {
        for outcome in command.outcomes { collect(outcome, captures(of: command), into: &references) }
    }

    private func collect(
        _ outcome: ShellCommand.Outcome, _ captures: Set<String>, into references: inout References
    ) {
        var locals = captures
        if let condition = outcome.when.flatMap({ try? Condition($0) }) { references.add(condition, &locals) }
        for assignment in outcome.set + outcome.append + outcome.remove {
            if let key = try? StateKey(assignment.key) { references.add(key, locals) }
            if let value = try? Template(value: assignment.value) { references.add(value, locals) }
        }
        for key in outcome.unset.compactMap({ try? StateKey($0) }) { references.add(key, locals) }
        for text in [outcome.print, outcome.insteadParts?.line] {
            if let template = text.flatMap({ try? Template($0) }) { references.add(template, locals) }
        }
        if let error = outcome.error.flatMap({ try? Template($0) }) {
            references.add(error, locals.union(["marker"]))
        }
    }

    private mutating func check(_ command: ShellCommand, at path: [Step]) {
        for (index, pattern) in command.match.enumerated() {
            guard let pattern = try? Pattern(pattern) else { continue }
            for type in pattern.captures.compactMap(\.type) {
                do throws(SimulationFault) { _ = try CaptureMatcher(type, types: shell.types) } catch {
                    add(error.description, at: path + [.key("match"), .index(index)])
                }
            }
        }
        for mode in command.modes { check(mode: mode, at: path + [.key("modes")]) }
        if let run = command.run, Builtin(rawValue: run) == nil {
            let guess = NearestName.to(run, among: SimulationSyntax.builtins).map { "; did you mean \"\($0)\"?" } ?? ""
            add("there is no builtin \"\(run)\"\(guess)", at: path + [.key("run")])
        }
        var available = References(), locals = captures(of: command)
        if let condition = command.available.flatMap({ try? Condition($0) }) { available.add(condition, &locals) }
        check(available, at: path)
        for outcome in command.outcomes {
            var references = References()
            collect(outcome, captures(of: command), into: &references)
            check(references, at: path)
            if let mode = outcome.mode { check(mode: mode, at: path) }
            if let mode = outcome.insteadParts?.mode { check(mode: mode, at: path) }
        }
    }

    private mutating func check(mode: String, at path: [Step]) {
        guard !shell.modes.contains(where: { $0.id == mode }) else { return }
        let guess = NearestName.to(mode, among: shell.modes.map(\.id)).map { "; did you mean \"\($0)\"?" } ?? ""
        add("there is no mode \"\(mode)\"\(guess)", at: path)
    }

    private mutating func check(_ references: References, at path: [Step]) {
        var told: Set<String> = []
        for read in references.reads {
            let key = read.key.inner ?? read.key, pattern = key.pattern
            if read.locals.contains(pattern) || names.allow(pattern, devices: devices) { continue }
            // A name that is filled in altogether may be any.
            guard pattern != "*", told.insert(pattern).inserted else { continue }
            let isCapture = read.key.isCapture
            let guess =
                isCapture
                ? NearestName.to(pattern, among: read.locals).map { "; did you mean <\($0)>?" } ?? names.guess(pattern)
                : names.guess(pattern)
            add(
                isCapture
                    ? "<\(pattern)> is neither captured nor a state variable\(guess)"
                    : "no state variable \"\(pattern)\" is defined or set\(guess)", at: path)
        }
        for read in references.groups where !names.hasGroup(read.key.pattern) {
            guard told.insert(read.key.pattern).inserted, read.key.pattern != "*" else { continue }
            add("no state variable is of a group \"\(read.key.pattern)\"", at: path)
        }
        for name in references.includes where shell.fragments[name] == nil {
            let guess = NearestName.to(name, among: shell.fragments.keys).map { "; did you mean \"\($0)\"?" } ?? ""
            add("there is no fragment \"\(name)\"\(guess)", at: path)
        }
        for name in references.tables where shell.tables[name] == nil {
            add("there is no table \"\(name)\"", at: path)
        }
    }

    /// A key of a file that names nothing a file has would be a variable that no tool reads.
    private mutating func checkFiles(_ world: World) {
        var stated = world.state.keys.map { (key: $0, path: [Step.key("state"), .key($0)]) }
        for (index, device) in world.devices.enumerated() {
            stated += device.state.keys.map { ($0, [.key("devices"), .index(index), .key("state"), .key($0)]) }
        }
        for (key, path) in stated.sorted(by: { $0.key < $1.key }) where !names.isOfFile(key) {
            let parts = ".text, .kind, .mode, .owner, .group, .to, .time, .size"
            add("no state variable \"\(key)\" is known: a file has \(parts)", at: path)
        }
    }

    private mutating func checkRoom(_ program: SimulationProgram) {
        for mode in program.modes where program.trees[mode.id]?.isFull ?? false {
            add(
                "the patterns of mode \"\(mode.id)\" lead to more than \(CommandTree.mostNodes) places; the rest is left out",
                at: [.key("commands")])
        }
    }

    /// Runs the world: no goal is reached at the start, every line of the solution is accepted, all goals are then.
    private mutating func prove(_ world: World) {
        guard world.solution.count <= Simulation.mostEntries else {
            add("has more than \(Simulation.mostEntries) lines", at: [.key("solution")])
            return
        }
        var simulation = Simulation(world: world, shell: shell)
        checkRoom(simulation.program)
        for (index, goal) in world.goals.enumerated() where simulation.goalsReached.contains(goal.id) {
            add("is reached before anything is done", at: [.key("goals"), .index(index), .key("when")])
        }
        for (index, entry) in world.solution.enumerated() {
            guard devices.contains(entry.device) else {
                add("there is no device \"\(entry.device)\"", at: [.key("solution"), .index(index)])
                return
            }
            let reply = simulation.run(entry.command, on: entry.device)
            guard !reply.isAccepted else { continue }
            let said = reply.lines.last { !$0.isEmpty } ?? "it is refused"
            add(
                "the line \"\(entry.command)\" of \(entry.device) is not accepted: \(said)",
                at: [.key("solution"), .index(index)])
        }
        for (index, goal) in world.goals.enumerated() where !simulation.goalsReached.contains(goal.id) {
            add("the solution does not reach this goal", at: [.key("goals"), .index(index)])
        }
    }
}
