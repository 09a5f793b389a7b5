/// A command as it is run: its patterns understood, what it does when it is done. What cannot be understood is left out;
/// the linter says so.
struct CompiledCommand: Sendable {
    struct Outcome: Sendable {
        var set: [(key: StateKey, value: Template)] = []
        var append: [(key: StateKey, value: Template)] = []
        var remove: [(key: StateKey, value: Template)] = []
        var unset: [StateKey] = []
        var mode: String?
        var print: Template?
        var error: Template?
        var status: Int?
        var instead: (mode: String, line: Template)?
    }

    var modes: [String]
    var patterns: [Pattern]
    var options: [OptionForm]
    var help: String?
    var available: Condition?
    var builtin: Builtin?
    /// Understood one by one, when it is their turn: of a shell's thousands a learner meets a few dozen.
    private let stated: [ShellCommand.Outcome]

    /// Whether it is known only to be refused.
    var refuses: Bool { builtin == nil && !stated.isEmpty && stated.allSatisfy { $0.error != nil } }

    /// What it runs in its stead, whatever the state.
    var instead: (mode: String, line: Template)? { stated.first.flatMap { Outcome($0).instead } }

    init(_ command: ShellCommand) {
        modes = command.modes
        patterns = command.match.compactMap { try? Pattern($0) }
        options = command.options.compactMap { try? OptionForm($0) }
        help = command.help
        available = command.available.flatMap { try? Condition($0) }
        builtin = command.run.flatMap(Builtin.init)
        stated = command.outcomes
    }

    /// The first whose condition holds; one that cannot be understood never does.
    func outcome(in scope: inout SimulationScope) -> Outcome? {
        for outcome in stated {
            if let when = outcome.when, (try? Condition(when))?.holds(in: &scope) != true { continue }
            return Outcome(outcome)
        }
        return nil
    }
}

extension CompiledCommand.Outcome {
    init(_ outcome: ShellCommand.Outcome) {
        set = outcome.set.compactMap(Self.assignment)
        append = outcome.append.compactMap(Self.assignment)
        remove = outcome.remove.compactMap(Self.assignment)
        unset = outcome.unset.compactMap { try? StateKey($0) }
        mode = outcome.mode
        print = outcome.print.flatMap { try? Template($0) }
        error = outcome.error.flatMap { try? Template($0) }
        status = outcome.status
        if let parts = outcome.insteadParts, let line = try? Template(parts.line) { instead = (parts.mode, line) }
    }

    private static func assignment(_ assignment: ShellCommand.Assignment) -> (key: StateKey, value: Template)? {
        guard let key = try? StateKey(assignment.key), let value = try? Template(value: assignment.value) else {
            return nil
        }
        return (key, value)
    }

    /// Changes the state as the outcome says: what is set first, what goes last.
    func apply(to scope: inout SimulationScope, _ library: Template.Library) {
        for (key, value) in set {
            key.forEach(in: &scope) { name, scope in scope.set(name, value.text(in: scope, library)) }
        }
        for (key, value) in append {
            key.forEach(in: &scope) { name, scope in
                let line = value.text(in: scope, library), old = scope.value(of: name) ?? ""
                guard !old.split(separator: "\n").contains(where: { $0 == line }) else { return }
                scope.set(name, old.isEmpty ? line : old + "\n" + line)
            }
        }
        for (key, value) in remove {
            key.forEach(in: &scope) { name, scope in
                let line = value.text(in: scope, library)
                let left = (scope.value(of: name) ?? "").split(separator: "\n").filter { $0 != line }
                scope.set(name, left.isEmpty ? nil : left.joined(separator: "\n"))
            }
        }
        for key in unset {
            key.forEach(in: &scope) { name, scope in scope.state.remove(name, on: scope.device) }
        }
        if let mode { scope.set("mode", mode) }
    }
}

extension ShellCommand.Outcome {
    /// `priv: show clock` in its two parts.
    var insteadParts: (mode: String, line: String)? {
        guard let instead, let colon = instead.firstIndex(of: ":") else { return nil }
        return (String(instead[..<colon]), String(instead[instead.index(after: colon)...]).trimmedOfSpaces)
    }
}
