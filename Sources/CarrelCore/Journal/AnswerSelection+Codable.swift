// `selectedOptions` in JSON: `["a","b"]` for a set or an order, `[["left","right"],…]` for pairs, `[]` for nothing.
// Whether a list is a set or an order is told by `ordered`, which stands beside it only where it is true.

extension AnswerGiven.Selection: Codable {
    private enum Keys: String, CodingKey { case ids, pairs, ordered }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        if let pairs = try fields.decodeIfPresent([[String]].self, forKey: .pairs) {
            var sides: [String: String] = [:]
            for pair in pairs {
                guard pair.count == 2 else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .pairs, in: fields, debugDescription: "a pair has two sides, this has \(pair.count)")
                }
                sides[pair[0]] = pair[1]
            }
            self = .paired(sides)
        } else if let ids = try fields.decodeIfPresent([String].self, forKey: .ids) {
            let isOrdered = try fields.decodeIfPresent(Bool.self, forKey: .ordered) ?? false
            self = isOrdered ? .ordered(ids) : .chosen(Set(ids))
        } else {
            self = .none
        }
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        switch self {
        case .none: break
        case .chosen(let ids): try fields.encode(ids.sorted(), forKey: .ids)
        case .ordered(let ids):
            try fields.encode(ids, forKey: .ids)
            try fields.encode(true, forKey: .ordered)
        case .paired: try fields.encode(pairs, forKey: .pairs)
        }
    }

    /// `[left, right]` by left; empty for anything but pairs.
    public var pairs: [[String]] {
        guard case .paired(let sides) = self else { return [] }
        return sides.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
    }

    /// The chosen or ordered ids; empty for pairs and for nothing.
    public var ids: [String] {
        switch self {
        case .chosen(let ids): ids.sorted()
        case .ordered(let ids): ids
        case .none, .paired: []
        }
    }
}
