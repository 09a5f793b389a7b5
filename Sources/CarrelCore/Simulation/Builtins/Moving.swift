/// Copying, moving, linking and removing.
enum Moving {
    static func rm(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "rRfdv", beyond: "iI",
            long: [
                "recursive": "r", "force": "f", "verbose": "v", "dir": "d", "interactive": "i", "one-file-system": " ",
                "preserve-root": " ", "no-preserve-root": " ",
            ])
        let isRecursive = arguments.has("r") || arguments.has("R")
        if arguments.operands.isEmpty, !arguments.has("f") {
            throw Complaint("rm: missing operand", "Try 'rm --help' for more information.")
        }
        var said = ""
        for name in arguments.operands {
            if scope.absolute(name) == "/" {
                throw Complaint(
                    "rm: it is dangerous to operate recursively on '/'",
                    "rm: use --no-preserve-root to override this failsafe")
            }
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: false)
                if node.kind == .dir, !isRecursive {
                    guard arguments.has("d") else { throw .isDirectory }
                    if !scope.names(in: node.path).isEmpty { throw .notEmpty }
                }
                if arguments.has("v") { said += removed(node, as: name, scope) }
                try scope.delete(name)
            } catch {
                if error == .missing, arguments.has("f") { continue }
                throw Complaint("rm: cannot remove '\(name)': \(error.rawValue)")
            }
        }
        return CommandOutput(text: said)
    }

    /// What is told of everything that goes with the file, the innermost first.
    private static func removed(_ node: FileNode, as name: String, _ scope: SimulationScope) -> String {
        guard node.kind == .dir else { return "removed '\(name)'\n" }
        let below = scope.names(in: node.path).compactMap { each -> String? in
            guard let child = try? scope.file(scope.child(each, of: node.path), followingLinks: false) else {
                return nil
            }
            return removed(child, as: scope.child(each, of: name), scope)
        }
        return below.joined() + "removed directory '\(name)'\n"
    }

    static func mv(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        // Without a question before it, nothing is left to force.
        let arguments = try Arguments(
            invocation, flags: "fnv", beyond: "bistTuZ",
            long: [
                "force": "f", "no-clobber": "n", "verbose": "v", "interactive": "i", "update": "u",
                "target-directory": "t", "no-target-directory": "T", "backup": "b", "suffix": "s",
                "strip-trailing-slashes": "-",
            ])
        let keepsOld = arguments.has("n"), isVerbose = arguments.has("v")
        var said = ""
        try each(invocation, arguments.operands, "move", &scope) { source, target, scope throws(FileRefusal) in
            let from = try scope.file(source, followingLinks: false)
            let to = scope.absolute(target)
            if from.path == to { return }
            if to.hasPrefix(from.path + "/") { throw .notPermitted }
            if let old = try? scope.file(target, followingLinks: false) {
                if keepsOld { return }
                if old.kind == .dir { throw .notEmpty }
                try scope.delete(target)
            }
            try copy(from, to: to, &scope, keepsOwner: true)
            try scope.delete(source)
            if isVerbose { said += "renamed '\(source)' -> '\(target)'\n" }
        }
        return CommandOutput(text: said)
    }

    static func cp(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "adfLnpPrRv", beyond: "bHilsStTuxZ",
            long: [
                "recursive": "r", "archive": "a", "no-clobber": "n", "force": "f", "verbose": "v", "interactive": "i",
                "dereference": "L", "no-dereference": "P", "preserve": "p", "link": "l", "symbolic-link": "s",
                "target-directory": "t", "no-target-directory": "T", "update": "u", "backup": "b", "suffix": "S",
                "parents": "-", "no-preserve": "-", "sparse": "-", "reflink": "-", "one-file-system": "x",
            ])
        func has(_ letters: String) -> Bool { letters.contains { arguments.has($0) } }
        let isRecursive = has("rRa"), keepsOwner = has("ap"), keepsOld = has("n"), isVerbose = has("v")
        // What is copied with all below it stays a link where it is one.
        let followsLinks = has("L") || !has("rRadP")
        if has("L"), isRecursive { throw Arguments.beyond("cp", "-L with -r") }
        for name in arguments.operands.dropLast() where !isRecursive {
            if let node = try? scope.file(name), node.kind == .dir {
                throw Complaint("cp: -r not specified; omitting directory '\(name)'")
            }
        }
        var said = ""
        try each(invocation, arguments.operands, "stat", &scope) { source, target, scope throws(FileRefusal) in
            let from = try scope.file(source, followingLinks: followsLinks)
            if scope.absolute(target).hasPrefix(from.path + "/") { throw .notPermitted }
            if !scope.can(4, from) { throw .denied }
            let old = try? scope.file(target)
            if keepsOld, old != nil { return }
            if old?.kind == .file, from.kind == .file {
                try scope.write(from.text, to: target)
                if keepsOwner { keepAttributes(of: from, at: target, &scope) }
            } else {
                try copy(from, to: scope.absolute(target), &scope, keepsOwner: keepsOwner)
            }
            if isVerbose { said += copied(from, source, target, scope) }
        }
        return CommandOutput(text: said)
    }

    private static func copied(_ node: FileNode, _ source: String, _ target: String, _ scope: SimulationScope) -> String
    {
        let below = node.kind == .dir ? scope.names(in: node.path) : []
        return below.reduce("'\(source)' -> '\(target)'\n") { said, name in
            guard let child = try? scope.file(scope.child(name, of: node.path), followingLinks: false) else {
                return said
            }
            return said + copied(child, scope.child(name, of: source), scope.child(name, of: target), scope)
        }
    }

    private static func keepAttributes(of from: FileNode, at path: String, _ scope: inout SimulationScope) {
        guard var made = try? scope.file(path, followingLinks: false) else { return }
        (made.mode, made.owner, made.group, made.time) = (from.mode, from.owner, from.group, from.time)
        scope.put(made)
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
        if operands.count > 2, target?.kind != .dir { throw Complaint("\(name): target '\(last)': Not a directory") }
        for source in operands.dropLast() {
            let into = scope.absolute(source).split(separator: "/").last.map(String.init) ?? ""
            do throws(FileRefusal) {
                _ = try scope.file(source, followingLinks: false)
                try body(source, target?.kind == .dir ? (last.hasSuffix("/") ? last : last + "/") + into : last, &scope)
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
        if keepsOwner { keepAttributes(of: from, at: path, &scope) }
        guard from.kind == .dir else { return }
        for name in scope.names(in: from.path) {
            let child = try scope.file(scope.child(name, of: from.path), followingLinks: false)
            try copy(child, to: scope.child(name, of: path), &scope, keepsOwner: keepsOwner)
        }
    }
}
