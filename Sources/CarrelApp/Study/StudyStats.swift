import CarrelCore
import CarrelStorage

/// How far a learner is: what `carrel stats` prints, in the form of its JSON.
struct StudyStats: Encodable {
    struct Day: Encodable {
        /// `2026-11-21`.
        var day: String
        var answers, right: Int
        /// Spent on answers.
        var seconds: Int
    }

    struct Sessions: Encodable {
        var active, completed, abandoned: Int
    }

    struct Topic: Encodable {
        var id, title: String
        /// `channel` or `certification`.
        var type: String
        var questions: Int
        /// Answered at least once.
        var seen: Int
        /// Right at the last answer.
        var right: Int
    }

    /// No more are counted.
    static let countedDue = 1000
    /// Of the list of days.
    static let listedDays = 84

    var name: String
    var answers, right, seconds: Int
    /// With an answer.
    var days: Int
    /// Days in a row up to today, or to yesterday.
    var streak: Int
    /// Answers on the learner's own day.
    var today: Int
    /// To be reviewed now; at most `countedDue`.
    var due: Int
    var bookmarks: Int
    /// Questions with a correction.
    var corrections: Int
    var sessions: Sessions
    var topics: [Topic]
    /// The last twelve weeks' days with an answer, the latest last.
    var activity: [Day]

    init(of store: Store, at now: Moment) throws {
        let settings = LearnerSettings(try store.settings())
        let today = StudyDay(now.at, zone: now.zone, start: settings.dayStartMinutes)
        // Days as they were counted when they were answered.
        let all = try store.activity(from: StudyDay(0), to: StudyDay(today.number + 1)).sorted { $0.key < $1.key }
        name = settings.name
        answers = all.reduce(0) { $0 + $1.value.answers }
        right = all.reduce(0) { $0 + $1.value.correct }
        seconds = all.reduce(0) { $0 + $1.value.elapsedMs } / 1000
        days = all.count
        streak = try store.studyStreak(today: today, dayStart: settings.dayStartMinutes)
        self.today = try store.answers(from: today, to: today, dayStart: settings.dayStartMinutes)[today] ?? 0
        due = try store.dueCount(at: now.at, limit: Self.countedDue)
        bookmarks = try store.bookmarkCount()
        corrections = try store.correctedQuestionCount()
        let counts = try store.sessionCounts()
        sessions = Sessions(
            active: try store.sessionsToGoOnWith().count, completed: counts[.completed] ?? 0,
            abandoned: counts[.abandoned] ?? 0)
        topics =
            try store.channels().filter { $0.total > 0 }.map {
                Topic(
                    id: $0.id, title: $0.title, type: "channel", questions: $0.total, seen: $0.seen, right: $0.correct)
            }
            + store.certifications().map {
                Topic(
                    id: $0.id, title: $0.name, type: "certification", questions: $0.total, seen: $0.seen,
                    right: $0.correct)
            }
        activity = all.filter { $0.key.number > today.number - Self.listedDays }.map {
            Day(
                day: String($0.key.start(zone: 0, start: 0).text.prefix(10)), answers: $0.value.answers,
                right: $0.value.correct, seconds: $0.value.elapsedMs / 1000)
        }
    }
}
