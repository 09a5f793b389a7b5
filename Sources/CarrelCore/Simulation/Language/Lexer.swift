/// The words of a condition or of a tag.
enum Token: Equatable, Sendable {
    case word(String)
    case text(String)
    case open, close, pipe
}

enum Lexer {
    /// Words end at white space, parentheses, quotes and `|`, but not inside `<…>`.
    static func tokens(_ source: some StringProtocol) throws(SimulationFault) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(source)
        while let first = rest.first {
            switch first {
            case " ", "\t", "\n": rest.removeFirst()
            case "(", ")", "|":
                tokens.append(first == "(" ? .open : first == ")" ? .close : .pipe)
                rest.removeFirst()
            case "\"":
                rest.removeFirst()
                guard let end = rest.firstIndex(of: "\"") else { throw SimulationFault("a quote is not closed") }
                tokens.append(.text(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            case "`":
                // A name with spaces in it.
                rest.removeFirst()
                guard let end = rest.firstIndex(of: "`") else { throw SimulationFault("a ` is not closed") }
                tokens.append(.word(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            default: tokens.append(.word(word(&rest)))
            }
        }
        return tokens
    }

    private static func word(_ rest: inout Substring) -> String {
        var word = "", depth = 0
        while let first = rest.first {
            if depth == 0, " \t\n()|\"".contains(first) { break }
            if first == "<" {
                // `<` and `<=` alone compare; at the beginning of a name they open one.
                let next = rest.dropFirst().first
                if next.map({ $0.isLetter || $0 == "<" || $0 == ":" }) ?? false { depth += 1 }
            } else if first == ">", depth > 0 {
                depth -= 1
            }
            word.append(first)
            rest.removeFirst()
        }
        return word
    }
}
