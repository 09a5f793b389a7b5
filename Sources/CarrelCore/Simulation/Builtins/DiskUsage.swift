/// `du`: how much directories hold.
enum DiskUsage {
    static func du(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "abchkms", valued: "d", beyond: "0BDHlLPStxX",
            long: [
                "summarize": "s", "human-readable": "h", "all": "a", "total": "c", "max-depth": "d", "bytes": "b",
                "block-size": "B", "count-links": "l", "dereference": "L", "exclude": "-", "inodes": "-", "si": "-",
                "apparent-size": "-", "separate-dirs": "S", "threshold": "t", "time": "-", "one-file-system": "x",
                "null": "0",
            ])
        var deepest = try arguments.number("d", or: .max) { text in
            Complaint("du: invalid maximum depth '\(text)'", "Try 'du --help' for more information.")
        }
        if arguments.has("s") {
            if arguments.has("a") {
                throw Complaint(
                    "du: cannot both summarize and show all entries", "Try 'du --help' for more information.")
            }
            deepest = 0
        }
        let isApparent = arguments.has("b")
        var rows: [(size: Int, path: String)] = []
        func walk(_ node: FileNode, shown path: String, depth: Int) -> Int {
            var size = isApparent || node.kind == .dir ? node.size : (node.size + 4095) / 4096 * 4096
            // A short target is kept beside the link's name.
            if node.kind == .link, !isApparent { size = 0 }
            if let stated = scope.value(of: "file.\(node.path).size").flatMap(ByteCount.stated) { size = stated }
            if node.kind == .dir {
                for name in scope.names(in: node.path) {
                    let child = scope.child(name, of: node.path)
                    guard let next = try? scope.file(child, followingLinks: false) else { continue }
                    let below = walk(next, shown: path == "/" ? "/" + name : path + "/" + name, depth: depth + 1)
                    size = ByteCount.sum(size, below)
                }
            }
            if depth <= deepest, node.kind == .dir || arguments.has("a") || depth == 0 { rows.append((size, path)) }
            return size
        }
        var total = 0
        for name in arguments.operands.isEmpty ? ["."] : arguments.operands {
            guard let node = try? scope.file(name, followingLinks: name.hasSuffix("/")) else {
                throw Complaint("du: cannot access '\(name)': No such file or directory")
            }
            total = ByteCount.sum(total, walk(node, shown: name, depth: 0))
        }
        if arguments.has("c") { rows.append((total, "total")) }
        let unit = isApparent ? 1 : arguments.has("m") ? 1 << 20 : 1024
        func shown(_ size: Int) -> String {
            arguments.has("h") ? ByteCount.human(size) : String((size + unit - 1) / unit)
        }
        return CommandOutput(text: rows.map { shown($0.size) + "\t" + $0.path + "\n" }.joined())
    }
}
