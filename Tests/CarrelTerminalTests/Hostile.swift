/// A seeded generator (SplitMix64), so that a failing case comes back.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Text nobody would write on purpose, except to break a terminal.
enum Hostile {
    static let alphabet: [String] = [
        "a", "Z", " ", "  ", "\t", "\n", "\r\n", "\r", "\u{0}", "\u{7}", "\u{8}", "\u{1B}", "\u{1B}[31m", "\u{1B}[2J",
        "\u{1B}]0;evil\u{7}", "\u{1B}]52;c;", "\u{1B}P", "\u{9B}", "\u{9B}1m", "\u{9D}", "\u{85}", "\u{7F}", "\u{2028}",
        "漢", "字", "한", "ﾊ", "e\u{301}", "\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "👩‍👩‍👧", "👍🏽", "🇫🇷",
        "🇫", "❤️", "1️⃣", "\u{1FAE8}", "\u{200D}", "\u{200C}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}",
        "\u{E0041}", "\u{FE0F}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{E000}", "क्‍ष", "می‌خواهم", "ก็",
        "\u{1100}\u{1161}",
        "\u{115F}", "\u{3000}", "，", "…", "─", "word", "https://example.org/a/b", "\u{A0}",
    ]

    static func text(_ count: Int, using generator: inout SplitMix64) -> String {
        (0..<count).reduce(into: "") { text, _ in text += alphabet.randomElement(using: &generator) ?? "" }
    }

    /// Whether a scalar could steer a terminal or hide what is written.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        case 0x200C, 0x200D: false
        default: scalar.properties.generalCategory == .format
        }
    }
}
