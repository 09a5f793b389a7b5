/// Where a learner is in a session, and what is chosen or typed but not yet answered.
///
/// Local to one machine and outside the journal: losing it costs the place, never an answer.
public struct SessionPlace: Equatable, Sendable {
    /// The item shown, counted from 0.
    public var cursor: Int?
    /// Options or regions chosen but not yet answered, by question.
    public var chosen: [String: Set<String>] = [:]
    /// Text typed but not yet answered, by question.
    public var drafts: [String: String] = [:]
    /// Of an exam or a timed session.
    public var exam: ExamPlace?
    /// Items put in an order but not yet answered, by question; what is left out does not belong.
    public var ordered: [String: [String]] = [:]
    /// Right sides by left, paired but not yet answered, by question.
    public var paired: [String: [String: String]] = [:]

    public init(cursor: Int? = nil) { self.cursor = cursor }

    /// Whether anything waits to be answered with.
    public var isEmpty: Bool { chosen.isEmpty && drafts.isEmpty && ordered.isEmpty && paired.isEmpty }

    /// What is chosen, ordered or paired of a question and not yet answered.
    public subscript(selectionOf question: String) -> AnswerGiven.Selection {
        get {
            if let ids = chosen[question] { return .chosen(ids) }
            if let ids = ordered[question] { return .ordered(ids) }
            return paired[question].map { .paired($0) } ?? .none
        }
        set {
            (chosen[question], ordered[question], paired[question]) = (nil, nil, nil)
            switch newValue {
            case .none: break
            case .chosen(let ids): chosen[question] = ids.isEmpty ? nil : ids
            case .ordered(let ids): ordered[question] = ids
            case .paired(let sides): paired[question] = sides.isEmpty ? nil : sides
            }
        }
    }

    /// Forgets what waited: the question is answered.
    public mutating func clear(_ question: String) {
        self[selectionOf: question] = .none
        drafts[question] = nil
    }
}

extension SessionPlace: Codable {
    private enum Keys: String, CodingKey { case cursor, chosen, drafts, ordered, paired, exam }

    public init(from decoder: Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        cursor = try fields.decodeIfPresent(Int.self, forKey: .cursor)
        chosen = try fields.decodeIfPresent([String: Set<String>].self, forKey: .chosen) ?? [:]
        drafts = try fields.decodeIfPresent([String: String].self, forKey: .drafts) ?? [:]
        exam = try fields.decodeIfPresent(ExamPlace.self, forKey: .exam)
        ordered = try fields.decodeIfPresent([String: [String]].self, forKey: .ordered) ?? [:]
        paired = try fields.decodeIfPresent([String: [String: String]].self, forKey: .paired) ?? [:]
    }

    public func encode(to encoder: Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encodeIfPresent(cursor, forKey: .cursor)
        if !chosen.isEmpty { try fields.encode(chosen.mapValues { $0.sorted() }, forKey: .chosen) }
        if !drafts.isEmpty { try fields.encode(drafts, forKey: .drafts) }
        try fields.encodeIfPresent(exam, forKey: .exam)
        if !ordered.isEmpty { try fields.encode(ordered, forKey: .ordered) }
        if !paired.isEmpty { try fields.encode(paired, forKey: .paired) }
    }
}
