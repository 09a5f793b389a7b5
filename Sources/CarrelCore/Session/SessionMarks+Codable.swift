// Sets are written sorted, so that equal marks have equal JSON.

extension SessionMarks: Codable {
    private enum Keys: String, CodingKey { case flagged, struck, notes }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        self.init()
        flagged = Set(try fields.decodeIfPresent([String].self, forKey: .flagged) ?? [])
        struck = (try fields.decodeIfPresent([String: [String]].self, forKey: .struck) ?? [:]).mapValues(Set.init)
        notes = try fields.decodeIfPresent([String: String].self, forKey: .notes) ?? [:]
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(flagged.sorted(), forKey: .flagged)
        try fields.encode(struck.mapValues { $0.sorted() }, forKey: .struck)
        try fields.encode(notes, forKey: .notes)
    }
}
