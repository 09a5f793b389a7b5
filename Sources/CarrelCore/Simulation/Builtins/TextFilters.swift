/// What a pipe is made of: lines in, lines out.
enum TextFilters {
    static func numbered(_ text: String) -> String {
        text.outputLines.enumerated().map { "\(String($0 + 1).leftPadded(to: 6))\t\($1)\n" }.joined()
    }

    static func nl(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "", valued: "b")
        return CommandOutput(text: numbered(try scope.inputs(arguments.operands, of: invocation).map(\.text).joined()))
    }

    static func sort(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "nrufhV", valued: "kt",
            long: ["numeric-sort": "n", "reverse": "r", "unique": "u", "key": "k", "field-separator": "t"])
        let separator = arguments.values["t"]?.first
        let keyText = arguments.values["k"] ?? "", start = Int(keyText.prefix { $0.isNumber }) ?? 0
        let stop = keyText.split(separator: ",").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
        let isNumeric = arguments.has("n") || keyText.contains("n") || arguments.has("h")
        let isReversed = arguments.has("r") || keyText.contains("r")
        func key(_ line: String) -> String {
            guard start > 0 else { return line }
            let fields = fields(line, separator)
            guard start <= fields.count else { return "" }
            return fields[(start - 1)..<min(max(stop ?? fields.count, start), fields.count)].joined(separator: " ")
        }
        var rows = try scope.inputs(arguments.operands, of: invocation).flatMap { $0.text.outputLines }
            .map { (line: $0, key: arguments.has("f") ? key($0).lowercased() : key($0)) }
        rows.sort { left, right in
            let one: (String, String) = isReversed ? (right.key, left.key) : (left.key, right.key)
            if isNumeric {
                let numbers = (leadingNumber(one.0), leadingNumber(one.1))
                if numbers.0 != numbers.1 { return numbers.0 < numbers.1 }
            }
            if one.0 != one.1 { return one.0 < one.1 }
            return isReversed ? right.line < left.line : left.line < right.line
        }
        var lines = rows.map(\.line)
        if arguments.has("u") {
            var seen: Set<String> = []
            lines = rows.filter { seen.insert(isNumeric ? String(leadingNumber($0.key)) : $0.key).inserted }.map(\.line)
        }
        return CommandOutput(text: lines.joined(separator: "\n").withLineEnd)
    }

    private static func leadingNumber(_ text: String) -> Double {
        let digits = text.drop { $0 == " " || $0 == "\t" }.prefix { $0.isNumber || $0 == "-" || $0 == "." }
        return Double(digits) ?? 0
    }

    static func fields(_ line: String, _ separator: Character?) -> [String] {
        guard let separator else { return line.split { $0 == " " || $0 == "\t" }.map(String.init) }
        return line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    static func uniq(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "cdui", long: ["count": "c", "repeated": "d", "unique": "u"])
        var groups: [(line: String, count: Int)] = []
        for line in try scope.inputs(arguments.operands, of: invocation).flatMap({ $0.text.outputLines }) {
            let isSame =
                groups.last.map { last in
                    arguments.has("i") ? last.line.lowercased() == line.lowercased() : last.line == line
                } ?? false
            if isSame { groups[groups.count - 1].count += 1 } else { groups.append((line, 1)) }
        }
        if arguments.has("d") { groups.removeAll { $0.count == 1 } }
        if arguments.has("u") { groups.removeAll { $0.count > 1 } }
        let isCounted = arguments.has("c")
        return CommandOutput(
            text: groups.map { (isCounted ? String($0.count).leftPadded(to: 7) + " " : "") + $0.line + "\n" }.joined())
    }

    static func wc(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "lwcm", long: ["lines": "l", "words": "w", "bytes": "c", "chars": "m"])
        let inputs = try scope.inputs(arguments.operands, of: invocation)
        let wanted = arguments.flags.isEmpty ? ["l", "w", "c"] : arguments.flags
        func counts(_ text: String) -> [Int] {
            var counts: [Int] = []
            if wanted.contains("l") { counts.append(text.utf8.count { $0 == 0x0A }) }
            if wanted.contains("w") { counts.append(text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.count) }
            if wanted.contains("m") { counts.append(text.count) }
            if wanted.contains("c") { counts.append(text.utf8.count) }
            return counts
        }
        var rows = inputs.map { (name: $0.name, counts: counts($0.text)) }
        if rows.count > 1 {
            rows.append(("total", rows[0].counts.indices.map { column in rows.reduce(0) { $0 + $1.counts[column] } }))
        }
        let isBare = inputs[0].name.isEmpty, columns = rows[0].counts.count
        let width =
            columns == 1 && rows.count == 1
            ? 1 : isBare ? 7 : rows.flatMap(\.counts).map { String($0).count }.max() ?? 1
        return CommandOutput(
            text: rows.map { row in
                row.counts.map { String($0).leftPadded(to: width) }.joined(separator: " ")
                    + (row.name.isEmpty ? "" : " " + row.name) + "\n"
            }.joined())
    }

    static func part(_ invocation: Invocation, _ scope: SimulationScope, isHead: Bool) throws(Complaint)
        -> CommandOutput
    {
        var invocation = invocation
        // `head -5` is `head -n 5`.
        if let first = invocation.arguments.first, first.text.first == "-", count(first.text.dropFirst()) != nil {
            invocation.arguments[0] = LineWord(text: "-n" + first.text.dropFirst(), column: 0)
        }
        let arguments = try Arguments(invocation, flags: "qvfF", valued: "nc", long: ["lines": "n", "bytes": "c"])
        let text = arguments.values["n"] ?? "10"
        let sign = text.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
        guard let number = count(text.dropFirst(sign == nil ? 0 : 1)) else {
            throw Complaint("\(invocation.name): invalid number of lines: '\(text)'")
        }
        let inputs = try scope.inputs(arguments.operands, of: invocation)
        return CommandOutput(
            text: inputs.enumerated().map { index, input in
                let lines = input.text.outputLines
                let part: ArraySlice<String>
                switch (isHead, sign) {
                case (true, "-"): part = lines.dropLast(number)
                case (true, _): part = lines.prefix(number)
                case (false, "+"): part = lines.dropFirst(max(1, number) - 1)
                case (false, _): part = lines.suffix(number)
                }
                let title = inputs.count > 1 ? (index > 0 ? "\n" : "") + "==> \(input.name) <==\n" : ""
                return title + part.joined(separator: "\n").withLineEnd
            }.joined())
    }

    /// A number of digits alone, however many: the largest there is stands for those beyond it.
    private static func count(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text) ?? .max
    }

    static func cut(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "s", valued: "dfc", long: ["delimiter": "d", "fields": "f", "characters": "c"])
        guard let list = arguments.values["f"] ?? arguments.values["c"] else {
            throw Complaint(
                "cut: you must specify a list of bytes, characters, or fields",
                "Try 'cut --help' for more information.")
        }
        let ranges = list.split(separator: ",").map { part -> ClosedRange<Int>? in
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first, let last = ends.last, ends.count <= 2, part != "-",
                let low = first.isEmpty ? 1 : count(first),
                let high = last.isEmpty ? .max : count(last), low >= 1, low <= high
            else { return nil }
            return low...high
        }
        guard !ranges.isEmpty, !ranges.contains(nil) else { throw Complaint("cut: invalid field value '\(list)'") }
        func isWanted(_ place: Int) -> Bool {
            scope.budget.take() && ranges.contains { $0?.contains(place) ?? false }
        }
        let delimiter = arguments.values["d"]?.first ?? "\t", isFields = arguments.values["f"] != nil
        let lines = try scope.inputs(arguments.operands, of: invocation).flatMap { $0.text.outputLines }
        return CommandOutput(
            text: lines.compactMap { line -> String? in
                if !isFields { return String(line.enumerated().filter { isWanted($0.offset + 1) }.map(\.element)) }
                guard line.contains(delimiter) else { return arguments.has("s") ? nil : line }
                return fields(line, delimiter).enumerated().filter { isWanted($0.offset + 1) }.map(\.element)
                    .joined(separator: String(delimiter))
            }.joined(separator: "\n").withLineEnd)
    }

    static func tr(_ invocation: Invocation) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(invocation, flags: "dsc")
        guard let input = invocation.input else { throw Complaint("tr: reads from a pipe only; put one before it") }
        guard let first = arguments.operands.first else {
            throw Complaint("tr: missing operand", "Try 'tr --help' for more information.")
        }
        let from = characters(first), to = arguments.operands.count > 1 ? characters(arguments.operands[1]) : []
        if arguments.has("d") {
            let dropped = Set(from)
            return CommandOutput(text: input.filter { !dropped.contains($0) })
        }
        if to.isEmpty, !arguments.has("s") {
            throw Complaint("tr: missing operand after '\(first)'", "Two strings must be given when translating.")
        }
        var map: [Character: Character] = [:]
        for (index, character) in from.enumerated() {
            if let new = index < to.count ? to[index] : to.last { map[character] = new }
        }
        var text = String(input.map { map[$0] ?? $0 })
        if arguments.has("s") {
            let squeezed = Set(to.isEmpty ? from : to)
            text = text.reduce(into: "") { whole, next in
                if whole.last != next || !squeezed.contains(next) { whole.append(next) }
            }
        }
        return CommandOutput(text: text)
    }

    private static func characters(_ set: String) -> [Character] {
        switch set {
        case "[:lower:]": return Array("abcdefghijklmnopqrstuvwxyz")
        case "[:upper:]": return Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "[:digit:]": return Array("0123456789")
        case "[:space:]": return [" ", "\t", "\n"]
        default: break
        }
        let source = Array(set.replacing("\\n", "\n").replacing("\\t", "\t"))
        var all: [Character] = [], index = 0
        while index < source.count {
            if index + 2 < source.count, source[index + 1] == "-", let low = source[index].asciiValue,
                let high = source[index + 2].asciiValue, low <= high
            {
                all += (low...high).map { Character(UnicodeScalar($0)) }
                index += 3
            } else {
                all.append(source[index])
                index += 1
            }
        }
        return all
    }
}

extension String {
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
