/// What a value goes through before it is printed: `| left 16`.
struct Filter: Equatable, Sendable {
    enum Name: String, CaseIterable, Sendable {
        /// Fills up with spaces behind or before, or with zeros before.
        case left, right, zero
        /// At most that many characters.
        case cut
        /// The text, where the value is empty.
        case or
        /// The first text where the value is set and not `false`, else the second.
        case yes
        case upper, lower, capital
        /// In quotes, as JSON has it.
        case json
        /// Plus a number.
        case plus, times
        /// The number of lines, or of members of the group that the value names.
        case lines, count
        /// The lines with a text between.
        case join
        /// Spaces before every line.
        case indent
        /// A number before every line: `numbered 10` for 10, 20, 30.
        case numbered
        /// What the table has for the value, else the value.
        case lookup
        /// With the name it begins with as the table shortens it.
        case short
        /// What stands before or behind the first occurrence of a text, else all, else nothing.
        case before, after
        /// The first or last line, or so many of them; with a number below zero all.
        case first, last
        /// The network an address is in, by its mask; a mask's length; what a mask leaves.
        case network, bits, wildcard, broadcast
        /// `203.0.113.5/24` without what the length leaves: `203.0.113.0/24`.
        case masked
        /// An address as one number of base 16.
        case hex
        /// How many digits of base 16 the text is; nothing where it holds anything else.
        case digits16
        /// A number made of the text that stays the same: `hash 5` for five letters or digits.
        case hash
        case replace
        /// Numbers and spans of them in order, as gear prints a list; nothing where one is not within the value, or the
        /// list is not written as one.
        case spans
        /// Numbers and spans of them, with or without those of another list.
        case with, without
        /// A directory, with `~` for the one it is under.
        case tilde
    }

    let name: Name
    let arguments: [Operand]

    init(_ tokens: inout ArraySlice<Token>) throws(SimulationFault) {
        guard case .word(let word)? = tokens.popFirst() else { throw SimulationFault("a filter is expected behind |") }
        guard let name = Name(rawValue: word) else {
            let names = Name.allCases.map(\.rawValue)
            let guess = NearestName.to(word, among: names).map { "did you mean \"\($0)\"? " } ?? ""
            throw SimulationFault(
                "there is no filter \"\(word)\"; \(guess)filters are \(names.joined(separator: ", "))")
        }
        var arguments: [Operand] = []
        while let next = tokens.first, next != .pipe, next != .open, next != .close, !Self.ends.contains(next) {
            // A table is named, not read.
            if name.takesTable, arguments.isEmpty, case .word(let table) = next {
                tokens.removeFirst()
                arguments.append(.literal(table))
            } else {
                arguments.append(try Operand(&tokens))
            }
        }
        guard name.arguments.contains(arguments.count) else {
            throw SimulationFault("the filter \"\(word)\" takes \(name.arguments.lowerBound) values behind it")
        }
        self.name = name
        self.arguments = arguments
    }

    /// Words of a condition that end a filter's values.
    private static let ends: [Token] = ["and", "or", "=", "!=", "<", ">", "has", "within", "where"].map(Token.word)

    func apply(to value: String, in scope: SimulationScope, _ library: Template.Library) -> String {
        let texts = arguments.map { $0.value(in: scope) ?? "" }
        let text = texts.first ?? "", number = max(0, min(Int(text) ?? 0, 1_000))
        switch name {
        case .left: return value + Self.fill(value, to: number)
        case .right: return Self.fill(value, to: number) + value
        case .zero: return Self.fill(value, to: number, with: "0") + value
        case .cut: return String(value.prefix(number))
        case .or: return value.isEmpty ? text : value
        case .yes: return value.isEmpty || value == "false" ? texts.count > 1 ? texts[1] : "" : text
        case .upper: return value.uppercased()
        case .lower: return value.lowercased()
        case .capital: return value.prefix(1).uppercased() + value.dropFirst()
        case .json: return LooseJSON.quoted(value)
        case .plus: return String((Int(value) ?? 0).addingReportingOverflow(Int(text) ?? 0).partialValue)
        case .times: return String((Int(value) ?? 0).multipliedReportingOverflow(by: Int(text) ?? 0).partialValue)
        case .lines: return String(value.split(separator: "\n").count)
        case .count: return String(scope.members(of: value).count)
        case .join: return value.split(separator: "\n").joined(separator: text, budget: scope.budget)
        case .indent:
            let space = String(repeating: " ", count: number)
            return space
                + value.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n" + space, budget: scope.budget)
        case .numbered:
            return value.split(separator: "\n").enumerated().map { place, line in "\((place + 1) * number) \(line)" }
                .joined(separator: "\n")
        case .lookup: return library.tables[text]?[value] ?? (texts.count > 1 ? texts[1] : value)
        case .short: return Self.shortened(value, library.tables[text] ?? [:])
        case .before: return value.firstOccurrence(of: text).map { String(value[..<$0.lowerBound]) } ?? value
        case .after: return value.firstOccurrence(of: text).map { String(value[$0.upperBound...]) } ?? ""
        case .first, .last:
            let lines = value.split(separator: "\n"), count = max(0, Int(texts.first ?? "1") ?? lines.count)
            if text.hasPrefix("-") { return value }
            return (name == .first ? lines.prefix(count) : lines.suffix(count)).joined(separator: "\n")
        case .masked: return Self.masked(value)
        case .digits16: return value.allSatisfy { $0.isASCII && $0.isHexDigit } ? String(value.count) : ""
        case .network, .bits, .wildcard, .broadcast, .hex: return address(value, text)
        case .hash: return Self.hash(value, length: number)
        case .tilde:
            let isUnder = !text.isEmpty && (value == text || value.hasPrefix(text + "/"))
            return isUnder ? "~" + value.dropFirst(text.count) : value
        case .replace: return value.replacing(text, texts.count > 1 ? texts[1] : "")
        case .spans:
            let bounds = NumberRanges(text).spans.first ?? 0...Int.max
            return NumberRanges(strictly: value, within: bounds)?.canonical ?? ""
        case .with: return NumberRanges(value).with(NumberRanges(text)).canonical
        case .without: return NumberRanges(value).without(NumberRanges(text)).canonical
        }
    }

