import CarrelCore

/// A session as its screen needs it: what was drawn, and what the learner has done so far.
struct StudySession: Equatable, Sendable {
    var id: String
    var title: String
    var subtitle: String?
    var status: SessionStatus
    var items: [DrawnItem]
    /// By question id.
    var answers: [String: StandingAnswer] = [:]
    var marks = SessionMarks()
    var place = SessionPlace()
    var mode = SessionMode.practice
    /// What an exam is sat under.
    var rules: ExamRules?
    /// Seconds; nil without a clock.
    var timeLimit: Int?
    var startedAt = Timestamp(milliseconds: 0)
    /// Since when its clock stands still.
    var pausedAt: Timestamp?
    /// Milliseconds it stood still before that.
    var pausedMs: Int64 = 0
    /// The learner's, as they stand.
    var settings = LearnerSettings()

    var showsClock: Bool { settings.showsTimer }

    /// Milliseconds spent on what is answered.
    var elapsedMs: Int { answers.values.reduce(0) { $0 + $1.elapsedMs } }

    /// The item to come back to: the stored place, else the first that waits for an answer.
    var resumePosition: Int {
        if let cursor = place.cursor, items.indices.contains(cursor) { return cursor }
        return items.firstIndex { answers[$0.questionId]?.grade == nil } ?? max(0, items.count - 1)
    }

    /// The next item without a finished answer after `position`, wrapping round; nil when every one has one.
    ///
    /// - Parameter missing: Questions that cannot be answered here.
    func nextOpen(after position: Int, passingBy missing: Set<String> = []) -> Int? {
        let order = Array(items.indices.dropFirst(position + 1)) + Array(items.indices.prefix(position + 1))
        return order.first { index in
            let question = items[index].questionId
            return answers[question]?.grade == nil && !missing.contains(question)
        }
    }
}

/// The answer that stands for a question in a session.
struct StandingAnswer: Equatable, Sendable {
    var selection = AnswerGiven.Selection.none
    var response: String?
    /// Nil while a free answer waits to be graded.
    var grade: AnswerGrade?
    var rating: Rating?
    var confidence: Confidence?
    var contentHash: String?
    /// Milliseconds spent on it.
    var elapsedMs = 0

    /// What was chosen or ordered, whatever the order.
    var selected: Set<String> { Set(selection.ids) }
}

/// A question as a screen shows it.
struct StudyItem: Equatable, Sendable {
    var question: Question
    var contentHash: String
    var isRetired: Bool
    /// Options that have left the question since.
    var retiredOptions: [AnswerOption] = []
    var isBookmarked: Bool
    /// Other questions belong with it.
    var hasRelated = false
    /// The bookmark's note.
    var note: String?
    /// What the learner corrected, in the order a page shows it; `question` has it laid over.
    var corrections: [Correction] = []
    var isSuspended = false
    /// Left out of draws until the learner's day ends.
    var isBuried = false
    /// The learner has answered it in some session, and no exam under way asks it: its key is no secret.
    var isSeen = false
    /// How many problems the learner reported of it.
    var reports = 0
    /// Minutes after local midnight at which the learner's day begins.
    var dayStart = StudyDay.usualStart
    /// What a simulation's world is built on; nil for every other kind.
    var shell: Shell?

    /// A simulation cannot be answered without what its devices are made of.
    var isAskable: Bool { question.kind != .simulation || shell != nil }

    func correction(of field: QuestionField) -> Correction? { corrections.first { $0.field == field } }

    /// What the author says, under a correction too.
    func authorsValue(of field: QuestionField) -> String? {
        if let correction = correction(of: field) { return correction.authorsValue }
        return question[field]
    }
}
