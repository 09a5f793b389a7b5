import CarrelCore

// Days that begin when the learner says. The kept sums are of days that begin at the usual hour, because a fold knows
// no settings: days that begin at another are counted from the journal, of which only the days asked for are read.
extension Store {
    /// Answers by study day, from `first` to `last`, both included; days without any are missing.
    /// - Parameter dayStart: Minutes after local midnight at which a day begins.
    public func answers(from first: StudyDay, to last: StudyDay, dayStart: Int) throws -> [StudyDay: Int] {
        guard dayStart != StudyDay.usualStart else { return try activity(from: first, to: last).mapValues(\.answers) }
        let days = try answerDays(from: first, dayStart: dayStart).filter { (first...last).contains($0) }
        return Dictionary(grouping: days) { $0 }.mapValues(\.count)
    }

    /// Study days in a row, as `studyStreak(today:)` counts them, of days that begin at `dayStart`.
    public func studyStreak(today: StudyDay, dayStart: Int) throws -> Int {
        guard dayStart != StudyDay.usualStart else { return try studyStreak(today: today) }
        return try database.snapshot {
            // Further back only while nothing is missing: a streak ends long before the learner's history does.
            var reach = 30
            while true {
                let first = StudyDay(today.number - reach)
                let days = Set(try answerDays(from: first, dayStart: dayStart).map(\.number))
                var day = days.contains(today.number) ? today.number : today.number - 1
                let newest = day
                while day >= first.number, days.contains(day) { day -= 1 }
                if day >= first.number { return newest - day }
                reach *= 4
            }
        }
    }

    /// The day of every answer that stands, of those given since `first` began anywhere on Earth.
    private func answerDays(from first: StudyDay, dayStart: Int) throws -> [StudyDay] {
        let earliest = max(0, first.start(zone: studyZone(.max), start: dayStart).milliseconds)
        let answers = try database.rows(
            """
            SELECT e.sessionId, e.questionId, e.at, e.tz FROM journal e INDEXED BY journal_order
             WHERE e.ord >= ? AND e.kind = 'answerGiven'
               AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.target = e.id AND u.kind = 'undone')
             ORDER BY e.ord, e.hlc, e.id
            """, earliest << 16
        ) { row in
            (
                item: [row.optionalText(0) ?? "", row.optionalText(1) ?? ""],
                day: StudyDay(try row.timestamp(2), zone: studyZone(row.int(3)), start: dayStart)
            )
        }
        // Of several answers to one question in a session the last stands.
        return Array(Dictionary(answers.map { ($0.item, $0.day) }) { _, last in last }.values)
    }
}
