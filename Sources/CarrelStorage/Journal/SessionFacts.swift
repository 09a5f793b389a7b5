import CarrelCore

/// What a question's fold has to know of a session it was answered in.
struct SessionFacts: Equatable {
    /// Where in the journal a session was completed: timed sessions and exams are reviewed as of there.
    struct Completion: Equatable {
        var position: JournalPosition
        var at: Timestamp
        /// Minutes east of UTC.
        var zone: Int
    }

    var mode: SessionMode
    /// Nil where it does not matter: feedback came at once.
    var completion: Completion?
}