    private func address(_ value: String, _ mask: String) -> String {
        guard let address = IPv4(value) else { return value }
        switch name {
        case .bits: return address.prefixLength.map(String.init) ?? value
        case .wildcard: return IPv4(bits: ~address.bits).description
        case .hex: return String(address.bits, radix: 16, uppercase: true)
        case .network: return IPv4(mask).map { IPv4(bits: address.bits & $0.bits).description } ?? value
        default: return IPv4(mask).map { IPv4(bits: address.bits | ~$0.bits).description } ?? value
        }
    }

    private static func masked(_ value: String) -> String {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPv4(parts[0]), let length = Int(parts[1]),
            let mask = IPv4(prefixLength: length)
        else { return value }
        return "\(IPv4(bits: address.bits & mask.bits))/\(length)"
    }

    private static func fill(_ value: String, to width: Int, with filler: String = " ") -> String {
        String(repeating: filler, count: max(0, width - value.count))
    }

    private static func shortened(_ value: String, _ table: [String: String]) -> String {
        let name = table.keys.filter { value.hasPrefix($0) }.max { $0.count < $1.count }
        return name.map { (table[$0] ?? "") + value.dropFirst($0.count) } ?? value
    }

    /// The letters and digits Kubernetes makes names of: none that make words.
    static func hash(_ value: String, length: Int) -> String {
        let letters = Array("bcdfghjklmnpqrstvwxz2456789")
        var bits = fnv1a64(value), text = ""
        for _ in 0..<min(length, 32) {
            bits = bits &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
            text.append(letters[Int((bits >> 33) % UInt64(letters.count))])
        }
        return text
    }
}

extension Filter.Name {
    fileprivate var takesTable: Bool { self == .lookup || self == .short }

    /// How many values stand behind it.
    fileprivate var arguments: ClosedRange<Int> {
        switch self {
        case .left, .right, .zero, .cut, .or, .plus, .times, .join, .indent, .numbered, .short, .before, .after,
            .network, .broadcast, .hash, .tilde, .spans, .with, .without:
            1...1
        case .yes, .lookup: 1...2
        case .replace: 2...2
        case .first, .last: 0...1
        case .upper, .lower, .capital, .json, .lines, .count, .bits, .wildcard, .hex, .masked, .digits16:
            0...0
        }
    }
}

extension [Filter] {
    /// What the value is behind all of them.
    func applied(to value: String, in scope: SimulationScope, _ library: Template.Library) -> String {
        reduce(scope.budget.checked(value)) { value, filter in
            guard scope.budget.take(bytes: value.utf8.count) else { return "" }
            return scope.budget.checked(filter.apply(to: value, in: scope, library))
        }
    }
}

extension [Substring] {
    /// Joined, unless the budget cannot bear how long that becomes.
    fileprivate func joined(separator: String, budget: StepBudget) -> String {
        guard count * separator.utf8.count <= StepBudget.longestText else {
            budget.spend()
            return ""
        }
        return joined(separator: separator)
    }
}

extension String {
    /// Every occurrence of `part` replaced; nothing where `part` is empty. What becomes longer than a text may be is
    /// not gone on with.
    func replacing(_ part: String, _ replacement: String) -> String {
        guard !part.isEmpty else { return self }
        var replaced = "", rest = self[...]
        while replaced.utf8.count <= StepBudget.longestText, let place = rest.firstOccurrence(of: part) {
            replaced += rest[..<place.lowerBound] + replacement
            rest = rest[place.upperBound...]
        }
        return replaced + rest
    }
}
