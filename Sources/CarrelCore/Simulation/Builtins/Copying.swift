/// `cp`: what can be copied is, and what cannot is told.
struct Copying {
    private let arguments: Arguments
    private let keepsAttributes: Bool
    private var output = CommandOutput()
    private var count = 0

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
        let isRecursive = has("rRa")
        // What is copied with all below it stays a link where it is one.
        let followsLinks = has("L") || !has("rRadP")
        if has("L"), isRecursive { throw Arguments.beyond("cp", "-L with -r") }
        var copying = Copying(arguments: arguments, keepsAttributes: has("ap"))
        for transfer in try Transfer.all(arguments.operands, of: "cp", scope) where scope.budget.take() {
            do throws(FileRefusal) {
                let from = try scope.file(transfer.source, followingLinks: followsLinks)
                if from.kind == .dir, !isRecursive {
                    copying.fail("-r not specified; omitting directory '\(transfer.source)'")
                } else {
                    copying.copy(from, transfer, &scope)
                }
            } catch {
                copying.fail("cannot stat '\(transfer.source)': \(error.rawValue)")
            }
        }
        copying.output.isAccepted = copying.output.errors.isEmpty || copying.count > 0
        copying.output.status = copying.output.errors.isEmpty ? 0 : 1
        return copying.output
    }

    private init(arguments: Arguments, keepsAttributes: Bool) {
        self.arguments = arguments
        self.keepsAttributes = keepsAttributes
    }

    private mutating func fail(_ what: String) { output.errors.append("cp: " + what) }

    private mutating func copy(_ from: FileNode, _ transfer: Transfer, _ scope: inout SimulationScope) {
        guard scope.budget.take() else { return }
        let (source, target) = (transfer.source, transfer.target)
        let old = try? scope.file(target, followingLinks: from.kind != .link)
        if old?.path == from.path { return fail("'\(source)' and '\(target)' are the same file") }
        switch (from.kind == .dir, old.map { $0.kind == .dir }) {
        case (true, false): return fail("cannot overwrite non-directory '\(target)' with directory '\(source)'")
        case (false, true): return fail("cannot overwrite directory '\(target)' with non-directory '\(source)'")
        case (true, _): return copyDirectory(from, transfer, isNew: old == nil, &scope)
        case (false, _): break
        }
        if old != nil, arguments.has("n") { return }
        guard from.kind == .link || scope.can(4, from) else {
            return fail("cannot open '\(source)' for reading: \(FileRefusal.denied.rawValue)")
        }
        do throws(FileRefusal) {
            if target.hasSuffix("/"), old == nil { throw .noDirectory }
            let isReplaced = old.map { from.kind == .link || arguments.has("f") && !scope.can(2, $0) } ?? false
            if isReplaced { try scope.delete(target) }
            if old != nil, !isReplaced {
                try scope.write(from.text, to: target)
            } else {
                try scope.create(
                    from.kind, at: target, text: from.text, target: from.target,
                    mode: from.kind == .link ? nil : from.mode & 0o777 & ~scope.umask)
            }
            finish(from, transfer, &scope)
        } catch {
            fail(
                "cannot create \(from.kind == .link ? "symbolic link" : "regular file") '\(target)': \(error.rawValue)")
        }
    }

    private mutating func copyDirectory(
        _ from: FileNode, _ transfer: Transfer, isNew: Bool, _ scope: inout SimulationScope
    ) {
        if (scope.absolute(transfer.target) + "/").hasPrefix(from.path == "/" ? "/" : from.path + "/") {
            return fail("cannot copy a directory, '\(transfer.source)', into itself, '\(transfer.target)'")
        }
        guard scope.can(4, from), scope.can(1, from) else {
            return fail("cannot access '\(transfer.source)': \(FileRefusal.denied.rawValue)")
        }
        if isNew {
            do throws(FileRefusal) {
                // It is written into before it gets the mode it is to have.
                try scope.create(.dir, at: transfer.target, mode: from.mode & 0o777 & ~scope.umask | 0o700)
            } catch {
                return fail("cannot create directory '\(transfer.target)': \(error.rawValue)")
            }
        }
        if arguments.has("v"), isNew { output.text += "'\(transfer.source)' -> '\(transfer.target)'\n" }
        count += 1
        for name in scope.names(in: from.path) {
            let child = try? scope.file(scope.child(name, of: from.path), followingLinks: false)
            let next = Transfer(
                source: scope.child(name, of: transfer.source), target: scope.child(name, of: transfer.target))
            if let child { copy(child, next, &scope) }
        }
        guard var made = try? scope.file(transfer.target), isNew || keepsAttributes else { return }
        if keepsAttributes {
            keep(from, &made, scope)
        } else {
            made.mode = from.mode & 0o777 & ~scope.umask | made.mode & 0o2000
        }
        scope.put(made)
    }

    private func keep(_ from: FileNode, _ made: inout FileNode, _ scope: SimulationScope) {
        (made.mode, made.time) = (from.mode, from.time)
        // Only root gives files away.
        if scope.user == "root" { (made.owner, made.group) = (from.owner, from.group) }
    }

    private mutating func finish(_ from: FileNode, _ transfer: Transfer, _ scope: inout SimulationScope) {
        count += 1
        if arguments.has("v") { output.text += "'\(transfer.source)' -> '\(transfer.target)'\n" }
        guard keepsAttributes, var made = try? scope.file(transfer.target, followingLinks: false) else { return }
        keep(from, &made, scope)
        scope.put(made)
    }
}
