/// How a question is answered.
public enum QuestionKind: String, Codable, CaseIterable, Sendable {
    case free, single, multiple, ordering, matching, hotspot, simulation

    /// Kinds whose answer is a choice among listed options.
    public var isChoice: Bool { self == .single || self == .multiple }
}

/// How much a question, path or certification asks of a learner; `expert` is for certifications and paths only.
public enum Difficulty: String, Codable, CaseIterable, Sendable {
    case beginner, intermediate, advanced, expert

    public static let ofQuestions: [Difficulty] = [.beginner, .intermediate, .advanced]
}
