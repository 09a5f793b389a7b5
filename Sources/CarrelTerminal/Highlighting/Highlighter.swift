/// Source with its parts told apart.
enum Highlighter {
    /// The pieces of `source` in `language`, in order, none inside another.
    static func tokens(of source: String, in language: CodeLanguage) -> [CodeToken] {
        var scanner = CodeScanner(source)
        language.lexer.scan(&scanner)
        return scanner.tokens
    }

    /// `source` in styles; together the spans are exactly `source`.
    static func spans(of source: String, in language: CodeLanguage?, traits: Traits = []) -> [Span] {
        let plain = Style(.code, traits)
        guard let language else { return source.isEmpty ? [] : [Span(source, style: plain)] }
        var line = StyledLine("")
        var tokens = tokens(of: source, in: language)[...]
        var piece = "", offset = 0, style = plain
        // By character: a mark that combines with a quote must stay with it.
        for character in source {
            if let first = tokens.first, offset >= first.range.upperBound { tokens.removeFirst() }
            let own = tokens.first.map { offset >= $0.range.lowerBound ? Style($0.kind.role, traits) : plain } ?? plain
            if own != style {
                line.append(piece, style: style)
                piece = ""
                style = own
            }
            piece.append(character)
            offset += character.utf8.count
        }
        line.append(piece, style: style)
        return line.spans
    }
}

extension CodeKind {
    var role: Role {
        switch self {
        case .keyword: .codeKeyword
        case .string: .codeString
        case .comment: .codeComment
        case .number: .codeNumber
        case .name: .codeName
        }
    }
}
