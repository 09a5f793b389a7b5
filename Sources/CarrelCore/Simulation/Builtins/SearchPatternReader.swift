/// Reads a regular expression; what has no meaning stands for itself.
struct SearchPatternReader {
    private let rest: [Character]
    private let isExtended: Bool
    private var index = 0
    private var depth = 0

    init(_ source: String, isExtended: Bool) {
        rest = Array(source)
        self.isExtended = isExtended
    }

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
                part = times(part, 0, nil)
            } else if takes("+") {
                part = times(part, 1, nil)
            } else if takes("?") {
                part = times(part, 0, 1)
            } else if takes("{") {
                var inside = ""
                while let character = next, character != "}" {
                    inside.append(character)
                    index += 1
                }
                index += 1
                if inside.hasSuffix("\\") { inside.removeLast() }
                let ends = inside.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
                let least = max(0, min(ends.first.flatMap { $0 } ?? 0, SearchAutomaton.mostStates))
                let most = ends.count > 1 ? ends[1].map { min($0, SearchAutomaton.mostStates) } : least
                part = times(part, least, most)
            } else {
                return part
            }
        }
    }

    /// `x+*` is `x*`: repetitions of what is repeated without end anyway are one.
    private func times(_ part: SearchPattern.Node, _ least: Int, _ most: Int?) -> SearchPattern.Node {
        if case .times(let inner, let innerLeast, nil) = part, innerLeast <= 1, least <= 1, most == nil || most == 1 {
            return .times(inner, innerLeast * least, nil)
        }
        return .times(part, least, most)
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
