/// A moment in UTC, to the millisecond.
///
/// Written as SQLite writes it, `YYYY-MM-DD HH:MM:SS.SSS`, so that text order is time order and the published
/// maintenance queries compare it rightly.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00:00 UTC.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Whole seconds since 1970, rounded down.
    public var seconds: Int64 { Int64(floorDivide(milliseconds, 1000).quotient) }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    public func adding(seconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }

    /// `YYYY-MM-DD HH:MM:SS.SSS`; years outside 0–9999 are held at the nearer end.
    public var text: String {
        let held = min(max(milliseconds, Self.earliest), Self.latest)
        let (days, rest) = floorDivide(held, 86_400_000)
        let date = CivilDate(day: Int(days))
        let time = Int(rest)
        return String(unsafeUninitializedCapacity: 23) { bytes in
            write(date.year, 4, 45, at: 0, of: bytes)
            write(date.month, 2, 45, at: 5, of: bytes)
            write(date.day, 2, 32, at: 8, of: bytes)
            write(time / 3_600_000, 2, 58, at: 11, of: bytes)
            write(time / 60_000 % 60, 2, 58, at: 14, of: bytes)
            write(time / 1000 % 60, 2, 46, at: 17, of: bytes)
            write(time % 1000, 3, nil, at: 20, of: bytes)
            return 23
        }
    }

    /// Reads the form that `text` writes; a `T` between date and time, a final `Z`, missing milliseconds and a date
    /// alone are taken too. Nil for anything else.
    public init?(text: String) {
        var bytes = Array(text.utf8)
        if bytes.last == 90 { bytes.removeLast() }
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        func separated(_ places: [(Int, [UInt8])]) -> Bool {
            places.allSatisfy { $0.0 < bytes.count && $0.1.contains(bytes[$0.0]) }
        }
        guard [10, 19, 23].contains(bytes.count), separated([(4, [45]), (7, [45])]),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var total = Int64(CivilDate(year: year, month: month, day: day).dayNumber) * 86_400_000
        if bytes.count > 10 {
            guard separated([(10, [32, 84]), (13, [58]), (16, [58])]),
                let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
                hour < 24, minute < 60, second < 60
            else { return nil }
            total += Int64(hour * 3600 + minute * 60 + second) * 1000
        }
        if bytes.count == 23 {
            guard bytes[19] == 46, let fraction = number(20..<23) else { return nil }
            total += Int64(fraction)
        }
        milliseconds = total
    }

    private static let earliest: Int64 = -62_167_219_200_000
    private static let latest: Int64 = 253_402_300_799_999
}

/// Quotient rounded down, and the remainder that is never negative.
func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// Writes `value` in `width` digits, and what separates it from the next.
private func write(
    _ value: Int, _ width: Int, _ separator: UInt8?, at start: Int, of bytes: UnsafeMutableBufferPointer<UInt8>
) {
    var rest = value
    for place in (start..<start + width).reversed() {
        bytes[place] = 48 + UInt8(rest % 10)
        rest /= 10
    }
    if let separator { bytes[start + width] = separator }
}
