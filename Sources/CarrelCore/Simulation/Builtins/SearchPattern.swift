/// A regular expression as `grep` takes it. Matches by sets of places, so that no expression takes long.
struct SearchPattern: Sendable {
    indirect enum Node: Sendable {
        case any
        case one(Character)
        case among(Set<Character>, ranges: [ClosedRange<Character>], isNegated: Bool)
        case start, end, wordEdge
        case sequence([Node])
        case either([Node])
        case times(Node, Int, Int?)
    }

    private let node: Node
    private let ignoresCase: Bool

    /// - Parameter isExtended: Whether `+?|(){}` mean something as they are, and not behind a backslash.
    init(_ source: String, isExtended: Bool, ignoresCase: Bool = false) {
        var reader = SearchPatternReader(
            rest: Array(ignoresCase ? source.lowercased() : source), isExtended: isExtended)
        node = reader.either()
        self.ignoresCase = ignoresCase
    }

    /// A text that means itself.
    init(literal: String, ignoresCase: Bool = false) {
        node = .sequence((ignoresCase ? literal.lowercased() : literal).map(Node.one))
        self.ignoresCase = ignoresCase
    }

    /// Where it first stands in the line, as long as it goes; nil where it does not.
    func firstMatch(in line: String, from start: Int = 0) -> Range<Int>? {
        let characters = Array(ignoresCase ? line.lowercased() : line)
        guard start <= characters.count else { return nil }
        for place in start...characters.count {
            if let end = Self.ends(node, [place], characters).max() { return place..<end }
        }
        return nil
    }

    private static func ends(_ node: Node, _ starts: Set<Int>, _ text: [Character]) -> Set<Int> {
        func step(_ fits: (Character) -> Bool) -> Set<Int> {
            Set(starts.filter { $0 < text.count && fits(text[$0]) }.map { $0 + 1 })
        }
        switch node {
        case .any: return step { _ in true }
        case .one(let character): return step { $0 == character }
        case .among(let set, let ranges, let isNegated):
            return step { character in
                (set.contains(character) || ranges.contains { $0.contains(character) }) != isNegated
            }
        case .start: return starts.filter { $0 == 0 }
        case .end: return starts.filter { $0 == text.count }
        case .wordEdge:
            func isWord(_ place: Int) -> Bool {
                text.indices.contains(place) && (text[place].isLetter || text[place].isNumber || text[place] == "_")
            }
            return starts.filter { isWord($0) != isWord($0 - 1) }
        case .sequence(let parts):
            return parts.reduce(starts) { $0.isEmpty ? $0 : ends($1, $0, text) }
        case .either(let options):
            return options.reduce(into: []) { $0.formUnion(ends($1, starts, text)) }
        case .times(let inner, let least, let most):
            var current = starts
            for _ in 0..<least { current = ends(inner, current, text) }
            var all = current, rounds = least
            while !current.isEmpty, rounds < most ?? .max {
                current = ends(inner, current, text).subtracting(all)
                all.formUnion(current)
                rounds += 1
            }
            return all
        }
    }
}

private struct SearchPatternReader {
    var rest: [Character]
    var isExtended: Bool
    var index = 0
    var depth = 0

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

    mutating func either() -> SearchPattern.Node {
        var options = [sequence()]
        while takes("|") { options.append(sequence()) }
        return options.count == 1 ? options[0] : .either(options)
    }

    private mutating func sequence() -> SearchPattern.Node {
        var parts: [SearchPattern.Node] = []
        while next != nil, !closes, !isBar {
            let part = single(isFirst: parts.isEmpty)
            parts.append(repeated(part))
        }
        return .sequence(parts)
    }

    private mutating func repeated(_ part: SearchPattern.Node) -> SearchPattern.Node {
        var part = part
        while true {
            if next == "*" {
                index += 1
                part = .times(part, 0, nil)
            } else if takes("+") {
                part = .times(part, 1, nil)
            } else if takes("?") {
                part = .times(part, 0, 1)
            } else if takes("{") {
                var inside = ""
                while let character = next, character != "}" {
                    inside.append(character)
                    index += 1
                }
                index += 1
                if inside.hasSuffix("\\") { inside.removeLast() }
                let ends = inside.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
                let least = min(ends.first.flatMap { $0 } ?? 0, 50)
                part = .times(part, max(0, least), ends.count > 1 ? ends[1] : least)
            } else {
                return part
            }
        }
    }

    private mutating func single(isFirst: Bool) -> SearchPattern.Node {
        if depth < 20, takes("(") {
            depth += 1
            let inner = either()
            _ = takes(")")
            depth -= 1
            return inner
        }
        guard let character = next else { return .sequence([]) }
        index += 1
        switch character {
        case ".": return .any
        case "^" where isExtended || isFirst: return .start
        case "$" where isExtended || index == rest.count || isBar || closes: return .end
        case "[": return among()
        case "\\":
            guard let escaped = next else { return .one("\\") }
            index += 1
            switch escaped {
            case "b", "<", ">": return .wordEdge
            case "w": return .among(["_"], ranges: ["a"..."z", "A"..."Z", "0"..."9"], isNegated: false)
            case "s": return .among([" ", "\t"], ranges: [], isNegated: false)
            case "d": return .among([], ranges: ["0"..."9"], isNegated: false)
            default: return .one(escaped)
            }
        default: return .one(character)
        }
    }

    private mutating func among() -> SearchPattern.Node {
        var set: Set<Character> = [], ranges: [ClosedRange<Character>] = [], isNegated = false, isFirst = true
        if next == "^" {
            isNegated = true
            index += 1
        }
        while let character = next, character != "]" || isFirst {
            isFirst = false
            index += 1
            if character == "[", next == ":" {
                let name = String(rest[(index + 1)...].prefix { $0 != ":" })
                index = min(rest.count, index + name.count + 3)
                switch name {
                case "digit": ranges.append("0"..."9")
                case "alpha": ranges += ["a"..."z", "A"..."Z"]
                case "alnum": ranges += ["a"..."z", "A"..."Z", "0"..."9"]
                case "upper": ranges.append("A"..."Z")
                case "lower": ranges.append("a"..."z")
                case "space": set.formUnion([" ", "\t"])
                default: set.formUnion(["!", "-", "_", ".", ",", ":", ";", "?", "/", "(", ")"])
                }
            } else if next == "-", index + 1 < rest.count, rest[index + 1] != "]", character <= rest[index + 1] {
                ranges.append(character...rest[index + 1])
                index += 2
            } else {
                set.insert(character)
            }
        }
        index += 1
        return .among(set, ranges: ranges, isNegated: isNegated)
    }
}
