/// Languages of words, numbers, strings and comments, told apart by a grammar.
struct WordLexer: CodeLexer {
    let grammar: CodeGrammar

    init(_ grammar: CodeGrammar) { self.grammar = grammar }

    func scan(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            let byte = scanner.peek()
            if comment(&scanner) || quoted(&scanner) || heredoc(&scanner) { continue }
            if byte.isDigit {
                scanner.number()
            } else if byte.isWordByte || grammar.isWordStart(byte) {
                word(&scanner)
            } else {
                scanner.advance()
            }
        }
    }

    private func comment(_ scanner: inout CodeScanner) -> Bool {
        if grammar.lineComments.contains(where: { scanner.isNext($0) }) {
            scanner.lineComment()
            return true
        }
        guard grammar.hasBlockComments, scanner.isNext("/*") else { return false }
        let start = scanner.position
        scanner.advance(2)
        while !scanner.isAtEnd, !scanner.isNext("*/") { scanner.advance() }
        scanner.advance(2)
        scanner.mark(.comment, from: start)
        return true
    }

    private func quoted(_ scanner: inout CodeScanner) -> Bool {
        let quote = scanner.peek()
        guard let rule = grammar.quotes[quote] else { return false }
        if rule.triples, scanner.peek(1) == quote, scanner.peek(2) == quote {
            let start = scanner.position
            scanner.advance(3)
            while !scanner.isAtEnd,
                !(scanner.peek() == quote && scanner.peek(1) == quote && scanner.peek(2) == quote)
            {
                scanner.advance(scanner.peek() == 0x5C ? 2 : 1)
            }
            scanner.advance(3)
            scanner.mark(.string, from: start)
        } else {
            scanner.string(escapes: rule.escapes, isOneLine: rule.isOneLine, as: rule.kind)
        }
        return true
    }

    private func heredoc(_ scanner: inout CodeScanner) -> Bool {
        guard grammar.hasHeredocs, scanner.isNext("<<") else { return false }
        var heredocs = Heredocs()
        heredocs.open(&scanner)
        scanner.skipLine()
        heredocs.read(&scanner)
        return true
    }

    private func word(_ scanner: inout CodeScanner) {
        let start = scanner.position
        scanner.advance()
        scanner.skip { $0.isWordByte || grammar.isWordPart($0) }
        if grammar.keywords.contains(scanner.word(from: start, isLowercased: grammar.ignoresCase)) {
            scanner.mark(.keyword, from: start)
        } else if grammar.isName(before: scanner) || !scanner.bytes[start].isWordByte {
            scanner.mark(.name, from: start)
        }
    }
}
