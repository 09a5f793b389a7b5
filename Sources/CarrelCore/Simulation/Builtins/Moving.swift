/// `mv`: another path for a file, with all that is below it.
enum Moving {
    static func mv(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        // Without a question before it, nothing is left to force.
        let arguments = try Arguments(
            invocation, flags: "fnv", beyond: "bistTuZ",
            long: [
                "force": "f", "no-clobber": "n", "verbose": "v", "interactive": "i", "update": "u",
                "target-directory": "t", "no-target-directory": "T", "backup": "b", "suffix": "s",
                "strip-trailing-slashes": "-",
            ])
        let transfers = try Transfer.all(arguments.operands, of: "mv", scope)
        return scope.turns(transfers) { transfer, scope throws(Complaint) -> String in
            let isMoved = try move(transfer, keepsOld: arguments.has("n"), &scope)
            return isMoved && arguments.has("v") ? "renamed '\(transfer.source)' -> '\(transfer.target)'\n" : ""
        }
    }

    /// False where it stays because something is in its place.
    private static func move(_ transfer: Transfer, keepsOld: Bool, _ scope: inout SimulationScope) throws(Complaint)
        -> Bool
    {
        let (source, target) = (transfer.source, transfer.target)
        let from: FileNode
        do throws(FileRefusal) { from = try scope.file(source, followingLinks: false) } catch {
            throw Complaint("mv: cannot stat '\(source)': \(error.rawValue)")
        }
        let action = "mv: cannot move '\(source)' to '\(target)': "
        let old = try? scope.file(target, followingLinks: false)
        if old?.path == from.path { throw Complaint("mv: '\(source)' and '\(target)' are the same file") }
        if scope.absolute(target).hasPrefix(from.path == "/" ? "/" : from.path + "/") {
            throw Complaint("mv: cannot move '\(source)' to a subdirectory of itself, '\(target)'")
        }
        if let old {
            if keepsOld { return false }
            switch (old.kind == .dir, from.kind == .dir) {
            case (true, false): throw Complaint("mv: cannot overwrite directory '\(target)' with non-directory")
            case (false, true):
                throw Complaint("mv: cannot overwrite non-directory '\(target)' with directory '\(source)'")
            case (true, true) where !scope.names(in: old.path).isEmpty:
                throw Complaint(action + FileRefusal.notEmpty.rawValue)
            default: break
            }
        }
        do throws(FileRefusal) {
            if target.hasSuffix("/"), old == nil, from.kind != .dir { throw .noDirectory }
            if old != nil { try scope.delete(target) }
            try scope.rename(from, to: target)
            return true
        } catch {
            throw Complaint(action + error.rawValue)
        }
    }
}
