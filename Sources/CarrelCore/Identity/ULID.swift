/// A learner-side identifier: 48 bits of time, then 80 random bits, in Crockford's base 32.
///
/// Text order is creation order to the millisecond (the ULID specification, canonical form: 26 characters).
public struct ULID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    public init(at moment: Timestamp, using generator: inout some RandomNumberGenerator) {
        let time = UInt64(max(0, moment.milliseconds)) & 0xFFFF_FFFF_FFFF
        let low = generator.next()
        let high = generator.next() & 0xFFFF
        var bytes: [UInt8] = []
        bytes.reserveCapacity(26)
        for place in (0..<10).reversed() { bytes.append(Self.alphabet[Int(time >> (5 * place)) & 31]) }
        for place in (0..<16).reversed() {
            let bit = 5 * place
            let word = bit >= 64 ? high >> (bit - 64) : (low >> bit) | (bit > 59 ? high << (64 - bit) : 0)
            bytes.append(Self.alphabet[Int(word & 31)])
        }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether `text` is one, in its canonical form.
    public static func isForm(_ text: String) -> Bool {
        // 26 digits hold 130 bits, of which the first two are none of its 128.
        text.utf8.count == 26 && text.utf8.first.map { $0 <= 0x37 } ?? false
            && text.utf8.allSatisfy { isDigit[Int($0)] }
    }

    public static func < (left: ULID, right: ULID) -> Bool { left.description < right.description }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// By byte.
    private static let isDigit = (0...255).map { alphabet.contains(UInt8($0)) }
}
