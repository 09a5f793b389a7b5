/// Lines that a pattern is in.
enum Grep {
    static func grep(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        var arguments = try Arguments(
            invocation, flags: "ivncrRlEFwoqhHsx", valued: "eABCm",
            long: [
                "ignore-case": "i", "invert-match": "v", "line-number": "n", "count": "c", "recursive": "r",
                "files-with-matches": "l", "extended-regexp": "E", "word-regexp": "w", "color": "s", "quiet": "q",
            ])
        guard let source = arguments.values["e"] ?? arguments.takeFirst() else {
            throw Complaint(
                "Usage: grep [OPTION]... PATTERNS [FILE]...", "Try 'grep --help' for more information.")
        }
        let pattern =
            arguments.has("F")
            ? try Complaint.telling("grep: ") { () throws(SearchPattern.TooBig) in
                try SearchPattern(literal: source, ignoresCase: arguments.has("i"))
            }
            : try Complaint.telling("grep: ") { () throws(SearchPattern.TooBig) in
                try SearchPattern(
                    arguments.has("w") ? "\\b\(source)\\b" : source,
                    isExtended: arguments.has("E") || invocation.name == "egrep",
                    ignoresCase: arguments.has("i"))
            }
        let isRecursive = arguments.has("r") || arguments.has("R")
        var names = arguments.operands
        if isRecursive { names = names.isEmpty ? ["."] : names }
        let inputs = try isRecursive ? below(names, scope) : scope.inputs(names, of: invocation)
        let isNamed = (inputs.count > 1 || isRecursive || arguments.has("H")) && !arguments.has("h")
        var lines: [String] = [], isFound = false
        for (name, text) in inputs {
            let hits = hits(pattern, text, arguments, scope.budget)
            isFound = isFound || !hits.isEmpty
            let label = isNamed ? name + ":" : ""
            if arguments.has("l") {
                if !hits.isEmpty { lines.append(name) }
            } else if arguments.has("c") {
                lines.append(label + String(hits.count))
            } else {
                lines += hits.map { label + (arguments.has("n") ? "\($0.number):" : "") + $0.text }
            }
        }
        var output = CommandOutput(text: arguments.has("q") ? "" : lines.joined(separator: "\n").withLineEnd)
        output.status = isFound ? 0 : 1
        return output
    }

    private static func hits(
        _ pattern: SearchPattern, _ text: String, _ arguments: Arguments, _ budget: StepBudget
    ) -> [(number: Int, text: String)] {
        var hits: [(number: Int, text: String)] = []
        let most = arguments.values["m"].flatMap { Int($0) } ?? .max
        for (index, line) in text.outputLines.enumerated() where hits.count < most {
            let characters = pattern.characters(of: line)
            let match = pattern.firstMatch(in: characters, from: 0, budget)
            let isWhole = !arguments.has("x") || match == 0..<characters.count
            guard (match != nil && isWhole) != arguments.has("v") else { continue }
            guard arguments.has("o"), var range = match else {
                hits.append((index + 1, line))
                continue
            }
            let shown = Array(line)
            while !range.isEmpty, range.upperBound <= shown.count {
                hits.append((index + 1, String(shown[range])))
                guard let next = pattern.firstMatch(in: characters, from: range.upperBound, budget) else { break }
                range = next
            }
        }
        return hits
    }

    private static func below(_ names: [String], _ scope: SimulationScope) throws(Complaint)
        -> [(name: String, text: String)]
    {
        var found: [(name: String, text: String)] = []
        for name in names {
            guard let node = try? scope.file(name) else {
                throw Complaint("grep: \(name): No such file or directory")
            }
            for file in Permissions.tree(node, scope) where file.kind == .file && scope.can(4, file) {
                found.append((Find.shown(file.path, under: node.path, as: name), file.text))
            }
        }
        return found
    }
}

extension Arguments {
    /// Takes the first operand away: a pattern before the files.
    mutating func takeFirst() -> String? { operands.isEmpty ? nil : removeFirst() }
}
