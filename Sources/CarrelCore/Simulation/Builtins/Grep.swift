/// Lines that a pattern is in.
enum Grep {
    /// How it ends where a file could not be read.
    private static let trouble = 2

    private static let longNames: [String: Character] = [
        "ignore-case": "i", "invert-match": "v", "line-number": "n", "count": "c", "recursive": "r",
        "dereference-recursive": "R", "files-with-matches": "l", "files-without-match": "L", "extended-regexp": "E",
        "basic-regexp": "G", "fixed-strings": "F", "perl-regexp": "P", "word-regexp": "w", "line-regexp": "x",
        "only-matching": "o", "quiet": "q", "silent": "q", "no-messages": "s", "no-filename": "h", "with-filename": "H",
        "regexp": "e", "after-context": "A", "before-context": "B", "context": "C", "max-count": "m", "file": "f",
        "color": " ", "colour": " ", "text": " ", "line-buffered": " ", "byte-offset": "b", "initial-tab": "T",
        "null": "Z", "null-data": "z", "include": "-", "exclude": "-", "exclude-dir": "-", "label": "-",
        "binary-files": "-", "devices": "D", "directories": "d", "no-ignore-case": "-", "exclude-from": "-",
    ]

    static func grep(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        var arguments = try Arguments(
            withContext(invocation), flags: "ivncrRlLEFGwoqhHsxyaIU", valued: "eABCm", beyond: "bdDfPTuzZ",
            long: longNames)
        let pattern = try pattern(&arguments, invocation, scope)
        let before = try context("B", arguments), after = try context("A", arguments)
        let isRecursive = arguments.has("r") || arguments.has("R")
        let (inputs, errors) = try inputs(arguments, invocation, scope)
        let isNamed = (arguments.operands.count > 1 || isRecursive || arguments.has("H")) && !arguments.has("h")
        let most = try arguments.number("m", or: .max) { Complaint("grep: invalid max count: '\($0)'") }
        var lines: [String] = [], isFound = false
        for (name, text) in inputs {
            let all = text.outputLines
            let hits = hits(pattern, all, most, arguments, scope.budget)
            let isHit = !hits.isEmpty, file = name.isEmpty || name == "-" ? "(standard input)" : name
            isFound = isFound || isHit != arguments.has("L")
            if arguments.has("l") || arguments.has("L") {
                if isHit != arguments.has("L") { lines.append(file) }
            } else if arguments.has("c") {
                lines.append((isNamed ? file + ":" : "") + String(hits.count))
            } else if !(arguments.has("o") && arguments.has("v")) {
                func said(_ index: Int, _ text: String, _ mark: String) -> String {
                    (isNamed ? file + mark : "") + (arguments.has("n") ? String(index + 1) + mark : "") + text
                }
                if arguments.has("o") {
                    lines += hits.flatMap { hit in
                        parts(pattern, all[hit], scope.budget).map { said(hit, $0, ":") }
                    }
                } else {
                    let isDivided = before > 0 || after > 0, matching = Set(hits)
                    for group in groups(around: hits, of: all.count, before: before, after: after) {
                        if isDivided, !lines.isEmpty { lines.append("--") }
                        lines += group.map { said($0, all[$0], matching.contains($0) ? ":" : "-") }
                    }
                }
            }
        }
        var output = CommandOutput(text: arguments.has("q") ? "" : lines.asLines)
        output.status = isFound ? 0 : 1
        // What was found is enough for the one who only asks whether anything was.
        if isFound, arguments.has("q") { return output }
        let told = arguments.has("s") ? [] : errors
        output.add(told, failing: inputs.isEmpty, status: trouble)
        if !errors.isEmpty { output.status = trouble }
        return output
    }

    /// `-3` is `-C 3`.
    private static func withContext(_ invocation: Invocation) -> Invocation {
        var invocation = invocation
        for (index, word) in invocation.arguments.enumerated() {
            if word.text == "--" { break }
            guard word.text.first == "-", Arguments.count(word.text.dropFirst()) != nil else { continue }
            let previous = index > 0 ? invocation.arguments[index - 1].text : ""
            if previous.count > 1, previous.first == "-", let last = previous.last, "eABCm".contains(last) { continue }
            invocation.arguments[index].text = "-C" + word.text.dropFirst()
        }
        return invocation
    }

