import CarrelCore

/// What the answers of one session come to.
struct SessionSums: Equatable {
    /// Items with an answer; a mark alone is none, nor is one that was taken away again. That one does not know is an
    /// answer where it was said, not where an exam was handed in without one.
    var answered = 0
    /// Of these and of the items that count.
    var correct = 0
    var elapsedMs = 0

    /// - Parameter tellsAtOnce: Whether the session grades an answer as it is given.
    mutating func add(_ row: AnswerRow, tellsAtOnce: Bool, isScored: @autoclosure () throws -> Bool) rethrows {
        guard let elapsedMs = row.elapsedMs else { return }
        if !row.isBlank || tellsAtOnce && row.isCorrect != nil { answered += 1 }
        self.elapsedMs += elapsedMs
        if row.isCorrect == true, try isScored() { correct += 1 }
    }
}

/// How many entries of a session count, and when the last of them was.
struct SessionActivity: Equatable {
    var entries = 0
    var last: Timestamp?
}
