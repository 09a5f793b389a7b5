/// What one machine keeps of an exam beside its answers: losing it costs no answer and no time that counted.
public struct ExamPlace: Equatable, Sendable {
    /// Items that were on screen, counted from 0.
    public var seen: Set<Int> = []
    public var clock: SessionClock
    /// Milliseconds that had counted when each section was left, in the order of the sections.
    public var sectionsLeft: [Int64] = []

    public init(clock: SessionClock) { self.clock = clock }
}

extension ExamPlace: Codable {
    private enum Keys: String, CodingKey { case seen, clock, sectionsLeft }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        self.init(clock: try fields.decode(SessionClock.self, forKey: .clock))
        seen = Set(try fields.decodeIfPresent([Int].self, forKey: .seen) ?? [])
        sectionsLeft = try fields.decodeIfPresent([Int64].self, forKey: .sectionsLeft) ?? []
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(seen.sorted(), forKey: .seen)
        try fields.encode(clock, forKey: .clock)
        if !sectionsLeft.isEmpty { try fields.encode(sectionsLeft, forKey: .sectionsLeft) }
    }
}
