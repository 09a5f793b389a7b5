import CarrelCore

/// A question answered at the prompt of a small command-line world.
enum SimulationSchema {
    static func read(_ fields: inout Fields) -> QuestionBody? {
        let world = fields.value("world", .required, readWorld)
        return world.map { QuestionBody(answer: $0.solution.joined(separator: "\n"), payload: .simulation($0)) }
    }

    private static func readWorld(_ site: Site, _ faults: FaultCollector) -> World? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let shell: World.Shell? = fields.name("shell")
        var deviceIDs = Distinct("id"), goalIDs = Distinct("id")
        let devices = fields.list("devices", .required, atLeast: 1) { device($0, &deviceIDs, $1) }
        let state = fields.value("state") { $0.dictionary($1, value) }
        let commands = fields.list("commands", .required, atLeast: 1, command)
        let goals = fields.list("goals", .required, atLeast: 1) { goal($0, &goalIDs, $1) }
        let solution = fields.list("solution", .required, atLeast: 1) { $0.text($1) }
        fields.finish("a world")
        guard let shell, let state else { return nil }
        check(goals, against: state, commands, at: site["goals"], faults)
        return World(
            shell: shell, devices: devices, state: state, commands: commands, goals: goals, solution: solution)
    }

    private static func device(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> World.Device? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.text("id"), prompt = fields.value("prompt") { $0.template($1) }
        fields.finish("a device")
        guard let id, let prompt else { return nil }
        ids.add(id, at: site["id"], faults)
        return World.Device(id: id, prompt: prompt)
    }

    private static func command(_ site: Site, _ faults: FaultCollector) -> World.Command? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let modes = fields.texts("modes"), match = fields.text("match")
        let set = fields.value("set", .optional) { $0.dictionary($1, value) }
        let print = fields.value("print", .optional) { $0.template($1) }
        fields.finish("a command")
        return match.map { World.Command(modes: modes, match: $0, set: set ?? [:], print: print ?? "") }
    }

    private static func goal(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> World.Goal? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), when = fields.value("when") { $0.dictionary($1, value) }
        let points = fields.integer("points", in: 1...100, .optional), why = fields.text("why", .optional)
        fields.finish("a goal")
        guard let id, let when else { return nil }
        ids.add(id, at: site["id"], faults)
        if when.isEmpty { faults.error("has no condition; name a state variable and its value", at: site["when"]) }
        return World.Goal(id: id, when: when, points: points ?? 1, why: why)
    }

    /// A state variable's value: plain `true`, `false` and whole numbers are what they look like, the rest is text.
    private static func value(_ site: Site, _ faults: FaultCollector) -> World.Value? {
        if case .scalar(let text, .plain) = site.node.content {
            if let flag = Bool(text) { return .flag(flag) }
            if let number = Int(text) { return .number(number) }
        }
        return site.template(faults).map(World.Value.text)
    }

    /// A goal over a variable that nothing sets could never be reached.
    private static func check(
        _ goals: [World.Goal], against state: [String: World.Value], _ commands: [World.Command], at site: Site,
        _ faults: FaultCollector
    ) {
        let written = commands.flatMap(\.set.keys)
        // A variable's name may be made from what a command captures; then any name may come about.
        guard !written.contains(where: { $0.contains("{") }) else { return }
        let variables = Set(state.keys).union(written)
        for (index, goal) in goals.enumerated() {
            for name in goal.when.keys.sorted() where !variables.contains(name) {
                let guess = NearestName.to(name, among: variables).map { "; did you mean \"\($0)\"?" } ?? ""
                faults.error(
                    "no state variable \(name.quotedExcerpt) is defined or set\(guess)", at: site[index]["when"][name])
            }
        }
    }
}
