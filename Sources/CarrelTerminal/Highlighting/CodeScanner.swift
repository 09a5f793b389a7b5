/// Walks over the bytes of a source and keeps what was recognised.
struct CodeScanner {
    let bytes: [UInt8]
    private(set) var position = 0
    /// Nothing is read from here on.
    private(set) var end: Int
    private(set) var tokens: [CodeToken] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
        end = bytes.count
    }

    var isAtEnd: Bool { position >= end }

    /// The byte `offset` after the one to be read next, or 0 outside of the source.
    func peek(_ offset: Int = 0) -> UInt8 {
        let index = position + offset
        return index >= 0 && index < end ? bytes[index] : 0
    }

    func isNext(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= end else { return false }
        return text.withUTF8Buffer { text in
            for index in text.indices where bytes[position + index] != text[index] { return false }
            return true
        }
    }

    mutating func advance(_ count: Int = 1) { position = min(end, position + max(0, count)) }

    mutating func advance(to position: Int) { self.position = min(end, max(self.position, position)) }

    mutating func skip(while isWanted: (UInt8) -> Bool) {
        while position < end, isWanted(bytes[position]) { position += 1 }
    }

    mutating func skipBlanks() { skip { $0 == 0x20 || $0 == 0x09 } }

    /// Up to the end of the line, which stays unread.
    mutating func skipLine() { skip { $0 != 0x0A } }

    /// Everything read since `start`, or of that what is before `end`, is of `kind`.
    mutating func mark(_ kind: CodeKind, from start: Int, to end: Int? = nil) {
        let end = min(end ?? position, position)
        guard start < end else { return }
        tokens.append(CodeToken(range: start..<end, kind: kind))
    }

    /// Lets `body` read no further than the end of this line.
    mutating func withinLine(_ body: (inout CodeScanner) -> Void) {
        let whole = end
        end = position
        while end < whole, bytes[end] != 0x0A { end += 1 }
        body(&self)
        position = end
        end = whole
    }

    /// What was read since `start`, for a look into a list of words; empty when it is longer than any of them.
    func word(from start: Int, isLowercased: Bool = false) -> String {
        word(start..<max(start, position), isLowercased: isLowercased)
    }

    /// The bytes of `range` as `word(from:isLowercased:)` gives them.
    func word(_ range: Range<Int>, isLowercased: Bool = false) -> String {
        guard range.count <= 32 else { return "" }
        let word = bytes[range]
        guard isLowercased else { return String(decoding: word, as: UTF8.self) }
        return String(decoding: word.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    // MARK: What most languages share

    /// Where a string ends whose quote is next: after the same quote, or where its line or the source ends.
    ///
    /// - Parameters:
    ///   - escapes: Whether a backslash takes the meaning of the character after it.
    ///   - isOneLine: Whether a string without an end ends with its line.
    func endOfString(escapes: Bool, isOneLine: Bool = true) -> Int {
        let quote = peek()
        var index = position + 1
        while index < end, bytes[index] != quote {
            if isOneLine, bytes[index] == 0x0A { return index }
            index += escapes && bytes[index] == 0x5C ? 2 : 1
        }
        return min(end, index + 1)
    }

    /// Reads a string as `endOfString(escapes:isOneLine:)` finds its end.
    mutating func string(escapes: Bool = true, isOneLine: Bool = true, as kind: CodeKind = .string) {
        let start = position
        advance(to: endOfString(escapes: escapes, isOneLine: isOneLine))
        mark(kind, from: start)
    }

    /// Reads a number in any usual notation, its unit included: `0x1F`, `1_000`, `2.5e-3`, `10ms`, `10.0.0.0/8`.
    mutating func number() {
        let start = position
        if peek() == 0x2D { advance() }
        skip { $0.isWordByte || $0 == 0x2E }
        // An exponent may have a sign.
        if peek() == 0x2B || peek() == 0x2D, peek(1).isDigit, peek(-1) | 0x20 == 0x65, bytes[start].isDigit {
            advance()
            skip(while: \.isDigit)
        }
        if peek() == 0x2F, peek(1).isDigit, bytes[start..<position].contains(0x2E) {
            advance()
            skip(while: \.isDigit)
        }
        mark(.number, from: start)
    }

    mutating func lineComment() {
        let start = position
        skipLine()
        mark(.comment, from: start)
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// White space, or the end of the source.
    var isGap: Bool { self <= 0x20 }
    /// A letter, a digit, an underscore, or part of a character outside of ASCII.
    var isWordByte: Bool {
        isDigit || self == 0x5F || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80
    }
}
