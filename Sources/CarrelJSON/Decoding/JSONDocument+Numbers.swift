extension JSONDocument {
    /// - Throws: `DecodingError` unless the value is a whole number that `Value` can hold.
    func integer<Value: FixedWidthInteger>(_ type: Value.Type, at index: Int) throws -> Value {
        guard nodes[index].kind == .integer || nodes[index].kind == .decimal else {
            throw mismatch(type, expected: "a whole number", at: index)
        }
        guard let value = Decimal(nodes[index], of: bytes).whole(type) else {
            throw DecodingError.dataCorrupted(context(at: index, "\(string(at: index)) does not fit \(type)"))
        }
        return value
    }

    /// - Throws: `DecodingError` unless the value is a number in the range of `Double`.
    func double(at index: Int) throws -> Double {
        try floating(at: index) { Decimal(nodes[index], of: bytes).double ?? Double(string(at: index)) }
    }

    /// - Throws: `DecodingError` unless the value is a number in the range of `Float`.
    func float(at index: Int) throws -> Float { try floating(at: index) { Float(string(at: index)) } }

    private func floating<Value: BinaryFloatingPoint>(at index: Int, _ value: () -> Value?) throws -> Value {
        guard nodes[index].kind == .integer || nodes[index].kind == .decimal else {
            throw mismatch(Value.self, expected: "a number", at: index)
        }
        guard let value = value(), value.isFinite else {
            throw DecodingError.dataCorrupted(context(at: index, "\(string(at: index)) does not fit \(Value.self)"))
        }
        return value
    }
}

/// A number's digits and the power of ten they are multiplied by.
private struct Decimal {
    private var isNegative = false
    private var digits: UInt64 = 0
    private var exponent = 0
    /// Whether there are more digits, or a larger exponent, than fit.
    private var isCut = false

    init(_ node: JSONNode, of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { text in
            var position = Int(node.start), isFraction = false
            while position < Int(node.end) {
                let byte = text[position]
                position += 1
                switch byte {
                case UInt8(ascii: "-"): isNegative = true
                case UInt8(ascii: "."): isFraction = true
                case UInt8(ascii: "e"), UInt8(ascii: "E"):
                    scale(by: UnsafeBufferPointer(rebasing: text[position..<Int(node.end)]))
                    return
                default:
                    add(byte - UInt8(ascii: "0"))
                    if isFraction { exponent -= 1 }
                }
            }
        }
    }

    private mutating func add(_ digit: UInt8) {
        let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
        digits = sum
        isCut = isCut || overflow || carry
    }

    private mutating func scale(by text: UnsafeBufferPointer<UInt8>) {
        var power = 0
        for byte in text where byte != UInt8(ascii: "+") && byte != UInt8(ascii: "-") {
            power = min(power * 10 + Int(byte - UInt8(ascii: "0")), 10_000)
        }
        isCut = isCut || power == 10_000
        exponent += text.first == UInt8(ascii: "-") ? -power : power
    }

    /// The number where it is whole, exactly; nil where `Value` cannot hold it.
    func whole<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        if isCut { return nil }
        var digits = digits, exponent = exponent
        while exponent < 0, digits > 0 {
            guard digits % 10 == 0 else { return nil }
            (digits, exponent) = (digits / 10, exponent + 1)
        }
        while exponent > 0, digits > 0 {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            (digits, exponent) = (product, exponent - 1)
        }
        guard isNegative else { return Value(exactly: digits) }
        return digits <= Int64.min.magnitude ? Value(exactly: Int64(truncatingIfNeeded: 0 &- digits)) : nil
    }

    /// The nearest double where one operation on exact operands finds it (Clinger 1990), else nil.
    var double: Double? {
        guard !isCut, digits <= 1 << 53, exponent.magnitude < Self.powers.count else { return nil }
        let power = Self.powers[Int(exponent.magnitude)]
        let magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
        return isNegative ? -magnitude : magnitude
    }

    /// The powers of ten that a double holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
