/// What is in a directory, and what is known of a file.
enum Listing {
    static func ls(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "laA1hdRtrSnFip", beyond: "bBcCDfgGIkLmNoqQsTuUvwxXZH",
            long: [
                "all": "a", "almost-all": "A", "human-readable": "h", "directory": "d", "recursive": "R",
                "reverse": "r",
                "numeric-uid-gid": "n", "classify": "F", "inode": "i", "color": " ", "author": "-", "block-size": "-",
                "dereference": "L", "escape": "b", "file-type": "-", "format": "-", "full-time": "-",
                "group-directories-first": "-", "hide": "-", "ignore": "I", "no-group": "G", "quote-name": "Q",
                "si": "-",
                "size": "s", "sort": "-", "time": "-", "time-style": "-", "width": "w", "zero": "-",
            ])
        var files: [(name: String, node: FileNode)] = [], directories: [(name: String, node: FileNode)] = []
        let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
        for name in operands {
            do throws(FileRefusal) {
                let node = try scope.file(
                    name,
                    followingLinks: !(isLong(arguments) || arguments.has("d") || arguments.has("F"))
                        || name.hasSuffix("/"))
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
        sort(&files, arguments)
        sort(&directories, arguments)
        if !files.isEmpty {
            blocks.append(rows(files, arguments, scope, showsTotal: false, isPiped: invocation.isPiped))
        }
        for (name, node) in directories {
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
        let below = entries.filter { $0.node.kind == .dir }.map(\.name)
        if arguments.has("a") {
            let parent = (try? scope.file(SimulationScope.parent(node.path))) ?? node
            entries += [(".", node), ("..", parent)]
        }
        sort(&entries, arguments)
        blocks.append(
            (isTitled ? name + ":\n" : "") + rows(entries, arguments, scope, showsTotal: true, isPiped: isPiped))
        guard arguments.has("R") else { return }
        for (each, child) in entries where below.contains(each) {
            try list(
                name == "/" ? "/" + each : name + "/" + each, child, arguments, scope, &blocks, isTitled: true,
                isPiped: isPiped)
        }
    }

    private static func isLong(_ arguments: Arguments) -> Bool { arguments.has("l") || arguments.has("n") }

    /// By name, by size or by time, and the other way round.
    private static func sort(_ entries: inout [(name: String, node: FileNode)], _ arguments: Arguments) {
        entries.sort { one, other in
            let names = (one.name.lowercased(), other.name.lowercased())
            return names.0 == names.1 ? one.name < other.name : names.0 < names.1
        }
        if arguments.has("S") { entries.sort { $0.node.size > $1.node.size } }
        if arguments.has("t"), !arguments.has("S") {
            entries.sort { FileStatus.sortable($0.node.time) > FileStatus.sortable($1.node.time) }
        }
        if arguments.has("r") { entries.reverse() }
    }

    /// What `-F` and `-p` put behind a name.
    private static func mark(of node: FileNode, _ arguments: Arguments) -> String {
        switch node.kind {
        case .dir: arguments.has("F") || arguments.has("p") ? "/" : ""
        case .link: arguments.has("F") ? "@" : ""
        case .file: arguments.has("F") && node.mode & 0o111 != 0 ? "*" : ""
        }
    }

    /// - Parameter isPiped: One name a line, as whoever reads them expects.
    private static func rows(
        _ entries: [(name: String, node: FileNode)], _ arguments: Arguments, _ scope: SimulationScope,
        showsTotal: Bool, isPiped: Bool
    ) -> String {
        let numbers = entries.map { arguments.has("i") ? FileStatus.inode(of: $0.node) + " " : "" }
        let number = numbers.map(\.count).max() ?? 0
        let heads = numbers.map { $0.leftPadded(to: number) }
        guard isLong(arguments) else {
            let names = zip(heads, entries).map { $0 + $1.name + mark(of: $1.node, arguments) }
            return (arguments.has("1") || isPiped ? names : NameColumns.lines(names)).asLines
        }
        let isHuman = arguments.has("h"), isNumeric = arguments.has("n")
        let sizes = entries.map { isHuman ? ByteCount.human($0.node.size) : String($0.node.size) }
        let owners = entries.map { isNumeric ? FileStatus.number(of: $0.node.owner, scope) : $0.node.owner }
        let groups = entries.map { isNumeric ? FileStatus.groupNumber(of: $0.node, scope) : $0.node.group }
        let owner = owners.map(\.count).max() ?? 0, group = groups.map(\.count).max() ?? 0
        let size = sizes.map(\.count).max() ?? 0
        let blocks = entries.reduce(0) { $0 + ($1.node.kind == .link ? 0 : ($1.node.size + 4095) / 4096 * 4) }
        let lines = entries.enumerated().map { index, entry in
            let node = entry.node
            func column(_ text: String, _ width: Int) -> String {
                isNumeric ? text.leftPadded(to: width) : text.padded(to: width)
            }
            let target = try? scope.file(node.path)
            let name =
                node.kind == .link
                ? "\(entry.name) -> \(node.target)" + (target.map { mark(of: $0, arguments) } ?? "")
                : entry.name + mark(of: node, arguments)
            return "\(heads[index])\(node.permissions) \(node.kind == .dir ? 2 : 1) \(column(owners[index], owner)) "
                + "\(column(groups[index], group)) \(sizes[index].leftPadded(to: size)) \(node.time) \(name)\n"
        }
        let total = isHuman ? blocks == 0 ? "0" : ByteCount.human(blocks * 1024) : String(blocks)
        return (showsTotal ? "total \(total)\n" : "") + lines.joined()
    }
}
