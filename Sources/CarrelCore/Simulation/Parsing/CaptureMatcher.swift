/// The engine's kinds of captures.
enum CaptureKind: String, CaseIterable, Sendable {
    case word, number, ipv4, mask, wildcard, prefix, mac
    /// Any word; Tab completes it to the name of a file.
    case file

    func accepts(_ text: String) -> Bool {
        switch self {
        case .word, .file: !text.isEmpty
        case .number: Int(text).map { $0 >= 0 } ?? false
        case .ipv4: IPv4(text) != nil
        case .mask: IPv4(text)?.prefixLength != nil
        case .wildcard: IPv4(text) != nil
        case .prefix: isPrefix(text)
        case .mac: text.split(separator: ".").count == 3 && text.allSatisfy { $0.isHexDigit || $0 == "." }
        }
    }

    private func isPrefix(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && IPv4(parts[0]) != nil && (Int(parts[1]).map { (0...32).contains($0) } ?? false)
    }

    var label: String {
        switch self {
        case .word, .file: "WORD"
        case .number: "<0-4294967295>"
        case .ipv4, .mask, .wildcard: "A.B.C.D"
        case .prefix: "A.B.C.D/nn"
        case .mac: "H.H.H"
        }
    }
}

/// Decides what a capture takes.
struct CaptureMatcher: Equatable, Sendable {
    enum Rule: Equatable, Sendable {
        case kind(CaptureKind)
        case range(ClosedRange<Int>)
        /// Names that may be abbreviated, with a number behind them.
        case names([String], isRange: Bool)
        /// A value behind one of these.
        case prefixed([String])
        /// Words and what they stand for: they are matched as words of the pattern are.
        case words([String: String])
    }

    let rule: Rule
    let label: String
    let help: String?
    private(set) var shortNames: [String]?
    private var ending: String?

    /// The names it takes, whole; empty for one that takes no names.
    var names: [String] {
        if case .names(let names, _) = rule { names } else { [] }
    }

    /// - Parameter type: `a|b`, `1-4094`, a type of the shell or one of the engine's kinds.
    init(_ type: String, types: [String: Shell.CaptureType]) throws(SimulationFault) {
        if type.contains("|") {
            let words = type.split(separator: "|").map(String.init)
            self.init(rule: .words(Dictionary(words.map { ($0, $0) }) { first, _ in first }))
        } else if let range = Self.range(type) {
            self.init(rule: .range(range))
        } else if let known = types[type] {
            try self.init(known)
        } else if let kind = CaptureKind(rawValue: type) {
            self.init(rule: .kind(kind))
        } else {
            let names = types.keys + CaptureKind.allCases.map(\.rawValue)
            let guess = NearestName.to(type, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
            throw SimulationFault("there is no type \"\(type)\"\(guess)")
        }
    }

    private init(_ type: Shell.CaptureType) throws(SimulationFault) {
        let rule: Rule
        if !type.names.isEmpty {
            rule = .names(type.names, isRange: type.isRange)
        } else if !type.words.isEmpty {
            rule = .words(type.words)
        } else if !type.prefixes.isEmpty {
            rule = .prefixed(type.prefixes)
        } else if let text = type.range {
            guard let range = Self.range(text) else { throw SimulationFault("\"\(text)\" is no range of numbers") }
            rule = .range(range)
        } else {
            guard let kind = CaptureKind(rawValue: type.kind ?? "word") else {
                throw SimulationFault("there is no kind \"\(type.kind ?? "")\"")
            }
            rule = .kind(kind)
        }
        self.init(rule: rule, label: type.label, help: type.help)
        ending = type.ending
        shortNames = type.shortNames
    }

    private init(rule: Rule, label: String? = nil, help: String? = nil) {
        self.rule = rule
        self.help = help
        if let label {
            self.label = label
            return
        }
        switch rule {
        case .kind(let kind): self.label = kind.label
        case .range(let range): self.label = "<\(range.lowerBound)-\(range.upperBound)>"
        case .names(let names, _): self.label = names.first ?? "WORD"
        case .words, .prefixed: self.label = "WORD"
        }
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
        return low...high
    }

    var takesAnyWord: Bool { rule == .kind(.word) || takesFile }
    var takesFile: Bool { rule == .kind(.file) }

    /// What is captured of the words from `index`, and how many of them.
    func accept(_ words: [LineWord], at index: Int) -> (value: String, count: Int)? {
        let text = words[index].text
        switch rule {
        case .kind(let kind):
            guard kind.accepts(text) else { return nil }
            guard let ending, text.hasSuffix(ending), text != ending else { return (text, 1) }
            return (String(text.dropLast(ending.count)), 1)
        case .range(let range): return Int(text).flatMap { range.contains($0) ? (String($0), 1) : nil }
        case .words: return nil
        case .prefixed(let prefixes):
            let prefix = prefixes.first { text.hasPrefix($0) && text.count > $0.count }
            return prefix.map { (String(text.dropFirst($0.count)), 1) }
        case .names(let names, let isRange): return isRange ? span(names, words, index) : name(names, words, index)
        }
    }

    /// `g0/1`, `gi 0/1`: the name in full, without a space.
    private func name(_ names: [String], _ words: [LineWord], _ index: Int) -> (value: String, count: Int)? {
        let text = words[index].text
        let letters = text.prefix { $0.isLetter || $0 == "-" }
        guard let name = Self.complete(letters, names) else { return nil }
        let number = text[letters.endIndex...]
        if Self.isNumber(number) { return (name + number, 1) }
        guard number.isEmpty, index + 1 < words.count, Self.isNumber(words[index + 1].text) else { return nil }
        return (name + words[index + 1].text, 2)
    }

    /// `g0/1 - 4 , g0/7`: all words to the end of the line, as lines.
    private func span(_ names: [String], _ words: [LineWord], _ index: Int) -> (value: String, count: Int)? {
        let text = words[index...].map(\.text).joined()
        var all: [String] = []
        for part in text.split(separator: ",") {
            let letters = part.prefix { $0.isLetter }
            guard let name = Self.complete(letters, names) else { return nil }
            let ends = part[letters.endIndex...].split(separator: "-", omittingEmptySubsequences: false)
            guard let first = ends.first, Self.isNumber(first), ends.count <= 2 else { return nil }
            // A port of gear without modules has no slash: `Vlan10 - 12`.
            let stem = first[..<(first.lastIndex(of: "/").map(first.index(after:)) ?? first.startIndex)]
            guard let low = Int(first[stem.endIndex...]) else { return nil }
            // The second number may repeat the name: `g0/1 - g0/4`.
            let last = ends.count == 1 ? first[stem.endIndex...] : ends[1].suffix(while: \.isNumber)
            guard let high = Int(last), low <= high, high - low < 1_000 - all.count else { return nil }
            all += (low...high).map { name + stem + String($0) }
        }
        return all.isEmpty ? nil : (all.joined(separator: "\n"), words.count - index)
    }

    /// The one name that begins with these letters, whatever their case; the first of them when several do.
    private static func complete(_ letters: Substring, _ names: [String]) -> String? {
        guard !letters.isEmpty else { return nil }
        let wanted = letters.lowercased()
        return names.first { $0.lowercased().hasPrefix(wanted) }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        text.first?.isNumber ?? false && text.allSatisfy { $0.isNumber || $0 == "/" || $0 == "." || $0 == ":" }
            && text.last?.isNumber ?? false
    }
}

extension StringProtocol {
    /// The longest end of the text all of whose characters are wanted.
    fileprivate func suffix(while isWanted: (Character) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }

}
