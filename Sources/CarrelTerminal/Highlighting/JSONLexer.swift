/// JSON, with the comments some programs allow in it.
struct JSONLexer: CodeLexer {
    private static let literals: Set<String> = ["true", "false", "null"]

    func scan(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            let start = scanner.position
            switch scanner.peek() {
            case 0x22: string(&scanner)
            case 0x2F where scanner.peek(1) == 0x2F: scanner.lineComment()
            case 0x2D where scanner.peek(1).isDigit: scanner.number()
            case let byte where byte.isDigit: scanner.number()
            case let byte where byte.isWordByte:
                scanner.skip(while: \.isWordByte)
                if Self.literals.contains(scanner.word(from: start)) { scanner.mark(.keyword, from: start) }
            default: scanner.advance()
            }
        }
    }

    private func string(_ scanner: inout CodeScanner) {
        var offset = scanner.endOfString(escapes: true)
        while offset < scanner.end, scanner.bytes[offset].isGap { offset += 1 }
        let isKey = offset < scanner.end && scanner.bytes[offset] == 0x3A
        scanner.string(as: isKey ? .name : .string)
    }
}
