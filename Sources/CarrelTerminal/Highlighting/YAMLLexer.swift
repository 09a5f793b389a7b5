/// YAML: keys, values, comments, and blocks of text.
struct YAMLLexer: CodeLexer {
    private static let literals: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "~"]

    func scan(_ scanner: inout CodeScanner) {
        /// Lines indented by more than this belong to a block of text.
        var block: Int?
        while !scanner.isAtEnd {
            scanner.withinLine { line in
                let start = line.position
                line.skip { $0 == 0x20 }
                let indent = line.position - start
                if line.isAtEnd { return }
                if let open = block, indent > open {
                    let text = line.position
                    line.skipLine()
                    line.mark(.string, from: text)
                } else {
                    block = content(&line, start: start) ? indent : nil
                }
            }
            scanner.advance()
        }
    }

    /// Reads a line; whether it opens a block of text.
    private func content(_ line: inout CodeScanner, start: Int) -> Bool {
        if line.position == start, line.isNext("---") || line.isNext("...") || line.peek() == 0x25 {
            let start = line.position
            line.skip { $0 > 0x20 }
            line.mark(.keyword, from: start)
        }
        while line.peek() == 0x2D, line.peek(1).isGap {
            line.advance()
            line.skipBlanks()
        }
        var isTextOpened = false
        /// Brackets of flow style that are open.
        var depth = 0
        while !line.isAtEnd {
            switch line.peek() {
            case 0x20, 0x09: line.advance()
            case 0x23 where line.position == start || line.peek(-1).isGap: line.lineComment()
            case 0x22, 0x27: quoted(&line)
            case 0x5B, 0x7B:
                depth += 1
                line.advance()
            case 0x5D, 0x7D:
                depth -= 1
                line.advance()
            case 0x2C, 0x3A: line.advance()
            case 0x7C, 0x3E:
                isTextOpened = true
                line.advance()
                line.skip { $0 > 0x20 }
            case 0x26, 0x2A, 0x21:
                let start = line.position
                line.skip { $0 > 0x20 && $0 != 0x2C && $0 != 0x5D && $0 != 0x7D }
                line.mark(.keyword, from: start)
            default:
                isTextOpened = false
                plain(&line, isFlow: depth > 0)
            }
        }
        return isTextOpened
    }

    private func quoted(_ line: inout CodeScanner) {
        let escapes = line.peek() == 0x22
        let end = line.endOfString(escapes: escapes)
        let isKey = end < line.end && line.bytes[end] == 0x3A
        line.string(escapes: escapes, as: isKey ? .name : .string)
    }

    /// A scalar without quotes, up to what may end it.
    private func plain(_ line: inout CodeScanner, isFlow: Bool) {
        let start = line.position
        var end = start
        while !line.isAtEnd {
            let byte = line.peek()
            if byte == 0x3A, line.peek(1).isGap { break }
            if isFlow, byte == 0x2C || byte == 0x5D || byte == 0x7D { break }
            if byte == 0x23, line.peek(-1).isGap { break }
            line.advance()
            if !byte.isBlank { end = line.position }
        }
        let isKey = line.peek() == 0x3A
        let text = line.bytes[start..<end]
        if isKey {
            line.mark(.name, from: start)
        } else if Self.literals.contains(line.word(start..<end, isLowercased: true)) {
            line.mark(.keyword, from: start, to: end)
        } else if text.first.map({ $0.isDigit || $0 == 0x2D }) == true,
            text.contains(where: \.isDigit), text.allSatisfy({ $0.isDigit || "-+._eExX".utf8.contains($0) })
        {
            line.mark(.number, from: start, to: end)
        }
    }
}
