import CarrelCore

/// What was asked of the program, parsed.
struct Invocation: Equatable, Sendable {
    var command: String
    var operands: [String] = []
    /// By name; the empty text for a switch.
    var options: [String: String] = [:]

    func has(_ option: String) -> Bool { options[option] != nil }
}

/// The program was used wrongly: one line that says what was expected, exit status 2.
struct UsageError: Error, Equatable, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

extension Invocation {
    /// - Parameter arguments: Without the program's own name.
    init(parsing arguments: [String], table: CommandTable = .carrel) throws(UsageError) {
        self.init(command: "")
        var rest = arguments[...]
        var onlyOperands = false
        var hasCommand = false
        while let argument = rest.popFirst() {
            if onlyOperands || !argument.hasPrefix("-") || argument == "-" {
                if hasCommand || onlyOperands {
                    operands.append(argument)
                } else {
                    try take(command: argument, table)
                    hasCommand = true
                }
            } else if argument == "--" {
                onlyOperands = true
            } else {
                try take(option: argument, &rest, table)
            }
        }
        try check(table)
    }

    private mutating func take(command name: String, _ table: CommandTable) throws(UsageError) {
        guard !name.isEmpty, table.command(name) != nil else {
            throw UsageError(
                "unknown command \"\(name)\"" + Self.suggestion(for: name, among: table.commands.map(\.name)))
        }
        command = name
    }

    private mutating func take(
        option argument: String, _ rest: inout ArraySlice<String>, _ table: CommandTable
    ) throws(UsageError) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0] == "-h" ? "--help" : parts[0]
        guard let option = find(name, table) else {
            let names = (table.common + own(table)).map(\.name)
            var words = "unknown option \"\(name)\"" + Self.suggestion(for: name, among: names)
            let operands = table.command(command)?.operands ?? []
            if operands.contains(where: { $0.isRepeated && $0.takes == .text }) {
                words += "; a word that begins with - goes behind --"
            }
            throw UsageError(words)
        }
        guard let value = option.value else {
            guard parts.count == 1 else { throw UsageError("\(name) takes no value") }
            options[name] = ""
            return
        }
        guard let given = parts.count == 2 ? parts[1] : rest.popFirst(), !given.isEmpty else {
            throw UsageError("\(name) needs a value: \(name) \(value)")
        }
        options[name] = given
    }

    private func find(_ name: String, _ table: CommandTable) -> CommandTable.Option? {
        table.common.first { $0.name == name } ?? own(table).first { $0.name == name }
    }

    /// An option may stand before its command: any command's is known until the command is.
    private func own(_ table: CommandTable) -> [CommandTable.Option] {
        command.isEmpty ? table.commands.flatMap(\.options) : table.command(command)?.options ?? []
    }

    private func check(_ table: CommandTable) throws(UsageError) {
        let named = command.isEmpty ? .desk : table.command(command)
        guard let spec = named, !has("--help"), !has("--version") else { return }
        let known = Set((table.common + spec.options).map(\.name))
        for name in options.keys.sorted() where !known.contains(name) {
            throw UsageError("\(name) is not an option of \"\(command.isEmpty ? "carrel" : command)\"")
        }
        if has("--db"), has("--profile") { throw UsageError("--db and --profile both name a file: give one of them") }
        guard operands.count >= spec.required else {
            throw UsageError("\(spec.operands[operands.count].name) is missing: \(spec.usage)")
        }
        guard operands.count <= spec.allowed else {
            throw UsageError("\"\(operands[spec.allowed])\" is one operand too many: \(spec.usage)")
        }
        for (index, given) in operands.enumerated() {
            guard let operand = spec.operand(at: index), case .choice(let words) = operand.takes else { continue }
            try Self.check(given, isOneOf: words, as: operand.name)
        }
        for option in spec.options {
            guard case .choice(let words) = option.takes, let given = options[option.name] else { continue }
            try Self.check(given, isOneOf: words, as: option.name)
        }
    }

    private static func check(_ given: String, isOneOf words: [String], as name: String) throws(UsageError) {
        guard !words.contains(given) else { return }
        let near = NearestName.to(given, among: words).map { "did you mean \($0)?" }
        throw UsageError("\(name) \(given): " + (near ?? "expected one of \(words.joined(separator: ", "))"))
    }

    private static func suggestion(for name: String, among names: [String]) -> String {
        let nearest = NearestName.to(name, among: names.filter { !$0.isEmpty })
        return (nearest.map { ", did you mean \($0)?" } ?? "") + "; see carrel --help"
    }
}
