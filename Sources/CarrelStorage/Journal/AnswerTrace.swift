import CarrelCore

/// What an answer leaves for the fold of its question, whichever session it was given in.
struct AnswerTrace: Equatable {
    /// An answer that was given, as far as the counts of its question go.
    struct Count: Equatable {
        var position: JournalPosition
        var isCorrect: Bool?
        /// 0…1.
        var score: Double?
        var at: Timestamp
    }

    /// Nil where the item was only marked, or submitted without an answer.
    var count: Count?
    /// Nil where memory is not judged by it.
    var review: AnswerFold.PlacedReview?

    init?(_ row: AnswerRow?, review: AnswerFold.PlacedReview?) {
        count = row.flatMap { row in
            row.position.map { Count(position: $0, isCorrect: row.isCorrect, score: row.score, at: row.at) }
        }
        self.review = review
        if count == nil, review == nil { return nil }
    }
}
