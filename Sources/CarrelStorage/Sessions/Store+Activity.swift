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
            let streak = StudyStreak(database: database, learner: learner)
            let upToToday = try streak.days(endingOn: today.number)
            return upToToday > 0 ? upToToday : try streak.days(endingOn: today.number - 1)
        }
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

/// Days in a row on which something was answered.
struct StudyStreak {
    let database: Database
    let learner: String

    /// - Parameters:
    ///   - last: The day it ends on; 0 days where nothing was answered then.
    ///   - certification: Empty for all there is.
    func days(endingOn last: Int, certification: String = "") throws -> Int {
        // One day at a time: a streak ends long before the learner's history does.
        Int(
            try database.integer(
                """
                WITH RECURSIVE streak(day) AS (
                    SELECT day FROM studyDays WHERE userId = ?1 AND certificationId = ?2 AND day = ?3
                    UNION ALL
                    SELECT d.day FROM streak CROSS JOIN studyDays d
                        ON d.userId = ?1 AND d.certificationId = ?2 AND d.day = streak.day - 1)
                SELECT count(*) FROM streak
                """, learner, certification, last))
    }
}
