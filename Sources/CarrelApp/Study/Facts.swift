import CarrelCore
import CarrelStorage

// What the queries of whole screens come to.

/// What Home shows.
struct HomeFacts: Equatable, Sendable {
    var active: [SessionRow] = []
    /// The clocks of those that have a limit, by session.
    var clocks: [String: ExamCountdown] = [:]
    /// Active ones beyond those.
    var moreActive = 0
    /// Exams under way whose time ran out while nobody was there.
    var ranOut: [String] = []
    var channels = 0
    var certifications = 0
    var paths = 0
    var bookmarks = 0
    /// Questions whose last answer was wrong.
    var wrong = 0
    var tags = 0
    /// Problems that the learner reported.
    var reports = 0
    /// When something was studied last; nil while nothing was.
    var lastStudied: Timestamp?
    /// What the learner wants to be called; empty for nothing.
    var name = ""
    /// Minutes after local midnight at which the study day begins.
    var dayStart = StudyDay.usualStart
    /// Consecutive days with an answer, today or yesterday the last.
    var streak = 0
    /// Answers by day for the last twelve weeks.
    var activity: [StudyDay: Int] = [:]
    /// Offered while nothing was ever studied.
    var starters: [Starter] = []
    /// One line a fault.
    var faults: [String] = []
    /// What is wrong in the file of this machine's settings, in one line each.
    var settingFaults: [String] = []
    var faultyPacks = 0
    /// Where packs were looked for; shown when there is nothing to study.
    var searchedPaths: [String] = []

    /// Packs are about to be read: that there is nothing to study yet means nothing.
    var isLoading = false

    static let shownSessions = 5

    var isFirstStart: Bool { !starters.isEmpty }

    var hasQuestions: Bool { channels + certifications > 0 }
}

/// A session offered on the first start.
struct Starter: Equatable, Sendable {
    var label: String
    /// Minutes it will take, about.
    var minutes: Int
    var request: StudyRequest
}

/// What the settings are: the learner's, and this machine's.
struct SettingsFacts: Equatable, Sendable {
    var learner = LearnerSettings()
    var machine = MachineSettings()
    /// Those that can be chosen, by name.
    var themes = ThemeEntry.builtIn.map(\.name)
}

/// What the list of themes shows.
struct ThemesFacts: Equatable, Sendable {
    var entries = ThemeEntry.builtIn
    /// The name of the one that is chosen.
    var inForce = ThemeEntry.builtIn[0].name
}

/// What the set-up sheet needs to know of a topic.
struct SetUpFacts: Equatable, Sendable {
    var total = 0
    var unseen = 0
    /// How many there are of what can be reviewed.
    var reviews: [QuestionSelection: Int] = [:]
    /// Questions that grade themselves, which a session against the clock can ask.
    var graded = 0
    /// The choices made last.
    var last = StudyChoices()
}

/// What a summary shows.
struct SummaryFacts: Equatable, Sendable {
    var session: StudySession
    /// The topic to go on with; nil for sessions that are over for good.
    var again: StudyTopic?
    /// How many of the session's questions come back, by when.
    var dueToday = 0
    var dueTomorrow = 0
    var dueLater = 0
    /// Stems by question id, for the list of the wrong ones.
    var stems: [String: String] = [:]

    var right: Int { session.answers.values.count { $0.grade?.isCorrect == true } }
    var partly: Int { session.answers.values.count { $0.grade?.isPartial == true } }
    var wrong: Int { session.answers.values.count { $0.grade.map { !$0.isCorrect && !$0.isPartial } == true } }
    var unanswered: Int { session.items.count - right - partly - wrong }
    var elapsedMs: Int { session.answers.values.reduce(0) { $0 + $1.elapsedMs } }

    /// Not right, in the order they were asked.
    var missed: [String] {
        session.items.map(\.questionId).filter { session.answers[$0]?.grade.map { !$0.isCorrect } == true }
    }

    /// Those with a grade, in the order they were asked.
    var graded: [String] { session.items.map(\.questionId).filter { session.answers[$0]?.grade != nil } }

    /// What was not right, once more.
    var retry: StudyRequest { .retry(missed, of: session) }

    /// `Due again: 2 today, 1 later`; nil where nothing is.
    var dueWords: String? {
        let parts = [(dueToday, "today"), (dueTomorrow, "tomorrow"), (dueLater, "later")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? nil : "Due again: " + parts.joined(separator: ", ")
    }
}

extension StudyRequest {
    /// Some questions of a session that is over, in a session of their own.
    static func retry(_ questions: [String], of session: StudySession) -> StudyRequest {
        StudyRequest(
            topic: .retry(questions, of: session.id, title: session.title),
            choices: StudyChoices(count: nil, what: .all, order: .mixed), startsOver: true)
    }
}
