/// The one thing most people use `sed` for: `s/old/new/`, and lines by number or pattern with `p` and `d`.
enum Sed {
    static func sed(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        var arguments = try Arguments(invocation, flags: "niEr", valued: "e", long: ["in-place": "i", "quiet": "n"])
        guard let source = arguments.values["e"] ?? arguments.takeFirst() else {
            throw Complaint("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...")
        }
        let isExtended = arguments.has("E") || arguments.has("r")
        let budget = scope.budget
        let edit = try Complaint.telling("sed: -e expression #1, char \(source.count): ") {
            () throws(SearchPattern.TooBig) -> ((String) -> String)? in
            try Self.edit(source, isExtended: isExtended, isQuiet: arguments.has("n"), budget)
        }
        guard let edit else {
            throw Complaint(
                "sed: -e expression #1, char 1: beyond this simulated sed; it knows s/a/b/g, Np, Nd, /a/p, /a/d")
        }
        if arguments.has("i") {
            for name in arguments.operands {
                let text = try scope.inputs([name], of: invocation)[0].text
                do throws(FileRefusal) { try scope.write(edit(text), to: name) } catch {
                    throw Complaint("sed: couldn't open file \(name): \(error.rawValue)")
                }
            }
            return CommandOutput()
        }
        return CommandOutput(text: edit(try scope.inputs(arguments.operands, of: invocation).map(\.text).joined()))
    }

    private static func edit(_ source: String, isExtended: Bool, isQuiet: Bool, _ budget: StepBudget)
        throws(SearchPattern.TooBig) -> ((String) -> String)?
    {
        if source.first == "s", let sign = source.dropFirst().first {
            let parts = source.dropFirst(2).split(separator: sign, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3 else { return nil }
            let pattern = try SearchPattern(parts[0], isExtended: isExtended, ignoresCase: parts[2].contains("i"))
            let isAll = parts[2].contains("g")
            return { text in
                text.outputLines.map { substituted($0, pattern, parts[1], isAll, budget) }.joined(separator: "\n")
                    .withLineEnd
            }
        }
        guard let action = source.last, action == "p" || action == "d" else { return nil }
        let address = String(source.dropLast())
        let isHit: (Int, Int, String) -> Bool
        if address.first == "/", address.last == "/", address.count > 2 {
            let pattern = try SearchPattern(String(address.dropFirst().dropLast()), isExtended: isExtended)
            isHit = { _, _, line in pattern.firstMatch(in: line, budget) != nil }
        } else {
            let ends = address.split(separator: ",").map { $0 == "$" ? Int.max : Int($0) ?? -1 }
            guard let low = ends.first, let high = ends.last, low > 0, high > 0, ends.count <= 2 else { return nil }
            isHit = { number, count, _ in min(low, count) <= number && number <= min(high, count) }
        }
        return { text in
            let lines = text.outputLines
            return lines.enumerated().flatMap { index, line -> [String] in
                let hit = isHit(index + 1, lines.count, line)
                if action == "d" { return hit ? [] : [line] }
                return (isQuiet ? [] : [line]) + (hit ? [line] : [])
            }.joined(separator: "\n").withLineEnd
        }
    }

    private static func substituted(
        _ line: String, _ pattern: SearchPattern, _ new: String, _ isAll: Bool, _ budget: StepBudget
    ) -> String {
        let characters = Array(line), searched = pattern.characters(of: line)
        var result = "", place = 0
        while place <= characters.count, let range = pattern.firstMatch(in: searched, from: place, budget),
            range.upperBound <= characters.count
        {
            result += String(characters[place..<range.lowerBound])
            result += new.replacing("&", String(characters[range]))
            guard budget.take(bytes: new.utf8.count), result.utf8.count <= StepBudget.longestText else {
                budget.spend()
                return ""
            }
            place = range.upperBound
            if range.isEmpty {
                if place < characters.count { result.append(characters[place]) }
                place += 1
            }
            if !isAll { break }
        }
        return place <= characters.count ? result + String(characters[place...]) : result
    }
}
