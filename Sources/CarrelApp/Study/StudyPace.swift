/// How long studying takes, as far as one can say beforehand.
enum StudyPace {
    /// Seconds for reading a question, answering it and reading why.
    static let secondsPerQuestion = 50

    /// Whole minutes for `count` questions, at least one.
    static func minutes(for count: Int) -> Int { max(1, (count * secondsPerQuestion + 30) / 60) }
}
