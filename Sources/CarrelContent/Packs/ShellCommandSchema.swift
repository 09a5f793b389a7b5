import CarrelCore

/// A command of a shell or of a world.
enum ShellCommandSchema {
    static func read(_ site: Site, _ faults: FaultCollector) -> ShellCommand? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let modes = fields.value("modes", .optional) { $0.oneOrMore($1) { $0.text($1) } }
        let match = fields.value("match") { $0.oneOrMore($1) { $0.piece($1, .pattern) } }
        let options = fields.list("options") { $0.piece($1, .option) }
        let help = fields.text("help", .optional)
        let available = fields.value("available", .optional) { $0.condition($1) }
        let run = fields.value("run", .optional, builtin)
        var outcomes = fields.list("cases") { site, faults -> ShellCommand.Outcome? in
            guard var fields = Fields(site, faults: faults) else { return nil }
            let outcome = outcome(&fields)
            fields.finish("a case")
            return outcome
        }
        let last = outcome(&fields)
        fields.finish("a command")
        if last != ShellCommand.Outcome() { outcomes.append(last) }
        guard let match else { return nil }
        return ShellCommand(
            modes: modes ?? [], match: match, options: options, help: help, available: available, run: run,
            outcomes: outcomes)
    }

    private static func builtin(_ site: Site, _ faults: FaultCollector) -> String? {
        guard let name = site.text(faults) else { return nil }
        guard SimulationSyntax.builtins.contains(name) else {
            let guess =
                NearestName.to(name, among: SimulationSyntax.builtins).map { "did you mean \"\($0)\"?" }
                ?? "builtins are \(SimulationSyntax.builtins.joined(separator: ", "))"
            faults.error("there is no builtin \(name.quotedExcerpt); \(guess)", at: site)
            return nil
        }
        return name
    }

    private static func outcome(_ fields: inout Fields) -> ShellCommand.Outcome {
        ShellCommand.Outcome(
            when: fields.value("when", .optional) { $0.condition($1) },
            set: fields.value("set", .optional) { $0.assignments($1) } ?? [],
            unset: fields.value("unset", .optional) { $0.oneOrMore($1) { $0.piece($1, .key) } } ?? [],
            append: fields.value("append", .optional) { $0.assignments($1) } ?? [],
            remove: fields.value("remove", .optional) { $0.assignments($1) } ?? [],
            mode: fields.text("mode", .optional),
            print: fields.value("print", .optional) { $0.piece($1, .template) },
            error: fields.value("error", .optional) { $0.piece($1, .template) },
            status: fields.integer("status", in: 0...255, .optional),
            instead: fields.value("instead", .optional, instead))
    }

    private static func instead(_ site: Site, _ faults: FaultCollector) -> String? {
        guard let text = site.piece(faults, .template) else { return nil }
        guard text.contains(":") else {
            faults.error("a mode and a line are expected, as \"priv: {{<line>}}\"", at: site)
            return nil
        }
        return text
    }
}

/// The small languages of a shell.
enum ShellPiece {
    case pattern, option, template, condition, key

    func fault(in text: String) -> String? {
        switch self {
        case .pattern: SimulationSyntax.fault(inPattern: text)
        case .option: SimulationSyntax.fault(inOption: text)
        case .template: SimulationSyntax.fault(inTemplate: text)
        case .condition: SimulationSyntax.fault(inCondition: text)
        case .key: SimulationSyntax.fault(inKey: text)
        }
    }
}

extension Site {
    /// Text in one of a shell's small languages.
    func piece(_ faults: FaultCollector, _ piece: ShellPiece) -> String? {
        guard let text = template(faults) else { return nil }
        if let fault = piece.fault(in: text) {
            faults.error(fault, at: self)
            return nil
        }
        return text
    }

    /// A value, or a list of them.
    func oneOrMore<Element>(_ faults: FaultCollector, _ read: (Site, FaultCollector) -> Element?) -> [Element]? {
        if case .sequence = node.content { return list(atLeast: 1, faults, read) }
        return read(self, faults).map { [$0] }
    }

    /// A state variable's value: plain `true`, `false` and whole numbers are what they look like, the rest is text.
    func variable(_ faults: FaultCollector) -> World.Value? {
        if case .scalar(let text, .plain) = node.content {
            if let flag = Bool(text) { return .flag(flag) }
            if let number = Int(text) { return .number(number) }
        }
        return template(faults).map(World.Value.text)
    }

    func variables(_ faults: FaultCollector) -> [String: World.Value]? { dictionary(faults) { $0.variable($1) } }

    /// Keys that may be made from captures, with the templates they are set to, in the file's order.
    func assignments(_ faults: FaultCollector) -> [ShellCommand.Assignment]? {
        guard case .mapping(let entries) = node.content else {
            refuse(expecting: "a mapping of keys to values", faults)
            return nil
        }
        return entries.compactMap { entry in
            let site = value(of: entry)
            if let fault = SimulationSyntax.fault(inKey: entry.key) {
                faults.error(fault, at: entry.position, key: site.path)
            }
            guard let value = site.variable(faults) else { return nil }
            if case .text(let text) = value, let fault = SimulationSyntax.fault(inTemplate: text) {
                faults.error(fault, at: site)
            }
            return ShellCommand.Assignment(key: entry.key, value: value)
        }
    }

    /// A condition as text, as a mapping of variables to values, or as a list of which all hold.
    func conditions(_ faults: FaultCollector) -> [String]? {
        switch node.content {
        case .mapping(let entries):
            return entries.compactMap { entry in
                let site = value(of: entry)
                guard let value = site.variable(faults) else { return nil }
                let name = entry.key.contains(" ") ? "`\(entry.key)`" : entry.key
                let condition = "\(name) = \"\(value.text)\""
                if let fault = SimulationSyntax.fault(inCondition: condition) {
                    let isName = SimulationSyntax.fault(inCondition: name) == nil
                    let message = isName ? fault : "\(entry.key.quotedExcerpt) is no name of a state variable"
                    faults.error(message, at: entry.position, key: site.path)
                    return nil
                }
                return condition
            }
        case .sequence: return list(atLeast: 1, faults) { $0.piece($1, .condition) }
        default: return piece(faults, .condition).map { [$0] }
        }
    }

    func condition(_ faults: FaultCollector) -> String? {
        guard let parts = conditions(faults), let first = parts.first else { return nil }
        guard parts.count > 1 else { return first }
        let whole = parts.map { "(\($0))" }.joined(separator: " and ")
        // Each of them is understood; together they may be too much.
        if let fault = SimulationSyntax.fault(inCondition: whole) {
            faults.error(fault, at: self)
            return nil
        }
        return whole
    }
}
