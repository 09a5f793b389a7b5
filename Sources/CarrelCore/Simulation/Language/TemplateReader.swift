/// Reads a template's text into nodes.
struct TemplateReader {
    enum Segment: Equatable {
        case text(String)
        case tag(String)
        /// Behind a tag that took its line with it.
        case lineStart
    }

    private var rest: ArraySlice<Segment>
    /// The tag that ended the last list of nodes, where it was not the end of the text.
    private(set) var ending: String?
    private var depth = 0

    init(segments: ArraySlice<Segment>) { rest = segments }

    private static let controls = ["when", "else", "each", "end", "include", "table", "joined", "json"]

    private static func isControl(_ tag: String) -> Bool {
        controls.contains(String(tag.prefix { $0 != " " }))
    }

    /// Texts and tags; a tag of control that has a line to itself takes the line with it.
    static func segments(of source: String) throws(SimulationFault) -> [Segment] {
        var segments: [Segment] = []
        var rest = source[...]
        while let opening = rest.firstOccurrence(of: "{{") {
            var before = String(rest[..<opening.lowerBound])
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstOccurrence(of: "}}") else {
                throw SimulationFault("a {{ is not closed")
            }
            let tag = String(rest[..<closing.lowerBound]).trimmedOfSpaces
            rest = rest[closing.upperBound...]
            if tag.isEmpty { throw SimulationFault("{{}} holds nothing") }
            if isControl(tag) {
                let line = before.reversed().prefix { $0 != "\n" }
                let startsLine = line.allSatisfy { $0 == " " } && (line.count < before.count || isLineStart(segments))
                let after = rest.prefix { $0 == " " }
                let next = rest[after.endIndex...].first
                if startsLine, next == "\n" || next == nil {
                    before.removeLast(line.count)
                    rest = next == nil ? rest[rest.endIndex...] : rest[rest.index(after: after.endIndex)...]
                    // What follows is at the beginning of a line.
                    segments.append(.text(before))
                    segments.append(.tag(tag))
                    segments.append(.lineStart)
                    continue
                }
            }
            segments.append(.text(before))
            segments.append(.tag(tag))
        }
        segments.append(.text(String(rest)))
        return segments
    }

    /// Whether what follows the segments begins a line: nothing before, or a tag whose line was taken.
    private static func isLineStart(_ segments: [Segment]) -> Bool {
        segments.isEmpty || segments.last == .lineStart
    }

    mutating func nodes(until ends: [String]) throws(SimulationFault) -> [Template.Node] {
        var nodes: [Template.Node] = []
        ending = nil
        depth += 1
        defer { depth -= 1 }
        // The template itself is no level.
        try SimulationFault.checkDepth(depth - 1, of: "template")
        while let segment = rest.popFirst() {
            switch segment {
            case .lineStart: break
            case .text(let text): if !text.isEmpty { nodes.append(.text(text)) }
            case .tag(let tag):
                let name = String(tag.prefix { $0 != " " })
                if name == "end" || name == "else" {
                    guard ends.contains(name) else {
                        ending = tag
                        return nodes
                    }
                    ending = tag
                    return nodes
                }
                nodes.append(try node(name, tag))
            }
        }
        ending = nil
        if !ends.isEmpty { throw SimulationFault("an {{end}} is missing") }
        return nodes
    }

    private mutating func node(_ name: String, _ tag: String) throws(SimulationFault) -> Template.Node {
        let argument = String(tag.dropFirst(name.count)).trimmedOfSpaces
        switch name {
        case "when": return try when(argument)
        case "each":
            try SimulationFault.checkLength(argument, of: "condition")
            var tokens = try Lexer.tokens(argument)[...]
            guard case .word(let variable)? = tokens.popFirst() else {
                throw SimulationFault("{{each}} has a variable")
            }
            let source = try Condition.source(&tokens)
            var condition: Condition?
            if tokens.first == .word("where") {
                tokens.removeFirst()
                condition = try Condition.parse(&tokens)
            }
            if let next = tokens.first { throw SimulationFault("\(next.described) is not expected here") }
            return .each(variable, source, where: condition, try body())
        case "include": return .include(argument, isLine: rest.first == .lineStart)
        case "table":
            guard let gap = Int(argument.isEmpty ? "3" : argument), (0...20).contains(gap) else {
                throw SimulationFault("{{table}} takes a number of spaces from 0 to 20")
            }
            return .table(gap: gap, Self.withSeparators(try body()))
        case "joined":
            let numbers = argument.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2, (1...100).contains(numbers[0]), (0...200).contains(numbers[1]) else {
                throw SimulationFault(
                    "{{joined}} takes how many stand on a line and how far the next ones are indented")
            }
            return .joined(perLine: numbers[0], indent: numbers[1], try body())
        case "json": return .json(try body())
        default: return .value(try Self.expression(tag))
        }
    }

    private mutating func body() throws(SimulationFault) -> [Template.Node] {
        let nodes = try nodes(until: ["end"])
        if ending?.hasPrefix("else") == true { throw SimulationFault("{{else}} belongs to {{when}}") }
        return nodes
    }

    private mutating func when(_ condition: String) throws(SimulationFault) -> Template.Node {
        var branches = [Template.Branch(condition: try Condition(condition), nodes: [])]
        while true {
            branches[branches.count - 1].nodes = try nodes(until: ["end", "else"])
            guard let ending, ending != "end" else { return .when(branches, otherwise: []) }
            let rest = String(ending.dropFirst("else".count)).trimmedOfSpaces
            if rest.isEmpty { return .when(branches, otherwise: try body()) }
            guard rest.hasPrefix("when ") else { throw SimulationFault("{{else}} or {{else when …}} is expected") }
            branches.append(Template.Branch(condition: try Condition(rest.dropFirst("when ".count)), nodes: []))
        }
    }

    /// A value and its filters: `name | left 16`.
    private static func expression(_ tag: String) throws(SimulationFault) -> Template.Expression {
        var tokens = try Lexer.tokens(tag)[...]
        let operand = try Operand(&tokens)
        var filters: [Filter] = []
        while tokens.first == .pipe {
            tokens.removeFirst()
            filters.append(try Filter(&tokens))
        }
        if let next = tokens.first { throw SimulationFault("\(next.described) is not expected here") }
        return Template.Expression(operand: operand, filters: filters)
    }

    /// The ` | ` of a table's texts becomes what no value holds.
    private static func withSeparators(_ nodes: [Template.Node]) -> [Template.Node] {
        nodes.map { node in
            switch node {
            case .text(let text): .text(separated(text))
            case .when(let branches, let otherwise):
                .when(
                    branches.map { Template.Branch(condition: $0.condition, nodes: withSeparators($0.nodes)) },
                    otherwise: withSeparators(otherwise))
            case .each(let name, let source, let condition, let body):
                .each(name, source, where: condition, withSeparators(body))
            case .value, .include, .table, .joined, .json: node
            }
        }
    }

    private static func separated(_ text: String) -> String {
        var separated = "", rest = text[...]
        while let place = rest.firstOccurrence(of: " | ") {
            separated += rest[..<place.lowerBound] + String(Template.separator)
            rest = rest[place.upperBound...]
        }
        return separated + rest
    }
}

extension Template {
    /// Stands between the cells of a table until they are set: the unit separator, which no state can hold.
    static let separator: Character = "\u{1F}"
}

extension String {
    var trimmedOfSpaces: String {
        let start = drop { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\n" && $0 != "\t" }) else { return "" }
        return String(start[...last])
    }
}
