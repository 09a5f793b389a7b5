/// One judgement of memory, taken from an answer.
public struct Review: Equatable, Sendable {
    public var at: Timestamp
    /// Minutes east of UTC where it happened.
    public var zone: Int
    public var rating: Rating
    /// Wrong, though the learner was sure.
    public var isConfidentError: Bool

    public init(at: Timestamp, zone: Int, rating: Rating, isConfidentError: Bool = false) {
        self.at = at
        self.zone = zone
        self.rating = rating
        self.isConfidentError = isConfidentError
    }
}

/// What memory holds of one question after its reviews so far, taken in order.
///
/// After a confident error the question comes back on the next study day and again on the seventh, whatever the
/// scheduler says: high-confidence errors are corrected well at once and return a week later.
public struct QuestionMemory: Sendable {
    public private(set) var state: MemoryState = .new
    private let questionId: String
    private var returns: [Timestamp] = []

    public init(questionId: String) { self.questionId = questionId }

    /// Takes in the next review, under the scheduler in force at that time.
    public mutating func take(_ review: Review, scheduler: Scheduler) {
        let fuzz = Self.fuzz(questionId: questionId, reps: state.reps + 1)
        state = scheduler.reviewed(state, review.rating, at: review.at, fuzz: fuzz)
        if review.isConfidentError {
            // The usual day, whatever the learner's begins with: what is scheduled follows from answers alone.
            let start = StudyDay.usualStart
            let today = StudyDay(review.at, zone: review.zone, start: start)
            returns = [1, 7].map { StudyDay(today.number + $0).start(zone: review.zone, start: start) }
        }
        returns.removeAll { $0 <= review.at }
        if let due = state.due, let first = returns.first { state.due = min(due, first) }
    }

    /// u in 0 ≤ u < 1: the same on every machine for the same review of the same question.
    /// - Parameter reps: Counting this review.
    public static func fuzz(questionId: String, reps: Int) -> Double {
        var generator = SplitMix64(seed: fnv1a64("\(questionId)#\(reps)"))
        return Double(generator.next() >> 11) * 0x1p-53
    }
}
