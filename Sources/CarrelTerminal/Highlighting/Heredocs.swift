/// Texts that a line of a script announces and the lines below it hold.
struct Heredocs {
    private var delimiters: [[UInt8]] = []

    /// Reads `<<WORD`, `<<-WORD` or `<<'WORD'`; anything else after `<<` announces nothing.
    mutating func open(_ scanner: inout CodeScanner) {
        scanner.advance(2)
        if scanner.peek() == 0x3C {
            // A string in the place of a file: `<<<`.
            scanner.advance()
            return
        }
        if scanner.peek() == 0x2D || scanner.peek() == 0x7E { scanner.advance() }
        let quote = scanner.peek() == 0x27 || scanner.peek() == 0x22
        if quote { scanner.advance() }
        let start = scanner.position
        scanner.skip(while: \.isWordByte)
        // `1 <<2` is no text.
        if start < scanner.position, !scanner.bytes[start].isDigit {
            delimiters.append(Array(scanner.bytes[start..<scanner.position]))
        }
        if quote { scanner.advance() }
    }

    /// At the end of the announcing line: reads what was announced, each up to the line that holds only its word.
    mutating func read(_ scanner: inout CodeScanner) {
        for delimiter in delimiters where !scanner.isAtEnd {
            scanner.advance()
            let start = scanner.position
            var isOpen = true
            while isOpen, !scanner.isAtEnd {
                scanner.skipBlanks()
                let line = scanner.position
                scanner.skipLine()
                isOpen = scanner.bytes[line..<scanner.position] != delimiter[...]
                if isOpen { scanner.advance() }
            }
            scanner.mark(.string, from: start)
        }
        delimiters = []
    }
}
