/// What can happen to a learner's work. Each case carries a value of its own, stored as the entry's JSON body.
///
/// A kind or version this program does not know is kept as it came (`unknown`) and folded after an upgrade.
public enum JournalEvent: Equatable, Sendable {
    case sessionStarted(SessionStarted)
    case sessionPaused(SessionPaused)
    case sessionResumed(SessionResumed)
    case sessionCompleted(SessionCompleted)
    case sessionAbandoned(SessionAbandoned)
    case answerGiven(AnswerGiven)
    case answerGraded(AnswerGraded)
    case itemMarked(ItemMarked)
    case optionStruck(OptionStruck)
    case scratchNoted(ScratchNoted)
    case bookmarkSet(BookmarkSet)
    case bookmarkCleared(BookmarkCleared)
    case feedbackGiven(FeedbackGiven)
    case errataSet(ErrataSet)
    case errataCleared(ErrataCleared)
    case questionSuspended(QuestionSuspended)
    case questionUnsuspended(QuestionUnsuspended)
    case questionBuried(QuestionBuried)
    case settingChanged(SettingChanged)
    case goalSet(GoalSet)
    case goalCleared(GoalCleared)
    case memoryModel(MemoryModel)
    case prediction(Prediction)
    case undone(Undone)
    case unknown(kind: String, version: Int, body: String)
}

/// The names under which events stand in `journal.kind`.
public enum JournalKind: String, CaseIterable, Sendable {
    case sessionStarted, sessionPaused, sessionResumed, sessionCompleted, sessionAbandoned
    case answerGiven, answerGraded, itemMarked, optionStruck, scratchNoted
    case bookmarkSet, bookmarkCleared, feedbackGiven, errataSet, errataCleared
    case questionSuspended, questionUnsuspended, questionBuried
    case settingChanged, goalSet, goalCleared, memoryModel, prediction, undone

    /// The version of the body this program writes and the newest it understands.
    public var version: Int { 1 }
}

extension JournalEvent {
    /// Its kind; nil where this program does not know it, or not in this version.
    public var kind: JournalKind? {
        switch self {
        case .sessionStarted: .sessionStarted
        case .sessionPaused: .sessionPaused
        case .sessionResumed: .sessionResumed
        case .sessionCompleted: .sessionCompleted
        case .sessionAbandoned: .sessionAbandoned
        case .answerGiven: .answerGiven
        case .answerGraded: .answerGraded
        case .itemMarked: .itemMarked
        case .optionStruck: .optionStruck
        case .scratchNoted: .scratchNoted
        case .bookmarkSet: .bookmarkSet
        case .bookmarkCleared: .bookmarkCleared
        case .feedbackGiven: .feedbackGiven
        case .errataSet: .errataSet
        case .errataCleared: .errataCleared
        case .questionSuspended: .questionSuspended
        case .questionUnsuspended: .questionUnsuspended
        case .questionBuried: .questionBuried
        case .settingChanged: .settingChanged
        case .goalSet: .goalSet
        case .goalCleared: .goalCleared
        case .memoryModel: .memoryModel
        case .prediction: .prediction
        case .undone: .undone
        case .unknown: nil
        }
    }

    /// Whether an `undone` takes it back. A session's start and completion and the grades of a submission stay, and
    /// redoing is a new event.
    public var isUndoable: Bool {
        switch self {
        case .sessionStarted, .sessionCompleted, .undone, .unknown: false
        case .answerGraded(let graded): !graded.isSubmission
        default: true
        }
    }
}
