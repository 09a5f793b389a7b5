/// Who may do what with a file: `chmod`.
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
            asked, flags: "Rcfv",
            long: [
                "recursive": "R", "changes": "c", "verbose": "v", "quiet": "f", "silent": "f", "reference": "-",
                "preserve-root": " ", "no-preserve-root": " ",
            ])
        let words = invocation.arguments.map(\.text).filter { !options.contains($0) }
        let help = "Try 'chmod --help' for more information."
        guard let text = words.first else { throw Complaint("chmod: missing operand", help) }
        guard words.count > 1 else { throw Complaint("chmod: missing operand after '\(text)'", help) }
        guard let change = FileModeChange(text) else { throw Complaint("chmod: invalid mode: '\(text)'", help) }
        let (targets, errors) = targets(words.dropFirst(), scope, isRecursive: arguments.has("R")) {
            "chmod: cannot access '\($0)': \($1.rawValue)"
        }
        let umask = scope.umask
        var output = scope.turns(targets) { target, scope throws(Complaint) -> String in
            var node = target.node
            guard scope.user == "root" || scope.user == node.owner else {
                throw Complaint("chmod: changing permissions of '\(target.shown)': Operation not permitted")
            }
            node.mode = change.applied(to: node.mode, isDirectory: node.kind == .dir, umask: umask)
            scope.put(node)
            let isChanged = node.mode != target.node.mode
            guard isChanged && arguments.has("c") || arguments.has("v") else { return "" }
            return isChanged
                ? "mode of '\(target.shown)' changed from \(rights(of: target.node)) to \(rights(of: node))\n"
                : "mode of '\(target.shown)' retained as \(rights(of: node))\n"
        }
        output.add(errors, failing: targets.isEmpty)
        if arguments.has("f") { output.errors = [] }
        return output
    }

    /// The files that the operands name, each as it is told of, and what is wrong with those that name none.
    static func targets(
        _ names: ArraySlice<String>, _ scope: SimulationScope, isRecursive: Bool, followingLinks: Bool = true,
        _ complaint: (String, FileRefusal) -> String
    ) -> (targets: [(node: FileNode, shown: String)], errors: [String]) {
        var targets: [(node: FileNode, shown: String)] = [], errors: [String] = []
        for name in names {
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: followingLinks)
                targets += (isRecursive ? tree(node, scope) : [node]).map {
                    ($0, Find.shown($0.path, under: node.path, as: name))
                }
            } catch {
                errors.append(complaint(name, error))
            }
        }
        return (targets, errors)
    }

    /// `0644 (rw-r--r--)`.
    private static func rights(of node: FileNode) -> String {
        "\(String(node.mode, radix: 8).leftFilled(to: 4)) (\(node.permissions.dropFirst()))"
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
