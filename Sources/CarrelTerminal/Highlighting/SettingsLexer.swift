/// Files of `key = value` lines under `[sections]`: ini, TOML, properties, unit files.
struct SettingsLexer: CodeLexer {
    private static let literals: Set<String> = ["true", "false", "yes", "no", "on", "off", "none"]

    func scan(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            scanner.withinLine(line)
            scanner.advance()
        }
    }

    private func line(_ line: inout CodeScanner) {
        line.skipBlanks()
        switch line.peek() {
        case 0x23, 0x3B: line.lineComment()
        case 0x5B:
            let start = line.position
            line.skip { $0 != 0x23 && $0 != 0x3B }
            line.mark(.keyword, from: start)
            line.lineComment()
        default:
            let start = line.position
            line.skip { $0 != 0x3D && $0 != 0x3A }
            // Without an `=` it is a value that goes on, or a word by itself.
            guard !line.isAtEnd else { return }
            line.mark(.name, from: start)
            line.advance()
            value(&line)
        }
    }

    private func value(_ line: inout CodeScanner) {
        while !line.isAtEnd {
            switch line.peek() {
            case 0x22, 0x27: line.string()
            case 0x23, 0x3B:
                if line.peek(-1).isGap { line.lineComment() } else { line.advance() }
            case let byte where byte.isDigit: line.number()
            case let byte where byte.isWordByte || byte == 0x2F:
                let start = line.position
                line.skip { $0.isWordByte || "./-:@".utf8.contains($0) }
                if Self.literals.contains(line.word(from: start, isLowercased: true)) {
                    line.mark(.keyword, from: start)
                }
            default: line.advance()
            }
        }
    }
}
