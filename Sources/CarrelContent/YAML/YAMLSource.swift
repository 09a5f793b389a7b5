/// The bytes of a YAML file, checked to be UTF-8 text without control characters, its byte order mark left out.
///
/// libyaml checks this too, but gives no line for what it refuses.
struct YAMLSource {
    /// A pack file larger than this is refused unread: 16 MiB.
    static let largestSize = 16 << 20

    let bytes: ArraySlice<UInt8>

    /// - Throws: The first byte that is no text, with its place.
    init(_ bytes: [UInt8]) throws(YAMLRefusal) {
        guard bytes.count <= Self.largestSize else {
            throw YAMLRefusal("the file has \(bytes.count) bytes; at most 16 MiB are read", at: .start)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if !Self.isClean(text) { try Self.findFault(in: text) }
        self.bytes = text
    }

    /// Whether the text is UTF-8 without control characters; nearly every file is, so this one is quick.
    private static func isClean(_ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { return false }
                // DEL, and the two bytes of a C1 control character.
                if byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return false }
                previous = byte
            }
            return String(validating: bytes, as: UTF8.self) != nil
        }
    }

    private static func findFault(in text: ArraySlice<UInt8>) throws(YAMLRefusal) {
        var decoder = UTF8(), iterator = text.makeIterator(), offset = text.startIndex
        while true {
            switch decoder.decode(&iterator) {
            case .emptyInput: return
            case .scalarValue(let scalar):
                guard !scalar.isForbiddenControl else {
                    throw YAMLRefusal(
                        "the control character \(scalar.name) is not allowed", at: position(of: offset, in: text))
                }
                offset += UTF8.width(scalar)
            case .error:
                let byte = "0x" + String(text[offset], radix: 16, uppercase: true)
                throw YAMLRefusal(
                    "byte \(byte) is not UTF-8; save the file as UTF-8", at: position(of: offset, in: text))
            }
        }
    }

    /// The place of the byte at `offset`, everything before it being valid.
    private static func position(of offset: Int, in text: ArraySlice<UInt8>) -> TextPosition {
        var position = TextPosition.start, previous: Unicode.Scalar = " "
        for scalar in String(decoding: text[..<offset], as: UTF8.self).unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && previous != "\r") {
                position = TextPosition(line: position.line + 1, column: 1)
            } else if scalar != "\n" {
                position.column += 1
            }
            previous = scalar
        }
        return position
    }
}

/// Why a file is no YAML document Carrel reads, and where.
struct YAMLRefusal: Error, Equatable {
    var message: String
    var position: TextPosition

    init(_ message: String, at position: TextPosition) {
        self.message = message
        self.position = position
    }
}

extension String {
    /// The first control character that a value may not hold: any but tab and line feed.
    var firstControl: Unicode.Scalar? {
        // The bytes that could be one, or begin one, are looked for first: they are rare.
        guard utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F || $0 == 0xC2 }) else {
            return nil
        }
        return unicodeScalars.first { $0.isForbiddenControl || $0 == "\r" }
    }
}

extension Unicode.Scalar {
    /// C0, DEL and C1 but for tab and line ends: they would reach a terminal as commands.
    var isForbiddenControl: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }

    /// `U+001B`.
    var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
