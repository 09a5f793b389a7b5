/// What is remembered of one question: where it stands between learning and review, and when it is due again.
public struct MemoryState: Codable, Equatable, Sendable {
    public enum Phase: String, Codable, CaseIterable, Sendable { case new, learning, review, relearning }

    public var phase: Phase
    /// Which learning or relearning step comes next, from 0; nil in `new` and `review`.
    public var step: Int?
    /// Days after which recall has fallen to 90%; nil while new.
    public var stability: Double?
    /// 1…10; nil while new.
    public var difficulty: Double?
    public var due: Timestamp?
    public var lastReview: Timestamp?
    /// Reviews so far.
    public var reps: Int
    /// Times it was forgotten out of `review`.
    public var lapses: Int

    public init(
        phase: Phase, step: Int? = nil, stability: Double? = nil, difficulty: Double? = nil, due: Timestamp? = nil,
        lastReview: Timestamp? = nil, reps: Int = 0, lapses: Int = 0
    ) {
        self.phase = phase
        self.step = step
        self.stability = stability
        self.difficulty = difficulty
        self.due = due
        self.lastReview = lastReview
        self.reps = reps
        self.lapses = lapses
    }

    /// Never reviewed.
    public static let new = MemoryState(phase: .new)
}
