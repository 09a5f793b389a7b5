/// How well something was recalled, as the scheduler sees it.
public enum Rating: Int, Codable, CaseIterable, Sendable {
    case again = 1
    case hard, good, easy

    /// The rating of an answer that was graded by the program: wrong, or right by a guess, counts as forgotten; easy
    /// is only ever said by the learner.
    public init(isCorrect: Bool, confidence: Confidence?) {
        self =
            switch (isCorrect, confidence) {
            case (false, _), (true, .guess): .again
            case (true, .unsure): .hard
            case (true, .sure), (true, nil): .good
            }
    }
}

/// How sure the learner was, on the 1–5 scale of the stored answers.
public enum Confidence: Int, Codable, CaseIterable, Sendable {
    case guess = 1
    case unsure = 3
    case sure = 5
}
