/// `ln`: another name of a file, or a file that says where another one is.
enum Linking {
    static func ln(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "fnsv", beyond: "bdFiLPrStT",
            long: [
                "symbolic": "s", "force": "f", "no-dereference": "n", "verbose": "v", "backup": "b", "directory": "d",
                "interactive": "i", "logical": "L", "physical": "P", "relative": "r", "suffix": "S",
                "target-directory": "t", "no-target-directory": "T",
            ])
        guard let first = arguments.operands.first else {
            throw Complaint("ln: missing file operand", "Try 'ln --help' for more information.")
        }
        let targets = arguments.operands.count > 1 ? Array(arguments.operands.dropLast()) : [first]
        let last = arguments.operands.count > 1 ? arguments.operands[arguments.operands.count - 1] : nil
        // A link to a directory is one with -n, and no directory.
        let holder = last.flatMap { try? scope.file($0, followingLinks: !arguments.has("n")) }
        let isInto = holder?.kind == .dir
        if targets.count > 1, !isInto { throw Complaint("ln: target '\(last ?? "")': Not a directory") }
        var said = ""
        for target in targets {
            let base = target.split(separator: "/").last.map(String.init) ?? target
            let place = last.map { isInto ? ($0.hasSuffix("/") ? $0 : $0 + "/") + base : $0 } ?? base
            try link(target, at: place, arguments, &scope)
            if arguments.has("v") { said += "'\(place)' \(arguments.has("s") ? "->" : "=>") '\(target)'\n" }
        }
        return CommandOutput(text: said)
    }

    private static func link(
        _ target: String, at place: String, _ arguments: Arguments, _ scope: inout SimulationScope
    ) throws(Complaint) {
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
    }
}
