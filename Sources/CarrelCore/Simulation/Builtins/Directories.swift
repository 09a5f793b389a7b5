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
            invocation, flags: "pv", valued: "m", beyond: "Z",
            long: ["parents": "p", "mode": "m", "verbose": "v", "context": "Z"])
        guard !arguments.operands.isEmpty else {
            throw Complaint("mkdir: missing operand", "Try 'mkdir --help' for more information.")
        }
        let umask = scope.umask
        let mode = try arguments.value("m").map { text throws(Complaint) in
            guard let change = FileModeChange(text) else { throw Complaint("mkdir: invalid mode '\(text)'") }
            return change.applied(to: 0o777, isDirectory: true, umask: umask)
        }
        return scope.turns(arguments.operands) { name, scope throws(Complaint) -> String in
            do throws(FileRefusal) {
                let made = try make(name, withParents: arguments.has("p"), mode: mode, &scope)
                return arguments.has("v") ? made.map { "mkdir: created directory '\($0)'\n" }.joined() : ""
            } catch {
                throw Complaint("mkdir: cannot create directory '\(name)': \(error.rawValue)")
            }
        }
    }

    /// What was made, each as it was named.
    private static func make(_ name: String, withParents: Bool, mode: Int?, _ scope: inout SimulationScope)
        throws(FileRefusal) -> [String]
    {
        guard withParents else {
            try scope.create(.dir, at: name, mode: mode)
            return [name]
        }
        var path = name.hasPrefix("/") ? "/" : "", made: [String] = []
        for part in name.split(separator: "/") {
            path += (path.isEmpty || path == "/" ? "" : "/") + part
            if let node = try? scope.file(path) {
                if node.kind != .dir { throw .exists }
                continue
            }
            // The mode that is asked for is that of the last one.
            let isLast = scope.absolute(path) == scope.absolute(name)
            try scope.create(.dir, at: path, mode: isLast ? mode : nil)
            made.append(path)
        }
        return made
    }

    static func rmdir(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "pv", long: ["parents": "p", "verbose": "v", "ignore-fail-on-non-empty": "-"])
        guard !arguments.operands.isEmpty else {
            throw Complaint("rmdir: missing operand", "Try 'rmdir --help' for more information.")
        }
        return scope.turns(arguments.operands) { operand, scope throws(Complaint) -> String in
            var name = operand, said = ""
            while name.count > 1, name.hasSuffix("/") { name.removeLast() }
            while true {
                if arguments.has("v") { said += "rmdir: removing directory, '\(name)'\n" }
                do throws(FileRefusal) {
                    let node = try scope.file(name, followingLinks: false)
                    if node.kind != .dir { throw .noDirectory }
                    if !scope.names(in: node.path).isEmpty { throw .notEmpty }
                    try scope.delete(name)
                } catch {
                    let what = name == operand ? "" : "directory "
                    throw Complaint("rmdir: failed to remove \(what)'\(name)': \(error.rawValue)")
                }
                guard arguments.has("p"), let slash = name.lastIndex(of: "/"), slash > name.startIndex else {
                    return said
                }
                name = String(name[..<slash])
            }
        }
    }
}
