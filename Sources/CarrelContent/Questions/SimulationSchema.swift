import CarrelCore

/// A question answered at the prompt of a small command-line world.
enum SimulationSchema {
    static func read(_ fields: inout Fields) -> QuestionBody? {
        let world = fields.value("world", .required, readWorld)
        return world.map { world in
            let isSingle = world.devices.count == 1
            let lines = world.solution.map { isSingle ? $0.command : "\($0.device): \($0.command)" }
            return QuestionBody(answer: lines.joined(separator: "\n"), payload: .simulation(world))
        }
    }

    private static func readWorld(_ site: Site, _ faults: FaultCollector) -> World? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let shell = fields.slug("shell")
        var deviceIDs = Distinct("id"), goalIDs = Distinct("id")
        let devices = fields.list("devices", .required, atLeast: 1, atMost: 9) { device($0, &deviceIDs, $1) }
        var state = fields.value("state", .optional) { $0.variables($1) } ?? [:]
        let shared = fields.value("shared", .optional) { $0.variables($1) }
        if let files = fields.value("files", .optional, files) { state.merge(files) { _, new in new } }
        let commands = fields.list("commands", .optional, ShellCommandSchema.read)
        let goals = fields.list("goals", .required, atLeast: 1) { goal($0, &goalIDs, $1) }
        let first = devices.first?.id ?? ""
        let solution = fields.value("solution") { site, faults in
            site.list(atLeast: 1, faults) { entries($0, first, deviceIDs.values, $1) }?.flatMap { $0 }
        }
        fields.finish("a world")
        guard let shell, let solution else { return nil }
        return World(
            shell: shell, devices: devices, state: state, shared: shared ?? [:], commands: commands, goals: goals,
            solution: solution)
    }

    private static func device(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> World.Device? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.text("id"), title = fields.text("title", .optional)
        var state = fields.value("state", .optional) { $0.variables($1) } ?? [:]
        if let files = fields.value("files", .optional, files) { state.merge(files) { _, new in new } }
        fields.finish("a device")
        guard let id else { return nil }
        if !id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) {
            faults.error("a device's id has letters, digits, \"-\" and \"_\"", at: site["id"])
        }
        ids.add(id, at: site["id"], faults)
        return World.Device(id: id, title: title, state: state)
    }

    private static func goal(_ site: Site, _ ids: inout Distinct, _ faults: FaultCollector) -> World.Goal? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let id = fields.slug("id"), when = fields.value("when") { $0.conditions($1) }
        let points = fields.integer("points", in: 1...100, .optional), title = fields.text("title", .optional)
        let why = fields.text("why", .optional)
        fields.finish("a goal")
        guard let id, let when else { return nil }
        ids.add(id, at: site["id"], faults)
        if when.isEmpty { faults.error("has no condition; name a state variable and its value", at: site["when"]) }
        return World.Goal(id: id, when: when, points: points ?? 1, title: title, why: why)
    }

    /// A line for the first device, or `device: line`, or `device: [line, …]`.
    static func entries(_ site: Site, _ first: String, _ devices: Set<String>, _ faults: FaultCollector)
        -> [SimulationEntry]?
    {
        guard case .mapping(let entries) = site.node.content else {
            return site.text(faults).map { [SimulationEntry(device: first, command: $0)] }
        }
        return entries.flatMap { entry -> [SimulationEntry] in
            if !devices.contains(entry.key) {
                let guess = NearestName.to(entry.key, among: devices).map { "did you mean \"\($0)\"?" }
                faults.error(
                    "there is no device \(entry.key.quotedExcerpt); "
                        + (guess ?? "devices are \(devices.sorted().joined(separator: ", "))"),
                    at: entry.position, key: site.path)
            }
            let lines = site.value(of: entry).oneOrMore(faults) { $0.text($1) }
            return (lines ?? []).map { SimulationEntry(device: entry.key, command: $0) }
        }
    }

    /// Files by path: a text, or what is known of it. A path that ends with a slash is a directory.
    private static func files(_ site: Site, _ faults: FaultCollector) -> [String: World.Value]? {
        guard case .mapping(let entries) = site.node.content else {
            site.refuse(expecting: "a mapping of paths to files", faults)
            return nil
        }
        var state: [String: World.Value] = [:]
        for entry in entries {
            let site = site.value(of: entry)
            guard entry.key.hasPrefix("/") else {
                faults.error("a path begins with \"/\"", at: entry.position, key: site.path)
                continue
            }
            guard SimulationSyntax.allowsPath(entry.key) else {
                faults.error(
                    "a path has at most \(SimulationSyntax.longestPath) bytes and \(SimulationSyntax.deepestPath) names",
                    at: entry.position, key: site.path)
                continue
            }
            let isDirectory = entry.key.hasSuffix("/") && entry.key != "/"
            let path = isDirectory ? String(entry.key.dropLast()) : entry.key
            if isDirectory { state["file.\(path).kind"] = .text("dir") }
            guard case .mapping = site.node.content else {
                if let text = site.template(faults) { state["file.\(path).text"] = .text(lined(text)) }
                continue
            }
            guard var fields = Fields(site, faults: faults) else { continue }
            for key in ["mode", "owner", "group", "to", "time", "size"] {
                if let text = fields.text(key, .optional) { state["file.\(path).\(key)"] = .text(text) }
            }
            let text = fields.value("text", .optional) { $0.template($1) }
            fields.finish("a file")
            if let text { state["file.\(path).text"] = .text(lined(text)) }
            if text == nil, !isDirectory, state["file.\(path).to"] == nil { state["file.\(path).text"] = .text("") }
        }
        return state
    }

    /// A text file's last line ends, as editors leave it.
    private static func lined(_ text: String) -> String { text.isEmpty || text.hasSuffix("\n") ? text : text + "\n" }
}
