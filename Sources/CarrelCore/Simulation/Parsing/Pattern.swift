/// What is typed: words, `<name>` and `<name:type>` captures, `<name>+` for one word or more, which are captured as
/// lines, `<name...>` for the rest of the line, `[optional]` and `(one|or|another)`.
struct Pattern: Equatable, Sendable {
    indirect enum Element: Equatable, Sendable {
        case word(String)
        case capture(name: String, type: String, isRepeated: Bool)
        case rest(name: String)
        case optional([Element])
        case choice([[Element]])
    }

    let elements: [Element]

    /// Places of a command tree that one pattern may make: each optional part doubles them.
    static let mostPlaces = 1_000

    init(_ source: String) throws(SimulationFault) {
        try SimulationFault.checkLength(source, of: "pattern")
        var rest = source[...]
        elements = try Self.sequence(&rest, until: [], depth: 0)
        if elements.isEmpty { throw SimulationFault("a pattern has words") }
        if Self.places(elements, from: 1).all >= Self.mostPlaces {
            throw SimulationFault(
                "the pattern can go on in more than \(Self.mostPlaces) ways; give it fewer optional parts and choices")
        }
    }

    private static func sequence(_ rest: inout Substring, until ends: [Character], depth: Int) throws(SimulationFault)
        -> [Element]
    {
        try SimulationFault.checkDepth(depth, of: "pattern")
        var elements: [Element] = []
        while let first = rest.first {
            if ends.contains(first) { return elements }
            switch first {
            case " ", "\n": rest.removeFirst()
            case "[":
                rest.removeFirst()
                elements.append(.optional(try sequence(&rest, until: ["]"], depth: depth + 1)))
                rest.removeFirst()
            case "(":
                var choices: [[Element]] = []
                repeat {
                    rest.removeFirst()
                    choices.append(try sequence(&rest, until: ["|", ")"], depth: depth + 1))
                } while rest.first == "|"
                rest.removeFirst()
                elements.append(.choice(choices))
            case "<": elements.append(try capture(&rest))
            case "]", ")", "|", ">": throw SimulationFault("\"\(first)\" closes nothing")
            default:
                let word = rest.prefix { !" \n[]()|<>".contains($0) }
                elements.append(.word(String(word)))
                rest = rest[word.endIndex...]
            }
        }
        if let end = ends.last { throw SimulationFault("a \"\(end)\" is missing") }
        return elements
    }

    private static func capture(_ rest: inout Substring) throws(SimulationFault) -> Element {
        guard let end = rest.firstIndex(of: ">") else { throw SimulationFault("a \"<\" is not closed") }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if inside.hasSuffix("...") {
            let name = inside.dropLast(3)
            guard isName(name) else { throw SimulationFault("\"\(name)\" is no name for a capture") }
            return .rest(name: String(name))
        }
        let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, isName(name) else {
            throw SimulationFault("\"\(inside)\" is no name for a capture")
        }
        let type = parts.count > 1 ? String(parts[1]) : "word"
        if type.isEmpty { throw SimulationFault("the capture \"\(name)\" has no type behind its \":\"") }
        let isRepeated = rest.first == "+"
        if isRepeated { rest.removeFirst() }
        return .capture(name: String(name), type: type, isRepeated: isRepeated)
    }

    /// The places that the elements add to a tree behind some, and at how many of them they end; no more than matter.
    private static func places(_ elements: [Element], from starts: Int) -> (all: Int, ends: Int) {
        var all = 0, ends = starts
        for element in elements where all < mostPlaces && ends < mostPlaces {
            switch element {
            case .word, .capture, .rest: all += ends
            case .optional(let inner):
                let added = places(inner, from: ends)
                (all, ends) = (all + added.all, ends + added.ends)
            case .choice(let choices):
                let added = choices.map { places($0, from: ends) }
                all += added.reduce(0) { min(mostPlaces, $0 + $1.all) }
                ends = added.reduce(0) { min(mostPlaces, $0 + $1.ends) }
            }
        }
        return (min(mostPlaces, max(all, ends)), min(mostPlaces, ends))
    }

    static func isName(_ text: some StringProtocol) -> Bool {
        text.first?.isLetter ?? false && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    /// The names of all captures.
    var captures: [(name: String, type: String?)] { Self.captures(of: elements) }

    private static func captures(of elements: [Element]) -> [(name: String, type: String?)] {
        elements.flatMap { element -> [(name: String, type: String?)] in
            switch element {
            case .word: []
            case .capture(let name, let type, _): [(name, type)]
            case .rest(let name): [(name, nil)]
            case .optional(let inner): captures(of: inner)
            case .choice(let choices): choices.flatMap { captures(of: $0) }
            }
        }
    }
}

/// An option as a shell states it: its names, and what stands behind it.
struct OptionForm: Equatable, Sendable {
    enum Value: Equatable, Sendable { case none, one(String), several(String) }

    /// With their hyphens.
    let names: [String]
    let value: Value

    init(_ source: String) throws(SimulationFault) {
        let parts = source.split(separator: " ")
        guard let first = parts.first, parts.count <= 2 else {
            throw SimulationFault("an option is written --name, --name <value> or --name <values>...")
        }
        names = first.split(separator: "|").map(String.init)
        guard !names.isEmpty, names.allSatisfy({ $0.hasPrefix("-") && $0.count > 1 }) else {
            throw SimulationFault("\"\(first)\" names no option; options begin with - or --")
        }
        guard parts.count == 2 else {
            value = .none
            return
        }
        var text = parts[1]
        let isSeveral = text.hasSuffix("...")
        if isSeveral { text = text.dropLast(3) }
        guard text.first == "<", text.last == ">", Pattern.isName(text.dropFirst().dropLast()) else {
            throw SimulationFault("\"\(text)\" is no capture; write <name>")
        }
        let name = String(text.dropFirst().dropLast())
        value = isSeveral ? .several(name) : .one(name)
    }

    /// The capture it fills: what stands behind it, else its last name without hyphens, which then holds `true`.
    var capture: String {
        switch value {
        case .one(let name), .several(let name): name
        case .none: String(names[names.count - 1].drop { $0 == "-" })
        }
    }
}
