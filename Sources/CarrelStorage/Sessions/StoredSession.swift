import CarrelCore

/// A session with all that brings it back: the draw, the answers, the marks and where the learner stood.
public struct StoredSession: Equatable, Identifiable, Sendable {
    public var row: SessionRow
    /// As drawn; never changes after the start.
    public var items: [DrawnItem]
    /// What an exam is sat under; nil for every other session.
    public var rules: ExamRules?
    public var marks: SessionMarks
    /// Standing answers by question. An item that was only marked, or submitted without an answer, has one whose
    /// `isAnswered` is false.
    public var answers: [String: StoredAnswer]
    /// What a completed session came to.
    public var result: SessionResult?
    /// Since when it stands still; nil while its clock runs.
    public var pausedAt: Timestamp?
    /// Milliseconds it stood still before that, to be added to its deadline.
    public var pausedMs: Int64
    /// Of this machine; nil where it was never left here.
    public var place: SessionPlace?

    public var id: String { row.id }
}

/// The answer that stands for one item of a session.
public struct StoredAnswer: Equatable, Sendable {
    public var questionId: String
    public var isAnswered: Bool
    public var selection: AnswerGiven.Selection
    public var response: String?
    /// Nil while ungraded.
    public var isCorrect: Bool?
    /// 0…1.
    public var score: Double?
    public var grade: Rating?
    public var confidence: Confidence?
    public var elapsedMs: Int
    /// What the question said when it was answered.
    public var contentHash: String?
    public var answeredAt: Timestamp
    public var isMarked: Bool
}
