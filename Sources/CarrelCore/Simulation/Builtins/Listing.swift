/// What is in a directory, and what is known of a file.
enum Listing {
    static func ls(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "laA1hdRtrSnFi",
            long: ["all": "a", "human-readable": "h", "directory": "d", "color": "F"])
        var files: [(name: String, node: FileNode)] = [], directories: [(name: String, node: FileNode)] = []
        let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
        for name in operands {
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: !arguments.has("l") || name.hasSuffix("/"))
                if node.kind == .dir, !arguments.has("d") {
                    directories.append((name, node))
                } else {
                    files.append((name, node))
                }
            } catch {
                throw Complaint("ls: cannot access '\(name)': \(error.rawValue)")
            }
        }
        var blocks: [String] = []
        if !files.isEmpty { blocks.append(rows(files, arguments, showsTotal: false, isPiped: invocation.isPiped)) }
        for (name, node) in directories.sorted(by: { $0.name < $1.name }) {
            guard scope.can(4, node) else {
                throw Complaint("ls: cannot open directory '\(name)': Permission denied")
            }
            try list(
                name, node, arguments, scope, &blocks, isTitled: operands.count > 1 || arguments.has("R"),
                isPiped: invocation.isPiped)
        }
        return CommandOutput(text: blocks.joined(separator: "\n"))
    }

    private static func list(
        _ name: String, _ node: FileNode, _ arguments: Arguments, _ scope: SimulationScope, _ blocks: inout [String],
        isTitled: Bool, isPiped: Bool
    ) throws(Complaint) {
        var entries: [(name: String, node: FileNode)] = []
        let showsHidden = arguments.has("a") || arguments.has("A")
        for each in scope.names(in: node.path) where showsHidden || !each.hasPrefix(".") {
            let path = scope.child(each, of: node.path)
            if let child = try? scope.file(path, followingLinks: false) { entries.append((each, child)) }
        }
        entries.sort { $0.name.lowercased() < $1.name.lowercased() }
        if arguments.has("S") { entries.sort { $0.node.size > $1.node.size } }
        if arguments.has("r") { entries.reverse() }
        let below = entries.filter { $0.node.kind == .dir }
        if arguments.has("a") {
            let parent = (try? scope.file(SimulationScope.parent(node.path))) ?? node
            entries = [(".", node), ("..", parent)] + entries
        }
        blocks.append((isTitled ? name + ":\n" : "") + rows(entries, arguments, showsTotal: true, isPiped: isPiped))
        guard arguments.has("R") else { return }
        for (each, child) in below {
            try list(
                name == "/" ? "/" + each : name + "/" + each, child, arguments, scope, &blocks, isTitled: true,
                isPiped: isPiped)
        }
    }

    /// - Parameter isPiped: One name a line, as whoever reads them expects.
    private static func rows(
        _ entries: [(name: String, node: FileNode)], _ arguments: Arguments, showsTotal: Bool, isPiped: Bool
    ) -> String {
        guard arguments.has("l") else {
            let separator = arguments.has("1") || isPiped ? "\n" : "  "
            return entries.map(\.name).joined(separator: separator).withLineEnd
        }
        let sizes = entries.map { arguments.has("h") ? ByteCount.human($0.node.size) : String($0.node.size) }
        let owner = entries.map(\.node.owner.count).max() ?? 0, group = entries.map(\.node.group.count).max() ?? 0
        let size = sizes.map(\.count).max() ?? 0
        let blocks = entries.reduce(0) { $0 + ($1.node.kind == .link ? 0 : ($1.node.size + 4095) / 4096 * 4) }
        let lines = zip(entries, sizes).map { entry, text in
            let node = entry.node
            let link = node.kind == .link ? " -> " + node.target : ""
            return "\(node.permissions) \(node.kind == .dir ? 2 : 1) \(node.owner.padded(to: owner)) "
                + "\(node.group.padded(to: group)) \(text.leftPadded(to: size)) \(node.time) \(entry.name)\(link)\n"
        }
        return (showsTotal ? "total \(blocks)\n" : "") + lines.joined()
    }
}
