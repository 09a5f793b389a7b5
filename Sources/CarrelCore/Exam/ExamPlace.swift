/// What one machine keeps of an exam beside its answers: losing it costs no answer and no time that counted.
public struct ExamPlace: Equatable, Sendable {
    /// Items that were on screen, counted from 0.
    public var seen: Set<Int> = []
    public var clock: SessionClock
    /// Milliseconds spent in each section, those since the open one was come to last aside.
    public var spent: [Int64] = []
    /// Milliseconds that had counted when the open section was come to.
    public var entered: Int64 = 0

    public init(clock: SessionClock) { self.clock = clock }
}

extension ExamPlace {
    /// Milliseconds spent in a section, those since it was come to with them where it is the open one.
    public func spent(in section: Int, isOpen: Bool, elapsed: Int64) -> Int64 {
        let before = spent.indices.contains(section) ? spent[section] : 0
        return isOpen ? before + elapsed - entered : before
    }

    /// From `section` to another: its time stands still.
    ///
    /// - Parameter elapsed: Milliseconds that have counted of the whole.
    public mutating func leave(section: Int, elapsed: Int64) {
        while spent.count <= section { spent.append(0) }
        spent[section] += elapsed - entered
        entered = elapsed
    }
}

extension ExamPlace: Codable {
    private enum Keys: String, CodingKey { case seen, clock, spent, entered }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        self.init(clock: try fields.decode(SessionClock.self, forKey: .clock))
        seen = Set(try fields.decodeIfPresent([Int].self, forKey: .seen) ?? [])
        spent = try fields.decodeIfPresent([Int64].self, forKey: .spent) ?? []
        entered = try fields.decodeIfPresent(Int64.self, forKey: .entered) ?? 0
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(seen.sorted(), forKey: .seen)
        try fields.encode(clock, forKey: .clock)
        if !spent.isEmpty { try fields.encode(spent, forKey: .spent) }
        if entered != 0 { try fields.encode(entered, forKey: .entered) }
    }
}
