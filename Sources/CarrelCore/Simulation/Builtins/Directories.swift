/// Directories: where one is, making and removing them, and how much they hold.
enum Directories {
    static func cd(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        if invocation.arguments.count > 1 { throw Complaint("bash: cd: too many arguments") }
        let wanted = invocation.arguments.first?.text ?? scope.home
        let previous = scope.value(of: "env.OLDPWD")
        if wanted == "-", previous == nil { throw Complaint("bash: cd: OLDPWD not set") }
        let path = wanted == "-" ? previous ?? "/" : wanted
        do throws(FileRefusal) {
            let node = try scope.file(path)
            if node.kind != .dir { throw .noDirectory }
            if !scope.can(1, node) { throw .denied }
            scope.set("env.OLDPWD", scope.directory)
            scope.set("cwd", node.path)
            return CommandOutput(text: wanted == "-" ? node.path + "\n" : "")
        } catch {
            throw Complaint("bash: cd: \(path): \(error.rawValue)")
        }
    }

    static func mkdir(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "pv", valued: "m", long: ["parents": "p", "mode": "m", "verbose": "v"])
        guard !arguments.operands.isEmpty else {
            throw Complaint("mkdir: missing operand", "Try 'mkdir --help' for more information.")
        }
        var mode = 0o755
        if let text = arguments.values["m"] {
            guard let number = Int(text, radix: 8), (0...0o7777).contains(number) else {
                throw Complaint("mkdir: invalid mode '\(text)'")
            }
            mode = number
        }
        for name in arguments.operands {
            do throws(FileRefusal) {
                if arguments.has("p") {
                    var path = ""
                    for part in scope.absolute(name).split(separator: "/") {
                        path += "/" + part
                        if let node = try? scope.file(path) {
                            if node.kind != .dir { throw .exists }
                            continue
                        }
                        try scope.create(.dir, at: path, mode: mode)
                    }
                } else {
                    try scope.create(.dir, at: name, mode: mode)
                }
            } catch {
                throw Complaint("mkdir: cannot create directory '\(name)': \(error.rawValue)")
            }
        }
        return CommandOutput()
    }

    static func rmdir(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "p")
        for name in arguments.operands {
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: false)
                if node.kind != .dir { throw .noDirectory }
                if !scope.names(in: node.path).isEmpty { throw .notEmpty }
                try scope.delete(name)
            } catch {
                throw Complaint("rmdir: failed to remove '\(name)': \(error.rawValue)")
            }
        }
        return CommandOutput()
    }

    static func du(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "shackm", valued: "d",
            long: ["summarize": "s", "human-readable": "h", "all": "a", "total": "c", "max-depth": "d"])
        let deepest = arguments.has("s") ? 0 : arguments.values["d"].flatMap { Int($0) } ?? .max
        var rows: [(size: Int, path: String)] = []
        func walk(_ node: FileNode, shown path: String, depth: Int) -> Int {
            var size = node.kind == .dir ? 4096 : (node.size + 4095) / 4096 * 4096
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
        for name in arguments.operands.isEmpty ? ["."] : arguments.operands {
            guard let node = try? scope.file(name) else {
                throw Complaint("du: cannot access '\(name)': No such file or directory")
            }
            _ = walk(node, shown: name, depth: 0)
        }
        let isHuman = arguments.has("h")
        return CommandOutput(
            text: rows.map { (isHuman ? ByteCount.human($0.size) : String($0.size / 1024)) + "\t" + $0.path + "\n" }
                .joined())
    }
}
