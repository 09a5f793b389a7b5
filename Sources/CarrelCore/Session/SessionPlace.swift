/// Where a learner is in a session, and what is chosen or typed but not yet answered.
///
/// Local to one machine and outside the journal: losing it costs the place, never an answer.
public struct SessionPlace: Equatable, Sendable {
    /// The item shown, counted from 0.
    public var cursor: Int?
    /// Options chosen but not yet answered, by question.
    public var chosen: [String: Set<String>] = [:]
    /// Text typed but not yet answered, by question.
    public var drafts: [String: String] = [:]
    /// Of an exam or a timed session.
    public var exam: ExamPlace?

    public init(cursor: Int? = nil) { self.cursor = cursor }
}

extension SessionPlace: Codable {
    private enum Keys: String, CodingKey { case cursor, chosen, drafts, exam }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        cursor = try fields.decodeIfPresent(Int.self, forKey: .cursor)
        chosen = try fields.decodeIfPresent([String: Set<String>].self, forKey: .chosen) ?? [:]
        drafts = try fields.decodeIfPresent([String: String].self, forKey: .drafts) ?? [:]
        exam = try fields.decodeIfPresent(ExamPlace.self, forKey: .exam)
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encodeIfPresent(cursor, forKey: .cursor)
        if !chosen.isEmpty { try fields.encode(chosen.mapValues { $0.sorted() }, forKey: .chosen) }
        if !drafts.isEmpty { try fields.encode(drafts, forKey: .drafts) }
        try fields.encodeIfPresent(exam, forKey: .exam)
    }
}
