import CarrelCore

/// What a study day came to.
public struct DayActivity: Equatable, Sendable {
    public var answers: Int
    public var correct: Int
    public var elapsedMs: Int
}

extension Store {
    /// Study days in a row, up to today or, while nothing was answered today, up to yesterday.
    public func studyStreak(today: StudyDay) throws -> Int {
        try database.snapshot {
            // One day at a time: a streak ends long before the learner's history does.
            var day = try hasStudied(today.number) ? today.number : today.number - 1
            var streak = 0
            while try hasStudied(day) {
                streak += 1
                day -= 1
            }
            return streak
        }
    }

    private func hasStudied(_ day: Int) throws -> Bool {
        try database.integer(
            "SELECT count(*) FROM studyDays WHERE userId = ? AND certificationId = '' AND day = ?", learner, day) > 0
    }

    /// Answers by study day, from `first` to `last`, both included; days without any are missing.
    /// - Parameter certification: Nil for all there is.
    public func activity(
        from first: StudyDay, to last: StudyDay, certification: String? = nil
    ) throws -> [StudyDay: DayActivity] {
        let days = try database.rows(
            """
            SELECT day, answers, correct, elapsedMs FROM studyDays
             WHERE userId = ? AND certificationId = ? AND day BETWEEN ? AND ?
            """, learner, certification ?? "", first.number, last.number
        ) { (StudyDay($0.int(0)), DayActivity(answers: $0.int(1), correct: $0.int(2), elapsedMs: $0.int(3))) }
        return Dictionary(days) { first, _ in first }
    }
}
