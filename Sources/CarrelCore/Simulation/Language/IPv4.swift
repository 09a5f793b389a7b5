/// An address or a mask of four bytes.
struct IPv4: Equatable, Sendable, CustomStringConvertible {
    var bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    /// Four numbers from 0 to 255 between dots.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        bits = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy(\.isDigit), let byte = UInt8(part) else {
                return nil
            }
            bits = bits << 8 | UInt32(byte)
        }
    }

    /// The mask of that many ones.
    init?(prefixLength: Int) {
        guard (0...32).contains(prefixLength) else { return nil }
        bits = prefixLength == 0 ? 0 : ~0 << UInt32(32 - prefixLength)
    }

    var description: String { (0..<4).map { String(bits >> (24 - 8 * UInt32($0)) & 0xFF) }.joined(separator: ".") }

    /// As a mask: the number of ones at its beginning; nil when ones follow a zero.
    var prefixLength: Int? {
        ~bits & (~bits &+ 1) == 0 ? (~bits).leadingZeroBitCount : nil
    }
}
