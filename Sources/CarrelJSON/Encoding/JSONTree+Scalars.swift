extension JSONTree {
    func setNull(_ node: Int) { set(node) { $0.append(ascii: "null") } }

    func set(_ node: Int, to value: Bool) { set(node) { $0.append(ascii: value ? "true" : "false") } }

    func set(_ node: Int, to value: String) { set(node) { $0.append(quoted: value) } }

    func set(_ node: Int, to value: some FixedWidthInteger) {
        set(node) { buffer in
            guard let magnitude = UInt64(exactly: value.magnitude) else {
                return buffer.append(contentsOf: value.description.utf8)
            }
            if value < 0 { buffer.append(UInt8(ascii: "-")) }
            let start = buffer.count
            var rest = magnitude
            repeat {
                buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0
            if buffer.count > start + 1 { buffer[start...].reverse() }
        }
    }

    /// - Throws: `EncodingError` for infinities and what is not a number.
    func set<Value: BinaryFloatingPoint & LosslessStringConvertible>(_ node: Int, to value: Value) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(codingPath: path(to: node), debugDescription: "JSON has no form for \(value)"))
        }
        // The standard library's text is the shortest that reads back as the same number.
        var text = value.description
        set(node) { buffer in
            text.withUTF8 { digits in
                let isWhole =
                    digits.count > 2 && digits[digits.count - 2] == UInt8(ascii: ".")
                    && digits[digits.count - 1] == UInt8(ascii: "0")
                buffer.append(contentsOf: isWhole ? digits.dropLast(2) : digits[...])
            }
        }
    }
}

extension [UInt8] {
    mutating func append(ascii text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(quoted text: String) {
        var text = text
        text.withUTF8 { append(quoted: $0) }
    }

    /// A JSON string: in quotation marks, with the escapes it cannot do without.
    mutating func append(quoted text: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var position = 0
        while true {
            let end = text.endOfPlainText(from: position)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<end]))
            guard end < text.count else { break }
            append(escaped: text[end])
            position = end + 1
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(ascii: "\\\"")
        case UInt8(ascii: "\\"): append(ascii: "\\\\")
        case 0x08: append(ascii: "\\b")
        case 0x0C: append(ascii: "\\f")
        case 0x0A: append(ascii: "\\n")
        case 0x0D: append(ascii: "\\r")
        case 0x09: append(ascii: "\\t")
        default:
            append(ascii: byte < 0x10 ? "\\u000" : "\\u001")
            append(byte & 0xF < 10 ? UInt8(ascii: "0") + byte & 0xF : UInt8(ascii: "a") + byte & 0xF - 10)
        }
    }
}
