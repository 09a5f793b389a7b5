extension Timestamp: Codable {
    public init(from decoder: Decoder) throws {
        let value = try decoder.singleValueContainer()
        let text = try value.decode(String.self)
        guard let moment = Timestamp(text: text) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "\"\(text)\" is not a UTC time")
        }
        self = moment
    }

    public func encode(to encoder: Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(text)
    }
}
