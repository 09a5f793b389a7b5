/// How a question stands with the learner, as lists filter and searches ask by it (`is:wrong`).
public enum QuestionStatus: String, Codable, CaseIterable, Sendable {
    /// The last graded answer was not wholly right.
    case wrong
    /// Never answered.
    case unseen
    /// The last graded answer was right.
    case right
    case bookmarked
    /// Flagged in a session that is not over.
    case flagged
    /// It has a note of the learner's.
    case noted
    /// The learner has corrected it.
    case mine
    /// Memory says it is time, and it is not set aside.
    case due
    case suspended
    /// The last answer took longer than `slowAnswer`.
    case slow
    /// The last answer was wrong though the learner was sure.
    case sureButWrong = "sure-but-wrong"

    /// Milliseconds: more than twice what a question takes as a rule.
    public static let slowAnswer = 120_000

    /// Those of which a question has at most one: asked for together they are alternatives.
    public static let standings: Set<QuestionStatus> = [.wrong, .unseen, .right]
}

/// The order of a list of questions.
public enum QuestionSort: String, Codable, CaseIterable, Sendable {
    /// As the author put them, channel by channel; bookmarks as they were set, wrong ones as they were answered.
    case catalogue
    /// The easiest first.
    case difficulty
    /// The longest ago first, those never answered before all others.
    case lastAnswered
    /// The latest to come into the catalogue first.
    case newest
}
