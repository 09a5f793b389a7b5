/// Reading and writing whole files.
enum TextFiles {
    static func cat(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "nAbst", long: ["number": "n"])
        let text = try scope.inputs(arguments.operands, of: invocation).map(\.text.withLineEnd).joined()
        guard arguments.has("n") else { return CommandOutput(text: text) }
        return CommandOutput(text: TextFilters.numbered(text))
    }

    static func echo(_ invocation: Invocation) -> CommandOutput {
        var words = invocation.arguments[...], endsLine = true, escapes = false
        while let first = words.first, ["-n", "-e", "-ne", "-en"].contains(first.text) {
            if first.text.contains("n") { endsLine = false }
            if first.text.contains("e") { escapes = true }
            words.removeFirst()
        }
        var text = words.map(\.text).joined(separator: " ")
        if escapes { text = text.replacing("\\n", "\n").replacing("\\t", "\t") }
        return CommandOutput(text: text + (endsLine ? "\n" : ""))
    }

    static func export(_ invocation: Invocation, _ scope: inout SimulationScope) -> CommandOutput {
        for word in invocation.arguments {
            let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Pattern.isName(parts[0]) else { continue }
            scope.set("env.\(parts[0])", String(parts[1]))
        }
        return CommandOutput()
    }

    static func tee(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "a", long: ["append": "a"])
        let text = try scope.inputs([], of: invocation)[0].text
        for name in arguments.operands {
            do throws(FileRefusal) { try scope.write(text, to: name, appending: arguments.has("a")) } catch {
                throw Complaint("tee: \(name): \(error.rawValue)")
            }
        }
        return CommandOutput(text: text)
    }

    static func touch(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "acm", valued: "d")
        guard !arguments.operands.isEmpty else {
            throw Complaint("touch: missing file operand", "Try 'touch --help' for more information.")
        }
        for name in arguments.operands {
            do throws(FileRefusal) {
                if var node = try? scope.file(name) {
                    if !scope.can(2, node), node.owner != scope.user { throw .denied }
                    node.time = scope.now
                    scope.put(node)
                } else if !arguments.has("c") {
                    try scope.create(.file, at: name, mode: 0o644)
                }
            } catch {
                throw Complaint("touch: cannot touch '\(name)': \(error.rawValue)")
            }
        }
        return CommandOutput()
    }
}
