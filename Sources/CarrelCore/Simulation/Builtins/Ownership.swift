/// Whose a file is: `chown` and `chgrp`.
enum Ownership {
    static func chown(_ invocation: Invocation, _ scope: inout SimulationScope, isGroup: Bool) throws(Complaint)
        -> CommandOutput
    {
        let arguments = try Arguments(
            invocation, flags: "Rhvcf", beyond: "HLP",
            long: [
                "recursive": "R", "no-dereference": "h", "verbose": "v", "changes": "c", "quiet": "f", "silent": "f",
                "dereference": " ", "from": "-", "reference": "-", "preserve-root": " ", "no-preserve-root": " ",
            ])
        let name = invocation.name, help = "Try '\(name) --help' for more information."
        guard let spec = arguments.operands.first else { throw Complaint("\(name): missing operand", help) }
        guard arguments.operands.count > 1 else { throw Complaint("\(name): missing operand after '\(spec)'", help) }
        let (owner, group) = try isGroup ? (nil, self.group(spec, spec, name, scope)) : holders(spec, name, scope)
        let (targets, errors) = Permissions.targets(
            arguments.operands.dropFirst(), scope, isRecursive: arguments.has("R"),
            followingLinks: !arguments.has("h")
        ) { "\(name): cannot access '\($0)': \($1.rawValue)" }
        var output = scope.turns(targets) { target, scope throws(Complaint) -> String in
            var node = target.node
            let isOwn = node.owner == scope.user && (owner ?? node.owner) == node.owner
            guard scope.user == "root" || isOwn && (group == nil || scope.groups.contains { $0 == group }) else {
                throw Complaint(
                    "\(name): changing \(owner == nil ? "group" : "ownership") of '\(target.shown)': "
                        + FileRefusal.notPermitted.rawValue)
            }
            node.owner = owner ?? node.owner
            node.group = group ?? node.group
            // The kernel takes setuid and setgid off a program that is given away.
            if node.kind == .file, node.mode & 0o111 != 0 { node.mode &= 0o1777 }
            scope.put(node)
            let isChanged = (node.owner, node.group) != (target.node.owner, target.node.group)
            guard isChanged && arguments.has("c") || arguments.has("v") else { return "" }
            let what = owner == nil ? "group" : "ownership"
            func told(_ node: FileNode) -> String {
                owner == nil ? node.group : node.owner + (group == nil ? "" : ":" + node.group)
            }
            return isChanged
                ? "changed \(what) of '\(target.shown)' from \(told(target.node)) to \(told(node))\n"
                : "\(what) of '\(target.shown)' retained as \(told(node))\n"
        }
        output.add(errors, failing: targets.isEmpty)
        if arguments.has("f") { output.errors = [] }
        return output
    }

    /// `ada`, `ada:staff`, `ada:` for her own group, `:staff`, and numbers in the place of names.
    private static func holders(_ spec: String, _ tool: String, _ scope: SimulationScope) throws(Complaint)
        -> (owner: String?, group: String?)
    {
        guard let colon = spec.firstIndex(of: ":") else { return (try user(spec, spec, tool, scope), nil) }
        let before = String(spec[..<colon]), after = String(spec[spec.index(after: colon)...])
        let owner = before.isEmpty ? nil : try user(before, spec, tool, scope)
        if after.isEmpty { return (owner, owner) }
        return (owner, try group(after, spec, tool, scope))
    }

    private static func user(_ text: String, _ spec: String, _ tool: String, _ scope: SimulationScope)
        throws(Complaint) -> String
    {
        if text == "root" || scope.exists("account.\(text)") { return text }
        guard let number = Arguments.count(text) else { throw Complaint("\(tool): invalid user: '\(spec)'") }
        return scope.members(of: "account").first { scope.value(of: "account.\($0).uid") == String(number) } ?? text
    }

    private static func group(_ text: String, _ spec: String, _ tool: String, _ scope: SimulationScope)
        throws(Complaint) -> String
    {
        // Every account has a group of its own name.
        if text == "root" || scope.exists("group.\(text)") || scope.exists("account.\(text)") { return text }
        guard let number = Arguments.count(text) else { throw Complaint("\(tool): invalid group: '\(spec)'") }
        return scope.members(of: "group").first { scope.value(of: "group.\($0).gid") == String(number) } ?? text
    }
}
