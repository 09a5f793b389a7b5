import CarrelCore

/// The learner's answers to a question, the latest first.
struct PastAnswers: Equatable, Sendable {
    var answers: [AnswerFacts] = []
    /// Minutes after local midnight at which the learner's day begins.
    var dayStart = StudyDay.usualStart
}

/// What was answered to a question once.
struct AnswerFacts: Equatable, Sendable {
    var at: Timestamp
    /// Nil while it waits for its grade.
    var grade: AnswerGrade?
    var rating: Rating?
    /// Milliseconds.
    var elapsedMs = 0
    /// The session's title and what follows it; empty where the session is not here.
    var session: [String] = []
    /// Texts of the options that were chosen and are still known.
    var chosen: [String] = []
    /// How many were chosen that nobody knows any more.
    var unknown = 0
    /// What was typed.
    var response: String?
    var isAnswered = true
}
