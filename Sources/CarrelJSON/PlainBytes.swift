extension UnsafeBufferPointer<UInt8> {
    /// Where the next byte at or behind `start` is that cannot stand for itself inside a JSON string: a quotation
    /// mark, a backslash or a control character. The end where there is none.
    func endOfPlainText(from start: Int) -> Int {
        guard let base = baseAddress else { return start }
        let bytes = UnsafeRawPointer(base)
        var position = start
        // Eight bytes at a time. A lane whose high bit ends up set holds such a byte, or stands above one that does.
        while position + 8 <= count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let quote = word ^ (0x22 &* Self.ones)
            let backslash = word ^ (0x5C &* Self.ones)
            let found =
                ((word &- 0x20 &* Self.ones) & ~word) | ((quote &- Self.ones) & ~quote)
                | ((backslash &- Self.ones) & ~backslash)
            if found & (0x80 &* Self.ones) != 0 { break }
            position += 8
        }
        while position < count {
            let byte = self[position]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            position += 1
        }
        return position
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
}
