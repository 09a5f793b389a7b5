import CarrelCore

/// The standing answer to one item of one session: a row of `userAnswers`.
struct AnswerRow: Equatable {
    var sessionId: String
    var questionId: String
    /// Nil where the item was only marked, or submitted without an answer.
    var given: AnswerGiven?
    var isCorrect: Bool?
    var score: Double?
    var grade: Rating?
    var isMarked: Bool
    var at: Timestamp
    /// The study day of the answer.
    var day: Int
    /// Where in the journal the answer stands, nil without one: answers are ordered by it, never by a clock that may
    /// have been wrong.
    var position: JournalPosition?

    /// Milliseconds, held to a day: a clock that jumped says nothing about studying.
    var elapsedMs: Int? { given.map { min(max($0.elapsedMs, 0), 86_400_000) } }

    /// Nothing is chosen or typed: never was, or it was taken away again.
    var isBlank: Bool {
        guard let given else { return true }
        return given.selection.isEmpty && given.response?.isEmpty != false
    }
}

/// Folds what happened to one item of one session, in the journal's order.
struct AnswerFold {
    /// A review of memory that the answers give rise to, and where in the journal it stands.
    struct PlacedReview: Equatable {
        var position: JournalPosition
        var review: Review
    }

    private struct Standing {
        var given: AnswerGiven
        var isCorrect: Bool?
        var score: Double?
        var grade: Rating?
        var at: Timestamp
        var zone: Int
        var position: JournalPosition

        /// A grade may be told by its correctness alone.
        var rating: Rating? {
            grade ?? isCorrect.map { Rating(isCorrect: $0, confidence: given.confidence) }
        }

        var isConfidentError: Bool { isCorrect == false && given.confidence == .sure }
    }

    private let sessionId: String
    private let questionId: String
    private var standing: Standing?
    /// The grade of an item that was submitted without an answer.
    private var unanswered: (graded: AnswerGraded, at: Timestamp, zone: Int)?
    private var markedSince: (at: Timestamp, zone: Int)?
    private var isSubmitted = false
    private var first: PlacedReview?
    /// Whether the standing answer is the one `first` is of: a grade given later still amends it.
    private var isFirstStanding = false

    init(sessionId: String, questionId: String) {
        self.sessionId = sessionId
        self.questionId = questionId
    }

    mutating func take(_ entry: JournalEntry) {
        switch entry.event {
        case .answerGiven(let given) where !isSubmitted:
            standing = Standing(
                given: given, isCorrect: given.isCorrect, score: given.score, grade: given.grade, at: entry.at,
                zone: entry.zone, position: entry.position)
            isFirstStanding = false
            judge(entry)
        case .answerGraded(let graded):
            if graded.isSubmission { isSubmitted = true }
            if standing != nil {
                standing?.isCorrect = graded.isCorrect
                standing?.score = graded.score
                standing?.grade = graded.grade
                judge(entry)
            } else if graded.isSubmission {
                unanswered = (graded, entry.at, entry.zone)
            }
        case .itemMarked(let mark):
            if !mark.isMarked { markedSince = nil } else if markedSince == nil { markedSince = (entry.at, entry.zone) }
        default: break
        }
    }

    /// The first answer with feedback is the one memory is judged by; later answers have seen the solution.
    private mutating func judge(_ entry: JournalEntry) {
        guard let standing, let rating = standing.rating else { return }
        if first == nil {
            first = PlacedReview(
                position: entry.position, review: Review(at: entry.at, zone: studyZone(entry.zone), rating: rating))
            isFirstStanding = true
        }
        guard isFirstStanding else { return }
        first?.review.rating = rating
        first?.review.isConfidentError = standing.isConfidentError
    }

    /// Nil where nothing stands: all of it undone, or a mark taken off again.
    var row: AnswerRow? {
        if let standing {
            return row(standing.given, standing.isCorrect, standing.score, standing.grade, standing.at, standing.zone)
        }
        if let (graded, at, zone) = unanswered {
            return row(nil, graded.isCorrect, graded.score, graded.grade, at, zone)
        }
        return markedSince.map { row(nil, nil, nil, nil, $0.at, $0.zone) }
    }

    private func row(
        _ given: AnswerGiven?, _ isCorrect: Bool?, _ score: Double?, _ grade: Rating?, _ at: Timestamp, _ zone: Int
    ) -> AnswerRow {
        AnswerRow(
            sessionId: sessionId, questionId: questionId, given: given, isCorrect: isCorrect, score: score,
            grade: grade, isMarked: markedSince != nil, at: at,
            day: StudyDay(at, zone: studyZone(zone), start: StudyDay.usualStart).number,
            position: standing?.position)
    }

    /// The review this item gives rise to: where feedback comes at once, at the first answer; else when the session
    /// is completed, from the standing answer; before the session has arrived, none.
    func review(in facts: SessionFacts?) -> PlacedReview? {
        guard let facts else { return nil }
        if facts.mode.givesFeedbackAtOnce { return first }
        guard let completion = facts.completion, let standing, let rating = standing.rating else { return nil }
        return PlacedReview(
            position: completion.position,
            review: Review(
                at: completion.at, zone: studyZone(completion.zone), rating: rating,
                isConfidentError: standing.isConfidentError))
    }
}

/// Minutes east of UTC, held to what exists on Earth: a journal from elsewhere may hold anything.
func studyZone(_ zone: Int) -> Int { min(max(zone, -18 * 60), 18 * 60) }
