/// Sizes in bytes, as a world states them and tools add them up: never so large that arithmetic on them wraps.
enum ByteCount {
    /// 32 PiB.
    static let largest = 1 << 55

    /// The number a world states, where it is one: from 0 to the largest.
    static func stated(_ text: String) -> Int? { Int(text).map { max(0, min($0, largest)) } }

    static func sum(_ one: Int, _ other: Int) -> Int { min(largest, one + other) }

    /// `5 Bytes`, `1.2 KiB`: as the AWS command line rounds, to the nearest.
    static func binary(_ bytes: Int) -> String {
        guard bytes >= 1024 else { return bytes == 1 ? "1 Byte" : "\(bytes) Bytes" }
        let units = ["KiB", "MiB", "GiB", "TiB", "PiB"]
        var unit = 1024, place = 0
        while place < units.count - 1, (bytes + unit / 2) / unit >= 1024 { (unit, place) = (unit * 1024, place + 1) }
        let whole = bytes / unit, tenths = ((bytes % unit) * 10 + unit / 2) / unit
        return "\(whole + tenths / 10).\(tenths % 10) \(units[place])"
    }

    /// `4.0K`, `1.2G`: as GNU tools round, up.
    static func human(_ bytes: Int) -> String {
        var value = bytes * 10, unit = 0
        let units = ["", "K", "M", "G", "T"]
        while value >= 10_240, unit < units.count - 1 {
            value = (value + 1023) / 1024
            unit += 1
        }
        if unit == 0 { return String(bytes) }
        return value < 100 ? "\(value / 10).\(value % 10)\(units[unit])" : "\((value + 9) / 10)\(units[unit])"
    }
}
