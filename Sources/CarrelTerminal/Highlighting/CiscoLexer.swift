/// Configuration of network devices in the manner of Cisco IOS, with or without prompts.
struct CiscoLexer: CodeLexer {
    func scan(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            scanner.withinLine(line)
            scanner.advance()
        }
    }

    private func line(_ line: inout CodeScanner) {
        line.skipBlanks()
        Prompt.read(&line, limit: 48)
        line.skipBlanks()
        if line.peek() == 0x21 { return line.lineComment() }
        if word(&line) == "no" {
            line.skipBlanks()
            _ = word(&line)
        }
        while !line.isAtEnd {
            switch line.peek() {
            case 0x22: line.string(escapes: false)
            case let byte where byte.isDigit && line.peek(-1).isGap: line.number()
            case let byte where byte > 0x20: line.skip { $0 > 0x20 }
            default: line.advance()
            }
        }
    }

    /// Reads and marks a word of a command; what is described after `description` is a text.
    private func word(_ line: inout CodeScanner) -> String {
        let start = line.position
        line.skip { $0 > 0x20 }
        line.mark(.keyword, from: start)
        let word = line.word(from: start, isLowercased: true)
        if word == "description" || word == "remark" {
            line.skipBlanks()
            let start = line.position
            line.skipLine()
            line.mark(.string, from: start)
        }
        return word
    }
}
