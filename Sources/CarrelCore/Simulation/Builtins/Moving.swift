/// Copying, moving, linking and removing.
enum Moving {
    static func rm(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "rRfiv", long: ["recursive": "r", "force": "f", "verbose": "v"])
        let isRecursive = arguments.has("r") || arguments.has("R")
        if arguments.operands.isEmpty, !arguments.has("f") {
            throw Complaint("rm: missing operand", "Try 'rm --help' for more information.")
        }
        for name in arguments.operands {
            if scope.absolute(name) == "/" {
                throw Complaint(
                    "rm: it is dangerous to operate recursively on '/'",
                    "rm: use --no-preserve-root to override this failsafe")
            }
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: false)
                if node.kind == .dir, !isRecursive { throw .isDirectory }
                try scope.delete(name)
            } catch {
                if error == .missing, arguments.has("f") { continue }
                throw Complaint("rm: cannot remove '\(name)': \(error.rawValue)")
            }
        }
        return CommandOutput()
    }

    static func mv(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "fivn")
        try each(invocation, arguments.operands, "move", &scope) { source, target, scope throws(FileRefusal) in
            let from = try scope.file(source, followingLinks: false)
            let to = scope.absolute(target)
            if from.path == to { return }
            if to.hasPrefix(from.path + "/") { throw .notPermitted }
            if let old = try? scope.file(target, followingLinks: false) {
                if old.kind == .dir { throw .notEmpty }
                try scope.delete(target)
            }
            try copy(from, to: to, &scope, keepsOwner: true)
            try scope.delete(source)
        }
        return CommandOutput()
    }

    static func cp(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "rRapfvi", long: ["recursive": "r", "archive": "a", "preserve": "p"])
        let isRecursive = !arguments.flags.isDisjoint(with: ["r", "R", "a"])
        for name in arguments.operands.dropLast() where !isRecursive {
            if let node = try? scope.file(name), node.kind == .dir {
                throw Complaint("cp: -r not specified; omitting directory '\(name)'")
            }
        }
        let keepsOwner = arguments.has("a") || arguments.has("p")
        try each(invocation, arguments.operands, "stat", &scope) { source, target, scope throws(FileRefusal) in
            let from = try scope.file(source)
            if scope.absolute(target).hasPrefix(from.path + "/") { throw .notPermitted }
            if !scope.can(4, from) { throw .denied }
            if let old = try? scope.file(target), old.kind == .file, from.kind == .file {
                try scope.write(from.text, to: target)
            } else {
                try copy(from, to: scope.absolute(target), &scope, keepsOwner: keepsOwner)
            }
        }
        return CommandOutput()
    }

    /// Calls `body` with every source and where it goes: into the last operand, when that is a directory.
    private static func each(
        _ invocation: Invocation, _ operands: [String], _ verb: String, _ scope: inout SimulationScope,
        _ body: (String, String, inout SimulationScope) throws(FileRefusal) -> Void
    ) throws(Complaint) {
        let name = invocation.name
        guard let last = operands.last, let first = operands.first else {
            throw Complaint("\(name): missing file operand", "Try '\(name) --help' for more information.")
        }
        guard operands.count > 1 else {
            throw Complaint(
                "\(name): missing destination file operand after '\(first)'",
                "Try '\(name) --help' for more information.")
        }
        let target = try? scope.file(last)
        if operands.count > 2, target?.kind != .dir { throw Complaint("\(name): target '\(last)' is not a directory") }
        for source in operands.dropLast() {
            let into = scope.absolute(source).split(separator: "/").last.map(String.init) ?? ""
            do throws(FileRefusal) {
                _ = try scope.file(source, followingLinks: false)
                try body(source, target?.kind == .dir ? scope.child(into, of: scope.absolute(last)) : last, &scope)
            } catch {
                switch error {
                case .missing where (try? scope.file(source, followingLinks: false)) == nil:
                    throw Complaint("\(name): cannot stat '\(source)': \(error.rawValue)")
                case .denied where verb == "stat":
                    throw Complaint("\(name): cannot open '\(source)' for reading: \(error.rawValue)")
                default:
                    let action = verb == "stat" ? "create regular file" : "move to"
                    throw Complaint("\(name): cannot \(action) '\(last)': \(error.rawValue)")
                }
            }
        }
    }

    private static func copy(_ from: FileNode, to path: String, _ scope: inout SimulationScope, keepsOwner: Bool)
        throws(FileRefusal)
    {
        try scope.create(from.kind, at: path, text: from.text, target: from.target, mode: from.mode)
        if keepsOwner, var made = try? scope.file(path, followingLinks: false) {
            (made.owner, made.group, made.time) = (from.owner, from.group, from.time)
            scope.put(made)
        }
        guard from.kind == .dir else { return }
        for name in scope.names(in: from.path) {
            let child = try scope.file(scope.child(name, of: from.path), followingLinks: false)
            try copy(child, to: scope.child(name, of: path), &scope, keepsOwner: keepsOwner)
        }
    }

    static func ln(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "sfnv", long: ["symbolic": "s", "force": "f"])
        guard let target = arguments.operands.first else {
            throw Complaint("ln: missing file operand", "Try 'ln --help' for more information.")
        }
        let base = target.split(separator: "/").last.map(String.init) ?? target
        var place = arguments.operands.count > 1 ? arguments.operands[1] : base
        if let node = try? scope.file(place), node.kind == .dir, !arguments.has("n") {
            place = scope.child(base, of: node.path)
        }
        if !arguments.has("s"), let node = try? scope.file(target), node.kind == .dir {
            throw Complaint("ln: \(target): hard link not allowed for directory")
        }
        do throws(FileRefusal) {
            if arguments.has("f"), (try? scope.file(place, followingLinks: false)) != nil { try scope.delete(place) }
            if arguments.has("s") {
                try scope.create(.link, at: place, target: target, mode: 0o777)
            } else {
                let node = try scope.file(target)
                try scope.create(.file, at: place, text: node.text, mode: node.mode)
            }
        } catch {
            let kind = arguments.has("s") ? "symbolic" : "hard"
            throw Complaint("ln: failed to create \(kind) link '\(place)': \(error.rawValue)")
        }
        return CommandOutput()
    }
}