    private static func context(_ letter: Character, _ arguments: Arguments) throws(Complaint) -> Int {
        func invalid(_ text: String) -> Complaint { Complaint("grep: \(text): invalid context length argument") }
        let both = try arguments.number("C", or: 0, invalid)
        return try arguments.number(letter, or: both, invalid)
    }

    private static func pattern(_ arguments: inout Arguments, _ invocation: Invocation, _ scope: SimulationScope)
        throws(Complaint) -> SearchPattern
    {
        var sources = arguments.all("e")
        if sources.isEmpty {
            guard let source = arguments.takeFirst() else {
                throw Complaint(
                    "Usage: grep [OPTION]... PATTERNS [FILE]...", "Try 'grep --help' for more information.")
            }
            sources = [source]
        }
        let lines = sources.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let isExtended = arguments.has("E") || invocation.name == "egrep"
        let grammar: SearchPattern.Grammar = arguments.has("F") ? .literal : isExtended ? .extended : .basic
        let extent: SearchPattern.Extent = arguments.has("x") ? .line : arguments.has("w") ? .words : .anything
        let ignoresCase = arguments.has("i") || arguments.has("y")
        return try Complaint.telling("grep: ") { () throws(SearchPattern.Fault) in
            try SearchPattern(lines, grammar, ignoresCase: ignoresCase, extent: extent)
        }
    }

    private static func inputs(_ arguments: Arguments, _ invocation: Invocation, _ scope: SimulationScope)
        throws(Complaint) -> (inputs: [(name: String, text: String)], errors: [String])
    {
        guard arguments.has("r") || arguments.has("R") else {
            return try scope.readable(arguments.operands, of: invocation)
        }
        return below(arguments.operands.isEmpty ? ["."] : arguments.operands, scope)
    }

    private static func hits(
        _ pattern: SearchPattern, _ lines: [String], _ most: Int, _ arguments: Arguments, _ budget: StepBudget
    ) -> [Int] {
        var hits: [Int] = []
        for (index, line) in lines.enumerated() where hits.count < most {
            let isMatch = pattern.firstMatch(in: line, budget) != nil
            if isMatch != arguments.has("v") { hits.append(index) }
        }
        return hits
    }

    /// What of the line matches, part by part.
    private static func parts(_ pattern: SearchPattern, _ line: String, _ budget: StepBudget) -> [String] {
        let characters = pattern.characters(of: line), shown = Array(line)
        var parts: [String] = [], place = 0
        while place <= characters.count, let range = pattern.firstMatch(in: characters, from: place, budget),
            range.upperBound <= shown.count
        {
            if !range.isEmpty { parts.append(String(shown[range])) }
            place = range.isEmpty ? range.upperBound + 1 : range.upperBound
        }
        return parts
    }

    /// The lines around hits, those together that touch.
    private static func groups(around hits: [Int], of count: Int, before: Int, after: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for hit in hits {
            let start = before < hit ? hit - before : 0, end = after < count - hit - 1 ? hit + after + 1 : count
            if let last = groups.last, start <= last.upperBound {
                groups[groups.count - 1] = last.lowerBound..<max(end, last.upperBound)
            } else {
                groups.append(start..<end)
            }
        }
        return groups
    }

    private static func below(_ names: [String], _ scope: SimulationScope)
        -> (inputs: [(name: String, text: String)], errors: [String])
    {
        var found: [(name: String, text: String)] = [], errors: [String] = []
        for name in names {
            do throws(FileRefusal) {
                let node = try scope.file(name)
                for file in Permissions.tree(node, scope) where file.kind == .file {
                    let shown = Find.shown(file.path, under: node.path, as: name)
                    do throws(FileRefusal) {
                        found.append((shown, try scope.text(of: file.path)))
                    } catch {
                        errors.append("grep: \(shown): \(error.rawValue)")
                    }
                }
            } catch {
                errors.append("grep: \(name): \(error.rawValue)")
            }
        }
        return (found, errors)
    }
}
