/// Directives that end with `;` or open a block, as nginx has them.
struct NginxLexer: CodeLexer {
    func scan(_ scanner: inout CodeScanner) {
        /// The next word names a directive.
        var isDirective = true
        while !scanner.isAtEnd {
            let start = scanner.position
            switch scanner.peek() {
            case 0x23: scanner.lineComment()
            case 0x22, 0x27: scanner.string(isOneLine: false)
            case 0x3B, 0x7B, 0x7D:
                scanner.advance()
                isDirective = true
            case 0x24:
                scanner.advance()
                scanner.skip(while: \.isWordByte)
                scanner.mark(.name, from: start)
            case let byte where byte.isDigit && !isDirective: scanner.number()
            case let byte where byte > 0x20:
                scanner.advance()
                scanner.skip { $0 > 0x20 && !";{}$\"'".utf8.contains($0) }
                if isDirective { scanner.mark(.keyword, from: start) }
                isDirective = false
            default: scanner.advance()
            }
        }
    }
}
