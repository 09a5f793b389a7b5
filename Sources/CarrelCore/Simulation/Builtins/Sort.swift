/// `sort`: lines in the order of bytes, or of what stands in their fields.
enum Sort {
    static func sort(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "nrufhbdscC", valued: "kto", beyond: "gimMRSTVz",
            long: [
                "numeric-sort": "n", "reverse": "r", "unique": "u", "ignore-case": "f", "human-numeric-sort": "h",
                "ignore-leading-blanks": "b", "dictionary-order": "d", "stable": "s", "check": "c", "key": "k",
                "field-separator": "t", "output": "o", "general-numeric-sort": "g", "ignore-nonprinting": "i",
                "merge": "m", "month-sort": "M", "random-sort": "R", "version-sort": "V", "zero-terminated": "z",
                "sort": "-", "parallel": "-", "debug": "-", "files0-from": "-",
            ])
        let separator = arguments.value("t")?.first
        if let text = arguments.value("t"), text.count != 1 {
            throw Complaint(text.isEmpty ? "sort: empty tab" : "sort: multi-character tab '\(text)'")
        }
        let common = SortKey.Order(arguments.flags)
        var keys: [SortKey] = []
        for text in arguments.all("k") { keys.append(try SortKey(text, common)) }
        if keys.isEmpty { keys = [SortKey(common)] }
        let lines = try scope.inputs(arguments.operands, of: invocation).flatMap { $0.text.outputLines }
        guard scope.budget.take(lines.count * keys.count) else { return CommandOutput() }
        let rows = lines.map { line in (line: line, parts: keys.map { $0.part(of: line, separator) }) }
        func compared(_ one: [SortKey.Part], _ other: [SortKey.Part]) -> Int {
            for (index, key) in keys.enumerated() {
                let order = SortKey.compared(one[index], other[index])
                if order != 0 { return key.order.isReversed ? -order : order }
            }
            return 0
        }
        let isUnique = arguments.has("u"), isStable = isUnique || arguments.has("s")
        /// Lines whose keys are the same stand in the order of their bytes, unless they are to stay as they were.
        func precedes(_ one: (line: String, parts: [SortKey.Part]), _ other: (line: String, parts: [SortKey.Part]))
            -> Bool
        {
            let order = compared(one.parts, other.parts)
            if order != 0 || isStable { return order < 0 }
            return common.isReversed ? SortKey.precedes(other.line, one.line) : SortKey.precedes(one.line, other.line)
        }
        if arguments.has("c") || arguments.has("C") {
            for (index, (row, next)) in zip(rows, rows.dropFirst()).enumerated()
            where precedes(next, row) || isUnique && compared(row.parts, next.parts) == 0 {
                let name = arguments.operands.first ?? "-"
                var output = CommandOutput(
                    errors: arguments.has("C") ? [] : ["sort: \(name):\(index + 2): disorder: \(next.line)"])
                output.status = 1
                return output
            }
            return CommandOutput()
        }
        var sorted: [(line: String, parts: [SortKey.Part])] = []
        for row in rows.sorted(by: precedes) {
            if isUnique, let last = sorted.last, compared(last.parts, row.parts) == 0 { continue }
            sorted.append(row)
        }
        let text = sorted.map(\.line).asLines
        guard let name = arguments.value("o") else { return CommandOutput(text: text) }
        do throws(FileRefusal) { try scope.write(text, to: name) } catch {
            throw Complaint("sort: open failed: \(name): \(error.rawValue)")
        }
        return CommandOutput()
    }
}
