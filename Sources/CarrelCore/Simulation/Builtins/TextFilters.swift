/// What a pipe is made of: lines in, lines out.
enum TextFilters {
    static func nl(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "", valued: "bwsvi", beyond: "dfhlnp",
            long: [
                "body-numbering": "b", "number-width": "w", "number-separator": "s", "starting-line-number": "v",
                "line-increment": "i", "number-format": "n", "join-blank-lines": "l", "section-delimiter": "d",
                "header-numbering": "h", "footer-numbering": "f", "no-renumber": "p",
            ])
        let style = arguments.value("b") ?? "t", separator = arguments.value("s") ?? "\t"
        guard ["a", "t", "n"].contains(style) else {
            if style.first == "p" { throw Arguments.beyond("nl", "-b p") }
            throw Complaint("nl: invalid body numbering style: '\(style)'", "Try 'nl --help' for more information.")
        }
        let width = try arguments.number("w", or: 6) { Complaint("nl: invalid line number field width: '\($0)'") }
        guard width > 0 else { throw Complaint("nl: invalid line number field width: '\(width)'") }
        var number = try arguments.number("v", or: 1) { Complaint("nl: invalid starting line number: '\($0)'") }
        let step = try arguments.number("i", or: 1) { Complaint("nl: invalid line number increment: '\($0)'") }
        let indent = String(repeating: " ", count: min(width, 100) + min(separator.count, 100))
        let read = try scope.readable(arguments.operands, of: invocation)
        var output = CommandOutput(
            text: read.inputs.flatMap { $0.text.outputLines }.map { line in
                guard style == "a" || style == "t" && !line.isEmpty else { return indent + line + "\n" }
                defer { number = number.addingReportingOverflow(step).partialValue }
                return String(number).leftPadded(to: min(width, 100)) + separator + line + "\n"
            }.joined())
        output.add(read.errors, failing: read.inputs.isEmpty)
        return output
    }

    static func fields(_ line: String, _ separator: Character) -> [String] {
        line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    static func uniq(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "cdui", valued: "fsw", beyond: "Dz",
            long: [
                "count": "c", "repeated": "d", "unique": "u", "ignore-case": "i", "skip-fields": "f", "skip-chars": "s",
                "check-chars": "w", "all-repeated": "D", "group": "-", "zero-terminated": "z",
            ])
        let names = arguments.operands
        guard names.count <= 2 else {
            throw Complaint("uniq: extra operand '\(names[2])'", "Try 'uniq --help' for more information.")
        }
        func number(_ letter: Character, or none: Int, _ what: String) throws(Complaint) -> Int {
            try arguments.number(letter, or: none) { Complaint("uniq: \($0): invalid number of \(what)") }
        }
        let fields = try number("f", or: 0, "fields to skip"), skipped = try number("s", or: 0, "bytes to skip")
        let most = try number("w", or: .max, "bytes to compare")
        /// What lines are compared by.
        func key(_ line: String) -> String {
            var rest = line[...]
            for _ in 0..<fields where !rest.isEmpty {
                rest = rest.drop { $0 == " " || $0 == "\t" }.drop { $0 != " " && $0 != "\t" }
            }
            let key = String(rest.dropFirst(skipped).prefix(most))
            return arguments.has("i") ? key.lowercased() : key
        }
        var groups: [(line: String, key: String, count: Int)] = []
        for line in try scope.inputs(Array(names.prefix(1)), of: invocation).flatMap({ $0.text.outputLines }) {
            let key = key(line)
            if groups.last?.key == key {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((line, key, 1))
            }
        }
        if arguments.has("d") { groups.removeAll { $0.count == 1 } }
        if arguments.has("u") { groups.removeAll { $0.count > 1 } }
        let isCounted = arguments.has("c")
        let text =
            groups.map { (isCounted ? String($0.count).leftPadded(to: 7) + " " : "") + $0.line + "\n" }.joined()
        guard names.count == 2 else { return CommandOutput(text: text) }
        do throws(FileRefusal) { try scope.write(text, to: names[1]) } catch {
            throw Complaint("uniq: \(names[1]): \(error.rawValue)")
        }
        return CommandOutput()
    }

    static func wc(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "lwcm", beyond: "L",
            long: [
                "lines": "l", "words": "w", "bytes": "c", "chars": "m", "max-line-length": "L", "files0-from": "-",
                "total": "-",
            ])
        let (inputs, errors) = try scope.readable(arguments.operands, of: invocation)
        let wanted = arguments.flags.isEmpty ? ["l", "w", "c"] : arguments.flags
        func counts(_ text: String) -> [Int] {
            var counts: [Int] = []
            if wanted.contains("l") { counts.append(text.utf8.count { $0 == 0x0A }) }
            if wanted.contains("w") { counts.append(text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.count) }
            if wanted.contains("m") { counts.append(text.unicodeScalars.count) }
            if wanted.contains("c") { counts.append(text.utf8.count) }
            return counts
        }
        var rows = inputs.map { (name: $0.name, counts: counts($0.text)) }
        let bytes = inputs.reduce(0) { $0 + $1.text.utf8.count }
        if arguments.operands.count > 1 {
            let columns = counts("").indices
            rows.append(("total", columns.map { column in rows.reduce(0) { $0 + $1.counts[column] } }))
        }
        // Columns are as wide as the number of all bytes, which a pipe does not tell beforehand.
        let isPipe = inputs.contains { $0.name.isEmpty || $0.name == "-" }
        let width = rows.count == 1 && rows[0].counts.count == 1 ? 1 : isPipe ? 7 : String(bytes).count
        var output = CommandOutput(
            text: rows.map { row in
                row.counts.map { String($0).leftPadded(to: width) }.joined(separator: " ")
                    + (row.name.isEmpty ? "" : " " + row.name) + "\n"
            }.joined())
        output.add(errors, failing: inputs.isEmpty)
        return output
    }

    static func cut(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "s", valued: "bdfc", beyond: "nz",
            long: [
                "delimiter": "d", "fields": "f", "characters": "c", "bytes": "b", "only-delimited": "s",
                "complement": "N", "output-delimiter": "-", "zero-terminated": "z",
            ])
        let help = "Try 'cut --help' for more information."
        let lists = ["b", "c", "f"].flatMap { arguments.all($0) }
        guard let list = lists.first else {
            throw Complaint("cut: you must specify a list of bytes, characters, or fields", help)
        }
        guard lists.count == 1 else { throw Complaint("cut: only one type of list may be specified", help) }
        let isFields = arguments.value("f") != nil, delimiter = arguments.value("d") ?? "\t"
        guard delimiter.count == 1, let separator = delimiter.first else {
            throw Complaint("cut: the delimiter must be a single character", help)
        }
        if !isFields, arguments.value("d") != nil {
            throw Complaint("cut: an input delimiter may be specified only when operating on fields", help)
        }
        let isInverted = arguments.has("N"), ranges = try Self.ranges(list, isFields: isFields)
        func isWanted(_ place: Int) -> Bool {
            scope.budget.take() && ranges.contains { $0.contains(place) } != isInverted
        }
        let read = try scope.readable(arguments.operands, of: invocation)
        var output = CommandOutput(
            text: read.inputs.flatMap { $0.text.outputLines }.compactMap { line -> String? in
                if arguments.value("b") != nil {
                    let bytes = line.utf8.enumerated().filter { isWanted($0.offset + 1) }.map(\.element)
                    return String(decoding: bytes, as: UTF8.self)
                }
                if !isFields { return String(line.enumerated().filter { isWanted($0.offset + 1) }.map(\.element)) }
                guard line.contains(separator) else { return arguments.has("s") ? nil : line }
                return fields(line, separator).enumerated().filter { isWanted($0.offset + 1) }.map(\.element)
                    .joined(separator: delimiter)
            }.asLines)
        output.add(read.errors, failing: read.inputs.isEmpty)
        return output
    }

    /// `1,3-5,7-`.
    private static func ranges(_ list: String, isFields: Bool) throws(Complaint) -> [ClosedRange<Int>] {
        let help = "Try 'cut --help' for more information."
        var ranges: [ClosedRange<Int>] = []
        for part in list.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == " " }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first, let last = ends.last, ends.count <= 2, part != "-" else {
                throw Complaint(
                    part == "-"
                        ? "cut: invalid range with no endpoint: -"
                        : "cut: invalid \(isFields ? "field" : "byte or character") range", help)
            }
            guard let low = first.isEmpty && ends.count == 2 ? 1 : Arguments.count(first),
                let high = last.isEmpty && ends.count == 2 ? .max : Arguments.count(last)
            else {
                throw Complaint("cut: invalid \(isFields ? "field" : "byte/character position") value '\(part)'", help)
            }
            guard low > 0, high > 0 else {
                throw Complaint(
                    "cut: \(isFields ? "fields" : "byte/character positions") are numbered from 1", help)
            }
            guard low <= high else { throw Complaint("cut: invalid decreasing range", help) }
            ranges.append(low...high)
        }
        return ranges
    }
}

extension String {
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
