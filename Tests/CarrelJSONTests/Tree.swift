import CarrelCore

/// Any JSON value, decoded by trying one form after another.
enum Tree: Codable, Equatable {
    case null
    case flag(Bool)
    case whole(Int64)
    case number(Double)
    case text(String)
    case list([Tree])
    case members([String: Tree])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let whole = try? value.decode(Int64.self) {
            self = .whole(whole)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Tree].self) {
            self = .list(list)
        } else {
            self = .members(try value.decode([String: Tree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .flag(let flag): try value.encode(flag)
        case .whole(let whole): try value.encode(whole)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .members(let members): try value.encode(members)
        }
    }
}

/// Generates values of every form, from a seed.
struct TreeGenerator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func tree(depth: Int = 4) -> Tree {
        switch pick(0..<(depth > 0 ? 9 : 6)) {
        case 0: return .null
        case 1: return .flag(pick(0..<2) == 0)
        case 2: return .whole(Int64(truncatingIfNeeded: random.next()) >> Int64(pick(0..<64)))
        case 3: return .number(number())
        case 4, 5: return .text(text())
        case 6: return .list((0..<pick(0..<6)).map { _ in tree(depth: depth - 1) })
        default:
            // Now and then as many that they are looked up in another way.
            let count = pick(0..<20) == 0 ? 60 : pick(0..<6)
            return .members(
                Dictionary((0..<count).map { _ in (text(), tree(depth: depth - 1)) }) { first, _ in first })
        }
    }

    /// Never a whole number below 2^53, which would come back as one.
    mutating func number() -> Double {
        while true {
            let number =
                pick(0..<2) == 0
                ? Double(bitPattern: random.next()) : Double(pick(-99_999..<99_999)) / [7, 10, 100, 1000][pick(0..<4)]
            if number.isFinite, number.rounded() != number || number.magnitude > 0x1p64 { return number }
        }
    }

    mutating func text() -> String {
        let alphabet: [Character] = [
            "a", "b", "Z", "0", " ", "/", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{8}", "\u{C}", "\u{1F}", "\u{7F}",
            "é", "ß", "\u{2028}", "漢", "🙂", "👩‍🔬", "\u{FFFF}",
        ]
        return String((0..<pick(0..<14)).map { _ in alphabet[pick(0..<alphabet.count)] })
    }
}
