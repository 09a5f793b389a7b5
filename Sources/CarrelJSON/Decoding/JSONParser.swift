/// Reads a text by the grammar of RFC 8259 and lists its values.
///
/// Escapes are resolved in place: what they stand for is never longer than they are.
struct JSONParser {
    let text: UnsafeMutableBufferPointer<UInt8>
    private(set) var nodes: [JSONNode] = []
    private var position = 0

    init(text: UnsafeMutableBufferPointer<UInt8>) {
        self.text = text
        // A value takes about as many bytes as this in the bodies of a journal.
        nodes.reserveCapacity(text.count / 12 + 4)
    }

    mutating func parse() throws(JSONFault) {
        try value(depth: 0)
        skipSpace()
        if position < text.count { throw fault("expected the end of the text") }
    }

    private mutating func value(depth: Int) throws(JSONFault) {
        skipSpace()
        guard position < text.count else { throw fault("expected a value") }
        switch text[position] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw fault("expected a value")
        }
    }

    // MARK: Arrays and objects

    private mutating func array(depth: Int) throws(JSONFault) {
        let index = try open(.array, depth: depth)
        var count: UInt32 = 0
        if !skip(UInt8(ascii: "]")) {
            repeat {
                try value(depth: depth)
                count += 1
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "]")) else { throw fault("expected , or ] in an array") }
        }
        close(index, count: count)
    }

    private mutating func object(depth: Int) throws(JSONFault) {
        let index = try open(.object, depth: depth)
        var count: UInt32 = 0
        if !skip(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard position < text.count, text[position] == UInt8(ascii: "\"") else {
                    throw fault("expected a key in quotation marks")
                }
                try string()
                guard skip(UInt8(ascii: ":")) else { throw fault("expected : behind a key") }
                try value(depth: depth)
                count += 1
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "}")) else { throw fault("expected , or } in an object") }
        }
        close(index, count: count)
    }

    private mutating func open(_ kind: JSONNode.Kind, depth: Int) throws(JSONFault) -> Int {
        guard depth <= JSONText.maximumDepth else {
            throw fault("arrays and objects are nested deeper than \(JSONText.maximumDepth)")
        }
        nodes.append(JSONNode(kind: kind, start: UInt32(position), end: 0, next: 0))
        position += 1
        return nodes.count - 1
    }

    private mutating func close(_ index: Int, count: UInt32) {
        nodes[index].end = UInt32(position)
        nodes[index].count = count
        nodes[index].next = UInt32(nodes.count)
    }

    // MARK: Words and numbers

    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONFault) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < text.count, text[position] == word.utf8Start[offset] else {
                throw JSONFault(offset: start, message: "expected a value")
            }
            position += 1
        }
        append(kind, from: start, to: position)
    }

    private mutating func number() throws(JSONFault) {
        let start = position
        var kind = JSONNode.Kind.integer
        if text[position] == UInt8(ascii: "-") { position += 1 }
        let digits = position
        try skipDigits("expected a digit")
        if text[digits] == UInt8(ascii: "0"), position > digits + 1 {
            throw JSONFault(offset: digits, message: "a number has no leading zero")
        }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            kind = .decimal
            position += 1
            try skipDigits("expected a digit behind the decimal point")
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            kind = .decimal
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            try skipDigits("expected a digit of the exponent")
        }
        append(kind, from: start, to: position)
    }

    private mutating func skipDigits(_ message: String) throws(JSONFault) {
        let start = position
        while position < text.count, text[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        if position == start { throw fault(message) }
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) {
        position += 1
        let start = position
        position = UnsafeBufferPointer(text).endOfPlainText(from: position)
        var end = position
        while true {
            guard position < text.count else { throw fault("a string has no closing quotation mark") }
            switch text[position] {
            case UInt8(ascii: "\""):
                append(.string, from: start, to: end)
                position += 1
                return
            case UInt8(ascii: "\\"):
                end = try escape(writingAt: end)
            default:
                throw fault("a control character in a string must be written as an escape")
            }
            let plain = position
            position = UnsafeBufferPointer(text).endOfPlainText(from: position)
            for index in plain..<position {
                text[end] = text[index]
                end += 1
            }
        }
    }

    /// Resolves the escape at the position; `end` is where its character goes. Returns the place behind it.
    private mutating func escape(writingAt end: Int) throws(JSONFault) -> Int {
        guard position + 1 < text.count else { throw fault("a string has no closing quotation mark") }
        let byte: UInt8
        switch text[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = text[position + 1]
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0C
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "r"): byte = 0x0D
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"): return try unicodeEscape(writingAt: end)
        default: throw fault("no such escape")
        }
        text[end] = byte
        position += 2
        return end + 1
    }

    private mutating func unicodeEscape(writingAt end: Int) throws(JSONFault) -> Int {
        let start = position
        var value = try codeUnit()
        if UTF16.isLeadSurrogate(value.unit), position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
            text[position + 1] == UInt8(ascii: "u")
        {
            let trail = try codeUnit()
            if UTF16.isTrailSurrogate(trail.unit) {
                value.scalar = 0x10000 + (value.scalar & 0x3FF) << 10 + trail.scalar & 0x3FF
            }
        }
        guard let scalar = Unicode.Scalar(value.scalar) else {
            throw JSONFault(offset: start, message: "half of a surrogate pair stands alone")
        }
        var end = end
        for byte in scalar.utf8 {
            text[end] = byte
            end += 1
        }
        return end
    }

    /// The four digits of `\u0000` at the position.
    private mutating func codeUnit() throws(JSONFault) -> (unit: UInt16, scalar: UInt32) {
        var unit: UInt16 = 0
        for index in position + 2..<position + 6 {
            guard index < text.count, let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else {
                throw JSONFault(offset: min(index, text.count), message: "expected four hexadecimal digits behind \\u")
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 6
        return (unit, UInt32(unit))
    }

    // MARK: Moving on

    private mutating func append(_ kind: JSONNode.Kind, from start: Int, to end: Int) {
        nodes.append(
            JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    }

    private mutating func skipSpace() {
        while position < text.count {
            switch text[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Whether `byte` comes next; then behind it.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    private func fault(_ message: String) -> JSONFault { JSONFault(offset: position, message: message) }
}
