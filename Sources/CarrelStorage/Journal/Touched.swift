import CarrelCore

/// What has to be folded anew for some entries of the journal.
struct Touched {
    /// Sessions whose own row changes.
    private(set) var heads: Set<String> = []
    /// Sessions whose sums change.
    private(set) var sessions: Set<String> = []
    /// Sessions of which the fold of every question they hold depends on the entry: they start, or are completed.
    private(set) var wholeSessions: Set<String> = []
    private(set) var questions: Set<String> = []
    /// Entries of feedback about no question in particular.
    private(set) var feedback: Set<String> = []
    private(set) var changesSettings = false
    private(set) var changesGoals = false
    /// From here on reviews are scheduled otherwise.
    private(set) var modelsFrom: JournalPosition?

    mutating func add(_ entry: JournalEntry) {
        if case .undone = entry.event { return }
        if let session = entry.sessionId { sessions.insert(session) }
        guard let kind = entry.event.kind else {
            // Where a completion stands is read without its body.
            if case .unknown(JournalKind.sessionCompleted.rawValue, _, _) = entry.event {
                touchHead(entry, whole: true)
            }
            return
        }
        switch kind {
        case .sessionStarted, .sessionCompleted: touchHead(entry, whole: true)
        case .sessionPaused, .sessionResumed, .sessionAbandoned, .optionStruck, .scratchNoted, .prediction:
            touchHead(entry, whole: false)
        case .itemMarked:
            touchHead(entry, whole: false)
            touchQuestion(entry)
        case .answerGiven, .answerGraded, .bookmarkSet, .bookmarkCleared, .errataSet, .errataCleared,
            .questionSuspended, .questionUnsuspended, .questionBuried:
            touchQuestion(entry)
        case .feedbackGiven:
            if entry.questionId == nil { feedback.insert(entry.id) } else { touchQuestion(entry) }
        case .settingChanged: changesSettings = true
        case .goalSet, .goalCleared: changesGoals = true
        case .memoryModel: modelsFrom = min(modelsFrom ?? entry.position, entry.position)
        case .undone: break
        }
    }

    /// Adds an entry that comes to `journal`, and what it takes back there.
    mutating func add(_ entry: JournalEntry, of journal: JournalTable) throws {
        add(entry)
        if case .undone = entry.event, let target = entry.target, let undone = try journal.entry(target)?.entry {
            add(undone)
        }
    }

    mutating func add(questions more: [String]) { questions.formUnion(more) }

    private mutating func touchHead(_ entry: JournalEntry, whole: Bool) {
        guard let session = entry.sessionId else { return }
        heads.insert(session)
        if whole { wholeSessions.insert(session) }
    }

    private mutating func touchQuestion(_ entry: JournalEntry) {
        if let question = entry.questionId { questions.insert(question) }
    }
}
