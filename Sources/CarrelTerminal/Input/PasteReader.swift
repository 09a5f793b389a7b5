/// Collects pasted bytes up to the mark that ends them, however they are split.
struct PasteReader: Sendable {
    /// Milliseconds without a byte after which a paste without an end is taken as complete.
    static let delay: Int64 = 5_000
    /// Bytes kept of one paste; the rest is read and dropped.
    static let capacity = 1 << 20
    private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    /// How much of the end mark the last bytes were.
    private var matched = 0
    private(set) var isDiscarded = false

    /// Takes bytes until the end mark is complete; returns how many were taken and whether it is.
    mutating func take(_ input: ArraySlice<UInt8>) -> (count: Int, isComplete: Bool) {
        for (offset, byte) in input.enumerated() {
            if !isDiscarded, bytes.count < Self.capacity { bytes.append(byte) }
            matched = byte == Self.end[matched] ? matched + 1 : byte == 0x1B ? 1 : 0
            if matched == Self.end.count {
                if bytes.suffix(matched).elementsEqual(Self.end) { bytes.removeLast(matched) }
                return (offset + 1, true)
            }
        }
        return (input.count, false)
    }

    /// Forgets what was read; the rest is still read up to its end, because it must not become keys.
    mutating func discard() {
        isDiscarded = true
        bytes = []
    }

    /// What was pasted, its lines separated by `\n`; nil when it is to be dropped.
    var text: String? {
        if isDiscarded { return nil }
        // Terminals send a return for each line end of what was copied.
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\r\n" || $0 == "\r" || $0 == "\n" })
        return lines.joined(separator: "\n")
    }
}
