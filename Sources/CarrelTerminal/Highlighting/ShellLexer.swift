/// Scripts and commands of the Bourne family of shells.
struct ShellLexer: CodeLexer {
    private static let keywords: Set<String> = [
        "alias", "break", "case", "continue", "declare", "do", "done", "elif", "else", "esac", "eval", "exec", "exit",
        "export", "fi", "for", "function", "if", "in", "local", "readonly", "return", "select", "set", "shift",
        "source",
        "sudo", "then", "time", "trap", "unset", "until", "while",
    ]

    func scan(_ scanner: inout CodeScanner) {
        var heredocs = Heredocs()
        /// The next word is what is run.
        var isCommand = true
        while !scanner.isAtEnd {
            switch scanner.peek() {
            case 0x0A:
                heredocs.read(&scanner)
                scanner.advance()
                isCommand = true
            case 0x20, 0x09: scanner.advance()
            case 0x5C: scanner.advance(2)
            case 0x23 where scanner.peek(-1).isGap || scanner.position == 0: scanner.lineComment()
            case 0x27:
                scanner.string(escapes: false, isOneLine: false)
                isCommand = false
            case 0x22:
                scanner.string(isOneLine: false)
                isCommand = false
            case 0x24: variable(&scanner)
            case 0x5B:
                scanner.advance()
                isCommand = false
            case 0x3C where scanner.peek(1) == 0x3C: heredocs.open(&scanner)
            case 0x7C, 0x26, 0x3B, 0x28, 0x60, 0x7B:
                scanner.advance()
                isCommand = true
            case let byte where byte.isWordByte || byte == 0x2E || byte == 0x2F || byte == 0x2D || byte == 0x7E:
                isCommand = word(&scanner, isCommand: isCommand)
            default: scanner.advance()
            }
        }
    }

    /// Reads a word; whether the next one is a command.
    private func word(_ scanner: inout CodeScanner, isCommand: Bool) -> Bool {
        let start = scanner.position
        let isNumber = scanner.peek().isDigit
        scanner.skip { $0.isWordByte || "./-:@%+,~".utf8.contains($0) }
        let word = scanner.word(from: start)
        if Self.keywords.contains(word), isCommand || word == "in" {
            scanner.mark(.keyword, from: start)
            return !["for", "case", "select", "function", "export", "local", "in", "exit", "return"].contains(word)
        }
        guard isCommand else {
            if isNumber, scanner.bytes[start..<scanner.position].allSatisfy({ $0.isDigit || $0 == 0x2E }) {
                scanner.mark(.number, from: start)
            }
            return false
        }
        scanner.mark(.name, from: start)
        guard scanner.peek() == 0x3D else { return false }
        // A variable set for the command that follows.
        scanner.advance()
        if scanner.peek() == 0x27 || scanner.peek() == 0x22 {
            scanner.string(escapes: scanner.peek() == 0x22, isOneLine: false)
        } else {
            scanner.skip { $0.isWordByte || "./-:@%+,~".utf8.contains($0) }
        }
        return true
    }

    private func variable(_ scanner: inout CodeScanner) {
        let start = scanner.position
        scanner.advance()
        switch scanner.peek() {
        case 0x7B:
            scanner.skip { $0 != 0x7D && $0 != 0x0A }
            if scanner.peek() == 0x7D { scanner.advance() }
        case 0x28: return
        case let byte where byte.isWordByte: scanner.skip(while: \.isWordByte)
        case let byte where "?#@*!$-".utf8.contains(byte): scanner.advance()
        default: return
        }
        scanner.mark(.name, from: start)
    }
}
