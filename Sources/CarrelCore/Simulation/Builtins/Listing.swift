/// What is in a directory, and what is known of a file.
enum Listing {
    /// How it ends where a file that was named cannot be listed, and where one below it cannot.
    private static let trouble = 2, smallTrouble = 1

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
        var errors: [String] = []
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
                errors.append("ls: cannot access '\(name)': \(error.rawValue)")
            }
        }
        var blocks: [String] = []
        sort(&files, arguments)
        sort(&directories, arguments)
        if !files.isEmpty {
            blocks.append(rows(files, arguments, scope, showsTotal: false, isPiped: invocation.isPiped))
        }
        var unseen: [String] = []
        for (name, node) in directories {
            guard scope.can(4, node) else {
                errors.append("ls: cannot open directory '\(name)': \(FileRefusal.denied.rawValue)")
                continue
            }
            let listed = list(
                name, node, arguments, scope, isTitled: operands.count > 1 || arguments.has("R"),
                isPiped: invocation.isPiped)
            blocks += listed.blocks
            unseen += listed.errors
        }
        var output = CommandOutput(text: blocks.joined(separator: "\n"))
        output.add(unseen, failing: false, status: smallTrouble)
        output.add(errors, failing: blocks.isEmpty, status: trouble)
        return output
    }

    private static func list(
        _ name: String, _ node: FileNode, _ arguments: Arguments, _ scope: SimulationScope, isTitled: Bool,
        isPiped: Bool
    ) -> (blocks: [String], errors: [String]) {
        let showsHidden = arguments.has("a") || arguments.has("A")
        let names = scope.names(in: node.path).filter { showsHidden || !$0.hasPrefix(".") }
        var entries: [(name: String, node: FileNode)] = [], errors: [String] = []
        for each in names {
            do throws(FileRefusal) {
                entries.append((each, try scope.file(scope.child(each, of: node.path), followingLinks: false)))
            } catch {
                // The names of a directory that may not be searched can be read all the same.
                errors.append("ls: cannot access '\(scope.child(each, of: name))': \(error.rawValue)")
            }
        }
        let title = isTitled ? name + ":\n" : ""
        guard scope.can(1, node) else {
            let rows = isLong(arguments) ? names.map { "-????????? ? ? ? ?            ? " + $0 } : names
            let isColumn = isLong(arguments) || arguments.has("1") || isPiped
            let total = isLong(arguments) ? "total 0\n" : ""
            return ([title + total + (isColumn ? rows : NameColumns.lines(rows)).asLines], errors)
        }
        let below = entries.filter { $0.node.kind == .dir }.map(\.name)
        if arguments.has("a") {
            let parent = (try? scope.file(SimulationScope.parent(node.path))) ?? node
            entries += [(".", node), ("..", parent)]
        }
        sort(&entries, arguments)
        var blocks = [title + rows(entries, arguments, scope, showsTotal: true, isPiped: isPiped)]
        guard arguments.has("R") else { return (blocks, errors) }
        for (each, child) in entries where below.contains(each) {
            let path = scope.child(each, of: name)
            guard scope.can(4, child) else {
                errors.append("ls: cannot open directory '\(path)': \(FileRefusal.denied.rawValue)")
                continue
            }
            let listed = list(path, child, arguments, scope, isTitled: true, isPiped: isPiped)
            blocks += listed.blocks
            errors += listed.errors
        }
        return (blocks, errors)
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
