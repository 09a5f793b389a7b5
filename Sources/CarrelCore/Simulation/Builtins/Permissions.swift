/// Who may do what with a file.
enum Permissions {
    static func chmod(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        // `-w` and `-rwx` take rights away and are no options.
        let options = invocation.arguments.map(\.text).filter { word in
            word.hasPrefix("--")
                || word.count > 1 && word.hasPrefix("-") && !word.dropFirst().allSatisfy { "rwxXst".contains($0) }
        }
        var asked = invocation
        asked.arguments = options.map { LineWord(text: $0, column: 0) }
        let arguments = try Arguments(
            asked, flags: "Rcv", beyond: "f",
            long: [
                "recursive": "R", "changes": "c", "verbose": "v", "quiet": "f", "silent": "f", "reference": "-",
                "preserve-root": " ", "no-preserve-root": " ",
            ])
        let words = invocation.arguments.filter { !options.contains($0.text) }
        guard words.count >= 2 else {
            throw Complaint("chmod: missing operand", "Try 'chmod --help' for more information.")
        }
        let change = words[0].text
        var said = ""
        for name in words.dropFirst().map(\.text) {
            let node: FileNode
            do throws(FileRefusal) { node = try scope.file(name) } catch {
                throw Complaint("chmod: cannot access '\(name)': \(error.rawValue)")
            }
            for var each in arguments.has("R") ? tree(node, scope) : [node] {
                let shown = Find.shown(each.path, under: node.path, as: name), old = each
                guard scope.user == "root" || scope.user == each.owner else {
                    throw Complaint("chmod: changing permissions of '\(shown)': Operation not permitted")
                }
                guard let mode = mode(change, on: each.mode, isDirectory: each.kind == .dir) else {
                    throw Complaint(
                        "chmod: invalid mode: '\(change)'", "Try 'chmod --help' for more information.")
                }
                each.mode = mode
                scope.put(each)
                let isChanged = old.mode != mode
                if isChanged && arguments.has("c") || arguments.has("v") {
                    said +=
                        isChanged
                        ? "mode of '\(shown)' changed from \(rights(of: old)) to \(rights(of: each))\n"
                        : "mode of '\(shown)' retained as \(rights(of: each))\n"
                }
            }
        }
        return CommandOutput(text: said)
    }

    /// `0644 (rw-r--r--)`.
    private static func rights(of node: FileNode) -> String {
        "\(String(node.mode, radix: 8).leftFilled(to: 4)) (\(node.permissions.dropFirst()))"
    }

    /// `640`, `u+x`, `go-rwx`, `a=r,u+w`.
    static func mode(_ change: String, on old: Int, isDirectory: Bool) -> Int? {
        if let number = Int(change, radix: 8), change.allSatisfy(\.isNumber), number <= 0o7777 { return number }
        var mode = old
        for clause in change.split(separator: ",", omittingEmptySubsequences: false) {
            let who = clause.prefix { "ugoa".contains($0) }
            var rest = clause[who.endIndex...]
            guard let sign = rest.popFirst(), "+-=".contains(sign) else { return nil }
            let everybody = who.isEmpty || who.contains("a")
            var mask = 0, bits = 0
            for (letter, shift) in [("u", 6), ("g", 3), ("o", 0)] as [(Character, Int)]
            where everybody || who.contains(letter) {
                mask |= 7 << shift
                for right in rest {
                    switch right {
                    case "r": bits |= 4 << shift
                    case "w": bits |= 2 << shift
                    case "x": bits |= 1 << shift
                    case "X": if isDirectory || old & 0o111 != 0 { bits |= 1 << shift }
                    case "s": bits |= shift == 6 ? 0o4000 : shift == 3 ? 0o2000 : 0
                    case "t": bits |= 0o1000
                    default: return nil
                    }
                }
            }
            switch sign {
            case "+": mode |= bits
            case "-": mode &= ~bits
            default: mode = mode & ~mask | bits
            }
        }
        return mode
    }

    static func chown(_ invocation: Invocation, _ scope: inout SimulationScope, isGroup: Bool) throws(Complaint)
        -> CommandOutput
    {
        let arguments = try Arguments(
            invocation, flags: "Rhvc", beyond: "fHLP",
            long: [
                "recursive": "R", "no-dereference": "h", "verbose": "v", "changes": "c", "quiet": "f", "silent": "f",
                "dereference": " ", "from": "-", "reference": "-", "preserve-root": " ", "no-preserve-root": " ",
            ])
        let name = invocation.name
        guard arguments.operands.count >= 2 else {
            throw Complaint("\(name): missing operand", "Try '\(name) --help' for more information.")
        }
        let parts = arguments.operands[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let owner = isGroup ? "" : parts[0], group = isGroup ? parts[0] : parts.count > 1 ? parts[1] : ""
        if !owner.isEmpty, !scope.exists("account.\(owner)"), owner != "root" {
            throw Complaint("\(name): invalid user: '\(arguments.operands[0])'")
        }
        if !group.isEmpty, !scope.exists("group.\(group)"),
            !scope.exists("account.\(group)"), group != "root"
        {
            throw Complaint("\(name): invalid group: '\(arguments.operands[0])'")
        }
        var said = ""
        for path in arguments.operands.dropFirst() {
            let node: FileNode
            do throws(FileRefusal) { node = try scope.file(path, followingLinks: !arguments.has("h")) } catch {
                throw Complaint("\(name): cannot access '\(path)': \(error.rawValue)")
            }
            let groups = (scope.value(of: "groups") ?? scope.user).split(separator: " ")
            for var each in arguments.has("R") ? tree(node, scope) : [node] {
                let isAllowed =
                    scope.user == "root"
                    || owner.isEmpty && each.owner == scope.user && groups.contains { $0 == group }
                guard isAllowed else {
                    throw Complaint(
                        "\(name): changing \(isGroup ? "group" : "ownership") of '\(path)': Operation not permitted")
                }
                let old = each
                if !owner.isEmpty { each.owner = owner }
                if !group.isEmpty { each.group = group }
                scope.put(each)
                func holders(_ node: FileNode) -> String {
                    owner.isEmpty ? node.group : node.owner + (group.isEmpty ? "" : ":" + node.group)
                }
                guard old != each && arguments.has("c") || arguments.has("v") else { continue }
                let what = owner.isEmpty ? "group" : "ownership"
                let shown = Find.shown(each.path, under: node.path, as: path)
                said +=
                    old == each
                    ? "\(what) of '\(shown)' retained as \(holders(each))\n"
                    : "changed \(what) of '\(shown)' from \(holders(old)) to \(holders(each))\n"
            }
        }
        return CommandOutput(text: said)
    }

    /// The file and all that is below it; links are not followed.
    static func tree(_ node: FileNode, _ scope: SimulationScope) -> [FileNode] {
        guard node.kind == .dir else { return [node] }
        let below = scope.names(in: node.path).flatMap { name -> [FileNode] in
            guard let child = try? scope.file(scope.child(name, of: node.path), followingLinks: false) else {
                return []
            }
            return child.kind == .link ? [] : tree(child, scope)
        }
        return [node] + below
    }
}
