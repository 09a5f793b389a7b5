import CarrelCore
import CarrelStorage

/// Something to be done outside a screen: the loop does it and answers with `Event.done`.
enum Command: Equatable, Sendable {
    case fetch(Query)
    /// Draws a session and starts it, or names the active one of the same key.
    case start(StudyRequest)
    /// Appends events to the journal, all or none, and keeps the place with them.
    case record([NewEvent], place: PlacedSession? = nil)
    /// Keeps where the learner is and what is chosen but not answered.
    case keepPlace(PlacedSession)
    /// Takes back the newest thing of this run that can be taken back.
    case undo
    case bookmark(question: String, isOn: Bool)
    /// Gives one of this machine's settings a value, and keeps it in its file.
    case changeMachine(MachineSettings.Key, to: String)
    /// Compares a typed answer with the key points of its question.
    case suggest(question: String, answer: String)
    /// Draws an exam and starts it, or names the one under way.
    case sit(ExamRequest)
    /// Grades a session that is against the clock, and ends it.
    case submit(String)
}

/// A session's place, to be kept.
struct PlacedSession: Equatable, Sendable {
    var session: String
    var place: SessionPlace
}

/// What a screen shows, asked for by name.
enum Query: Equatable, Sendable {
    case home
    case channels
    case subChannels(String)
    case certifications
    case certification(String)
    case paths
    case path(String)
    /// A page of tags after the one given.
    case tags(after: String?)
    /// A page of past sessions after the one given.
    case history(after: SessionRow?)
    /// A page of questions after the one given.
    case questions(QuestionScope, after: QuestionCursor?, sort: QuestionSort = .catalogue)
    case search(SearchQuery, SearchMode)
    /// What a search found of these, the words marked.
    case hits([String], of: SearchQuery)
    case recentSearches
    /// What was chosen in the list of commands last.
    case recentChoices
    /// Whether there is something to take back.
    case canUndo
    /// One question as it stands beside a list.
    ///
    /// - `row`: Where the list has it, so that it is not read again.
    case preview(String, row: QuestionRow? = nil)
    /// What the questions of a scope can be filtered by.
    case filterLabels(QuestionScope)
    /// How many questions a scope has, counted so far as is quick.
    case number(QuestionScope)
    case bookmarks
    case setUp(QuestionScope)
    case session(String)
    case item(String)
    case summary(String)
    case settings
    /// Every theme that can be chosen, and files that were meant to be one.
    case themes
    case relatedQuestions(String)
    /// A page of reports after the one given, of one question or, for nil, of all.
    case reports(of: String?, after: ReportRow?)
    /// What the learner answered to a question, in every session.
    case answers(to: String)
    /// What stands before the exam of a certification.
    case examPage(String)
    case examResult(String)
    /// The beginnings of questions, by id.
    case itemTitles([String])
}

/// What a command came to.
enum Reply: Equatable, Sendable {
    case home(HomeFacts)
    case channels([ChannelRow])
    case subChannels([SubChannelRow])
    case certifications([CertificationRow])
    case certification(CertificationFacts?)
    case paths([PathRow])
    case path(PathFacts?)
    case tags([TagRow])
    case history(PastSessions)
    /// - `total`: nil with the pages after the first; at least so many where it is not exact.
    case questions([QuestionRow], total: Int?, isExact: Bool = true)
    case search(SearchResult)
    case hits([SearchHit])
    case recentSearches([String])
    case recentChoices([CommandPalette.Choice])
    case canUndo(Bool)
    case preview(PreviewFacts?)
    case filterLabels(FilterLabels)
    case number(BoundedCount)
    case bookmarks([BookmarkRow])
    case setUp(SetUpFacts)
    case session(StudySession?)
    case item(StudyItem?)
    case summary(SummaryFacts?)
    case settings(SettingsFacts)
    case themes(ThemesFacts)
    case machineChanged(MachineSettings)
    case relatedQuestions([RelatedQuestion])
    case reports(Reports)
    case answers(PastAnswers)
    case examPage(ExamPageFacts?)
    case examResult(ExamResultFacts?)
    case itemTitles(ItemTitles)
    case started(session: String)
    /// A session of the same key is active already.
    case alreadyActive(session: String, answered: Int, total: Int)
    /// The request matched no question that can be asked here.
    case nothingToAsk
    /// Written, and on disk.
    case recorded
    /// What was taken back; nil when there was nothing to take back.
    case undone(UndoneThing?)
    case suggestion(TypedAnswerGrade?)
}

/// What an undo took back.
struct UndoneThing: Equatable, Sendable {
    static let bookmark = "bookmark"
    static let answer = "answer"

    /// In the learner's words: "answer", "flag", "bookmark".
    var name: String
    var session: String?
    var question: String?
    /// What was answered, where an answer was taken back.
    var answer: AnswerGiven?

    /// What to say of an undo; nil where there was nothing.
    static func words(_ thing: UndoneThing?) -> String { thing.map { "undone: \($0.name)" } ?? "nothing to undo" }
}
