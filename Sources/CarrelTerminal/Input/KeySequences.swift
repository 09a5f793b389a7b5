/// The byte sequences terminals send for keys that are not characters.
///
/// What xterm and its many descendants, the Linux console and rxvt send is known here; what else a terminal's
/// terminfo entry names is added by whoever reads it.
public struct KeySequences: Sendable {
    enum Match: Equatable { case key(Key, length: Int), prefix, none }

    /// A key, and the bytes a terminal sends for it.
    public typealias Named = (bytes: [UInt8], key: Key)

    // A list, not a dictionary: with two dozen entries it is as fast, and costs nothing to make at every start.
    private var named: [Named] = []

    /// - Parameter named: Sequences of this terminal, which go before the common ones; of two that are equal, the later.
    public init(_ named: [Named] = []) {
        // A single byte, a Backspace for example, is decided by the decoder.
        self.named = named.filter { $0.bytes.count > 1 && $0.bytes[0] == 0x1B }
    }

    private func key(for bytes: ArraySlice<UInt8>) -> Key? {
        named.last { $0.bytes.count == bytes.count && bytes.elementsEqual($0.bytes) }?.key
    }

    /// Whether `bytes` start with a named sequence, or could become one.
    func match(_ bytes: ArraySlice<UInt8>) -> Match {
        for length in stride(from: min(bytes.count, 16), to: 1, by: -1) {
            if let key = key(for: bytes.prefix(length)) { return .key(key, length: length) }
        }
        let isPrefix = named.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }
        return isPrefix ? .prefix : .none
    }

    /// What a whole sequence, from its Esc on, says; nil when nothing this program knows.
    func event(for sequence: ArraySlice<UInt8>) -> TerminalEvent? {
        if let key = key(for: sequence) { return .key(key) }
        if sequence.dropFirst().starts(with: Self.oldMouse) { return Self.oldMouse(sequence.suffix(3)) }
        guard let final = sequence.last, sequence.count > 2 else { return nil }
        let parameters = sequence.dropFirst(2).dropLast()
        if sequence[sequence.startIndex + 1] == 0x5B {
            if parameters.first == 0x3C { return Self.mouse(parameters.dropFirst(), final: final) }
            if parameters.first == 0x5B { return Self.console(final).map { .key($0) } }
        }
        guard parameters.allSatisfy({ $0 < 0x3C && $0 >= 0x30 }) else { return nil }
        // The second number is Shift, Alt and Control: the key stays what it is.
        let number = Self.numbers(parameters).first ?? 1
        return (final == 0x7E ? Self.numbered(number) : Self.lettered(final)).map { .key($0) }
    }

    private static func lettered(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
        case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
        case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
        case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "P"): .function(1)
        case UInt8(ascii: "Q"): .function(2)
        case UInt8(ascii: "R"): .function(3)
        case UInt8(ascii: "S"): .function(4)
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    private static func console(_ final: UInt8) -> Key? {
        (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final) - 0x40) : nil
    }

    private static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8) -> TerminalEvent? {
        let numbers = numbers(parameters)
        guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        return mouse(
            button: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m"))
    }

    /// - Parameters:
    ///   - column: From 1, as `row`.
    private static func mouse(button: Int, column: Int, row: Int, isRelease: Bool) -> TerminalEvent? {
        let kind: Mouse.Kind
        // Bits 2 to 4 are Shift, Alt and Control, bit 5 a motion; the low two bits and bit 6 name the button.
        switch button & ~0b11100 {
        case 0: kind = isRelease ? .release : .press
        case 64: kind = .wheelUp
        case 65: kind = .wheelDown
        default: return nil
        }
        return .mouse(Mouse(kind: kind, column: max(0, column - 1), row: max(0, row - 1)))
    }

    /// What begins the mouse reports of X10, in which each number is a byte, 32 more than it says.
    static let oldMouse = Array("[M".utf8)

    private static func oldMouse(_ bytes: ArraySlice<UInt8>) -> TerminalEvent? {
        let numbers = bytes.map { Int($0) - 32 }
        guard numbers.count == 3 else { return nil }
        // It does not say which button was released.
        let isRelease = numbers[0] & 0b1100011 == 3
        return mouse(button: isRelease ? 0 : numbers[0], column: numbers[1], row: numbers[2], isRelease: isRelease)
    }

    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            // No terminal has more cells: what is beyond is noise, and must not overflow.
            min(max(0, Int(String(decoding: digits, as: UTF8.self)) ?? 1), 100_000)
        }
    }
}
