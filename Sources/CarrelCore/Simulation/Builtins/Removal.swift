/// `rm`: files, and directories with all that is below them; what cannot go stays, and the rest goes all the same.
struct Removal {
    private let isVerbose: Bool
    private var output = CommandOutput()
    private var count = 0

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
        var removal = Removal(isVerbose: arguments.has("v"))
        for name in arguments.operands where scope.budget.take() {
            if isRecursive, scope.absolute(name) == "/" {
                removal.output.errors += [
                    "rm: it is dangerous to operate recursively on '/'",
                    "rm: use --no-preserve-root to override this failsafe",
                ]
                continue
            }
            do throws(FileRefusal) {
                let node = try scope.file(name, followingLinks: false)
                if node.kind == .dir, !isRecursive {
                    guard arguments.has("d") else { throw .isDirectory }
                    if !scope.names(in: node.path).isEmpty { throw .notEmpty }
                }
                removal.remove(node, as: name, &scope)
            } catch {
                if error == .missing, arguments.has("f") { continue }
                removal.fail(name, error)
            }
        }
        removal.output.isAccepted = removal.output.errors.isEmpty || removal.count > 0
        removal.output.status = removal.output.errors.isEmpty ? 0 : 1
        return removal.output
    }

    private init(isVerbose: Bool) { self.isVerbose = isVerbose }

    private mutating func fail(_ name: String, _ refusal: FileRefusal) {
        output.errors.append("rm: cannot remove '\(name)': \(refusal.rawValue)")
    }

    /// Takes the file out, the innermost first.
    private mutating func remove(_ node: FileNode, as name: String, _ scope: inout SimulationScope) {
        guard scope.budget.take() else { return }
        if node.kind == .dir {
            let names = scope.names(in: node.path), failures = output.errors.count
            if !names.isEmpty, !scope.can(4, node) || !scope.can(1, node) { return fail(name, .denied) }
            for each in names {
                let child = try? scope.file(scope.child(each, of: node.path), followingLinks: false)
                if let child { remove(child, as: scope.child(each, of: name), &scope) }
            }
            // Why it cannot go has been told of what is in it.
            if output.errors.count > failures { return }
        }
        do throws(FileRefusal) {
            try scope.delete(node.path)
            count += 1
            if isVerbose { output.text += "removed \(node.kind == .dir ? "directory " : "")'\(name)'\n" }
        } catch {
            fail(name, error)
        }
    }
}
