/// Reads a regular expression; what has no meaning stands for itself.
struct SearchPatternReader {
    /// Groups within one another.
    private static let deepest = 20

    private let rest: [Character]
    private let isExtended: Bool
    private let ignoresCase: Bool
    private var index = 0
    private var depth = 0
    /// Pairs of parentheses that were opened.
    private(set) var groups = 0

    init(_ source: String, isExtended: Bool, ignoresCase: Bool = false) {
        rest = Array(source)
        self.isExtended = isExtended
        self.ignoresCase = ignoresCase
    }

    /// All of the text; what closes a group that was never opened stands for itself.
    mutating func whole() throws(SearchPattern.Fault) -> SearchPattern.Node { try either() }

    private var next: Character? { index < rest.count ? rest[index] : nil }

    /// Whether the sign stands here as an operator; it is passed then.
    private mutating func takes(_ sign: Character) -> Bool {
        if isExtended, next == sign {
            index += 1
            return true
        }
        if !isExtended, next == "\\", index + 1 < rest.count, rest[index + 1] == sign {
            index += 2
            return true
        }
        return false
    }

    private var closes: Bool {
        guard depth > 0 else { return false }
        return isExtended ? next == ")" : next == "\\" && index + 1 < rest.count && rest[index + 1] == ")"
    }

    private var isBar: Bool {
        isExtended ? next == "|" : next == "\\" && index + 1 < rest.count && rest[index + 1] == "|"
    }

    private mutating func either() throws(SearchPattern.Fault) -> SearchPattern.Node {
        var options = [try sequence()]
        while takes("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .either(options)
    }

    private mutating func sequence() throws(SearchPattern.Fault) -> SearchPattern.Node {
        var parts: [SearchPattern.Node] = []
        while next != nil, !closes, !isBar {
            let part = try single(isFirst: parts.isEmpty)
            parts.append(try repeated(part))
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ part: SearchPattern.Node) throws(SearchPattern.Fault) -> SearchPattern.Node {
        var part = part
        while true {
            if next == "*" {
                index += 1
                part = times(part, 0, nil)
            } else if takes("+") {
                part = times(part, 1, nil)
            } else if takes("?") {
                part = times(part, 0, 1)
            } else if let (least, most) = try interval() {
                part = times(part, least, most)
            } else {
                return part
            }
        }
    }

    /// `{3}`, `{3,}`, `{,5}`, `{3,5}`; an extended brace with no numbers behind it stands for itself.
    private mutating func interval() throws(SearchPattern.Fault) -> (least: Int, most: Int?)? {
        let begin = index
        guard takes("{") else { return nil }
        let inside = rest[index...].prefix { $0.isASCII && $0.isNumber || $0 == "," }
        let ends = String(inside).split(separator: ",", omittingEmptySubsequences: false)
        index = inside.endIndex
        guard !inside.isEmpty, takes("}") else {
            guard isExtended else {
                let isClosed = String(rest[index...]).holds("\\}")
                throw isClosed ? .interval : .brace
            }
            index = begin
            return nil
        }
        func number(_ digits: Substring) -> Int { min(Int(digits) ?? .max, SearchAutomaton.mostStates) }
        guard ends.count <= 2 else { throw .interval }
        let least = ends[0].isEmpty ? 0 : number(ends[0])
        let most = ends.count == 1 ? least : ends[1].isEmpty ? nil : number(ends[1])
        guard least <= most ?? .max else { throw .interval }
        return (least, most)
    }

    /// `x+*` is `x*`: repetitions of what is repeated without end anyway are one.
    private func times(_ part: SearchPattern.Node, _ least: Int, _ most: Int?) -> SearchPattern.Node {
        if case .times(let inner, let innerLeast, nil) = part, innerLeast <= 1, least <= 1, most == nil || most == 1 {
            return .times(inner, innerLeast * least, nil)
        }
        return .times(part, least, most)
    }

    private mutating func single(isFirst: Bool) throws(SearchPattern.Fault) -> SearchPattern.Node {
        if takes("(") {
            guard depth < Self.deepest else { throw .tooBig }
            depth += 1
            groups += 1
            let number = groups
            let inner = try either()
            guard takes(")") else { throw .parenthesis }
            depth -= 1
            return .group(number, inner)
        }
        guard let character = next else { return .sequence([]) }
        index += 1
        switch character {
        case ".": return .any
        case "^" where isExtended || isFirst: return .start
        case "$" where isExtended || index == rest.count || isBar || closes: return .end
        case "[": return try among()
        case "\\": return try escaped()
        default: return .one(folded(character))
        }
    }

    private mutating func escaped() throws(SearchPattern.Fault) -> SearchPattern.Node {
        guard let escaped = next else { throw .backslash }
        index += 1
        switch escaped {
        case "b": return .word(.any)
        case "B": return .word(.none)
        case "<": return .word(.begin)
        case ">": return .word(.end)
        case "w", "W":
            return .among(["_"], ranges: ["a"..."z", "A"..."Z", "0"..."9"], isNegated: escaped == "W")
        case "s", "S": return .among([" ", "\t"], ranges: [], isNegated: escaped == "S")
        case "1", "2", "3", "4", "5", "6", "7", "8", "9":
            throw escaped.wholeNumberValue ?? 0 > groups ? .backReference : .beyond
        default: return .one(folded(escaped))
        }
    }

    /// As the line is that it is compared with.
    private func folded(_ character: Character) -> Character { ignoresCase ? character.folded : character }

    private mutating func among() throws(SearchPattern.Fault) -> SearchPattern.Node {
        var set: Set<Character> = [], ranges: [ClosedRange<Character>] = [], isNegated = false, isFirst = true
        if next == "^" {
            isNegated = true
            index += 1
        }
        while let character = next, character != "]" || isFirst {
            isFirst = false
            index += 1
            if character == "[", next == ":" {
                try add(&set, &ranges)
            } else if next == "-", index + 1 < rest.count, rest[index + 1] != "]" {
                let (low, high) = (folded(character), folded(rest[index + 1]))
                guard low <= high else { throw .range }
                ranges.append(low...high)
                index += 2
            } else {
                set.insert(folded(character))
            }
        }
        guard next == "]" else { throw .bracket }
        index += 1
        return .among(set, ranges: ranges, isNegated: isNegated)
    }

    /// A class by its name: `[:digit:]` inside of brackets.
    private mutating func add(_ set: inout Set<Character>, _ ranges: inout [ClosedRange<Character>])
        throws(SearchPattern.Fault)
    {
        let name = String(rest[(index + 1)...].prefix { $0 != ":" }), behind = index + name.count + 1
        guard behind + 1 < rest.count, rest[behind + 1] == "]" else { throw .bracket }
        index = behind + 2
        let lower: ClosedRange<Character> = "a"..."z", upper: ClosedRange<Character> = "A"..."Z"
        switch name {
        case "digit": ranges.append("0"..."9")
        case "xdigit": ranges += ["0"..."9", "a"..."f", "A"..."F"]
        case "alpha": ranges += [lower, upper]
        case "alnum": ranges += [lower, upper, "0"..."9"]
        case "upper": ranges += ignoresCase ? [lower] : [upper]
        case "lower": ranges.append(lower)
        case "space", "blank": set.formUnion([" ", "\t"])
        case "punct": set.formUnion("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
        case "graph": ranges.append("!"..."~")
        case "print": ranges.append(" "..."~")
        case "cntrl": set.insert("\t")
        default: throw .className
        }
    }
}
