/// An answer, with all that is ever needed to know of the question it answered: it is never regraded.
public struct AnswerGiven: Codable, Equatable, Sendable {
    public var selection: Selection
    /// What was typed: a free answer's text, or a simulation's `[[device, command], …]` as JSON.
    public var response: String?
    /// Nil while ungraded: a free answer until the learner grades it, an exam's until it is submitted.
    public var isCorrect: Bool?
    /// 0…1.
    public var score: Double?
    /// How memory is to take it; nil while ungraded.
    public var grade: Rating?
    public var confidence: Confidence?
    /// What the question said when it was answered.
    public var contentHash: String?
    public var certificationId: String?
    public var domainId: String?
    public var elapsedMs: Int

    public init(
        selection: Selection = .none, response: String? = nil, isCorrect: Bool? = nil, score: Double? = nil,
        grade: Rating? = nil, confidence: Confidence? = nil, contentHash: String? = nil,
        certificationId: String? = nil, domainId: String? = nil, elapsedMs: Int
    ) {
        self.selection = selection
        self.response = response
        self.isCorrect = isCorrect
        self.score = score
        self.grade = grade
        self.confidence = confidence
        self.contentHash = contentHash
        self.certificationId = certificationId
        self.domainId = domainId
        self.elapsedMs = elapsedMs
    }
}

extension AnswerGiven {
    /// What was chosen, in the one form in which it is stored.
    public enum Selection: Equatable, Sendable {
        /// Free text and simulations, or an answer of "don't know".
        case none
        /// Options or regions: a set, stored sorted.
        case chosen(Set<String>)
        /// Items in the learner's order.
        case ordered([String])
        /// Right sides by left, stored sorted by left.
        case paired([String: String])

        /// Nothing was chosen, ordered or paired.
        public var isEmpty: Bool { ids.isEmpty && pairs.isEmpty }
    }
}

/// A standing answer was graded: by the learner after seeing the model answer, or by an exam's submission.
public struct AnswerGraded: Codable, Equatable, Sendable {
    public var isCorrect: Bool
    /// 0…1.
    public var score: Double
    public var grade: Rating?
    /// Written by a submission, and then not to be undone.
    public var isSubmission: Bool

    public init(isCorrect: Bool, score: Double, grade: Rating? = nil, isSubmission: Bool = false) {
        self.isCorrect = isCorrect
        self.score = score
        self.grade = grade
        self.isSubmission = isSubmission
    }
}
