/// `sed`: what a script makes of files, or of what a pipe brings.
enum Sed {
    /// How it ends where a file could not be read.
    private static let missing = 2

    static func sed(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        try refuseSuffix(invocation)
        var arguments = try Arguments(
            invocation, flags: "niErsu", valued: "e", beyond: "flz",
            long: [
                "in-place": "i", "quiet": "n", "silent": "n", "expression": "e", "regexp-extended": "E",
                "separate": "s", "unbuffered": "u", "file": "f", "line-length": "l", "null-data": "z", "posix": "-",
                "debug": "-", "sandbox": "-", "follow-symlinks": "-",
            ])
        var sources = arguments.all("e")
        if sources.isEmpty {
            guard let source = arguments.takeFirst() else {
                throw Complaint("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...")
            }
            sources = [source]
        }
        let isExtended = arguments.has("E") || arguments.has("r"), isQuiet = arguments.has("n")
        let script = try SedScript(sources, isExtended: isExtended)
        let budget = scope.budget
        func edited(_ texts: [String]) -> String {
            let lines = texts.flatMap(\.outputLines)
            return script.run(on: lines, isQuiet: isQuiet, budget).asLines
        }
        if arguments.has("i") {
            guard !arguments.operands.isEmpty else { throw Complaint("sed: no input files") }
            return scope.turns(arguments.operands, failing: missing) { name, scope throws(Complaint) -> String in
                let text = edited([try scope.inputs([name], of: invocation)[0].text])
                do throws(FileRefusal) { try scope.write(text, to: name) } catch {
                    throw Complaint("sed: couldn't open file \(name): \(error.rawValue)")
                }
                return ""
            }
        }
        let (inputs, errors) = try scope.readable(arguments.operands, of: invocation)
        let texts = inputs.map(\.text)
        var output = CommandOutput(
            text: arguments.has("s") ? texts.map { edited([$0]) }.joined() : edited(texts))
        output.add(errors, failing: inputs.isEmpty, status: missing)
        return output
    }

    /// `-i.bak` and `-in` ask for a copy whose name ends so.
    private static func refuseSuffix(_ invocation: Invocation) throws(Complaint) {
        for word in invocation.arguments.map(\.text) where word.hasPrefix("-") && !word.hasPrefix("--") {
            let letters = word.dropFirst().prefix { $0 != "e" }
            guard let place = letters.firstIndex(of: "i"), word.index(after: place) < word.endIndex else { continue }
            throw Complaint("sed: a suffix behind -i is beyond this simulated sed")
        }
        if invocation.arguments.contains(where: { $0.text.hasPrefix("--in-place=") }) {
            throw Complaint("sed: a suffix behind --in-place is beyond this simulated sed")
        }
    }
}
