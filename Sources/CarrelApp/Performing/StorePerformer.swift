import CarrelContent
import CarrelCore
import CarrelStorage

/// Carries out the screens' commands on the learner's file.
final class StorePerformer {
    let store: Store
    let clock: () -> Moment
    var generator: SplitMix64
    /// What loading the packs found wrong; Home tells of it.
    var faults: [String] = []
    var faultyPacks = 0
    var searchedPaths: [String] = []
    var isLoading = false
    /// This machine's settings.
    var machine = MachineConfiguration()
    private var grader: TypedAnswerGrader?

    init(store: Store, clock: @escaping () -> Moment, seed: UInt64) {
        self.store = store
        self.clock = clock
        generator = SplitMix64(seed: seed)
    }

    func perform(_ command: Command) -> Result<Reply, Refusal> {
        do {
            return .success(try carryOut(command))
        } catch let error as ConfigurationFile.Fault {
            return .failure(Refusal(message: "not changed: \(error)", isRetriable: false))
        } catch let error as StoreError {
            return .failure(Refusal(message: error.reason, isRetriable: error.isRetriable))
        } catch {
            return .failure(Refusal(message: "\(error)", isRetriable: false))
        }
    }

    private func carryOut(_ command: Command) throws -> Reply {
        switch command {
        case .fetch(let query): return try fetch(query)
        case .start(let request): return try start(request)
        case .record(let events, let placed):
            try record(events, at: placed)
            return .recorded
        case .keepPlace(let placed):
            try keepPlace(placed)
            return .recorded
        case .undo: return .undone(try undo())
        case .bookmark(let question, let isOn):
            // Where it was set elsewhere in the meantime its note stays.
            let event =
                isOn
                ? JournalEvent.bookmarkSet(BookmarkSet(note: try store.note(of: question)))
                : .bookmarkCleared(BookmarkCleared())
            try store.record([NewEvent(event, questionId: question)])
            return .recorded
        case .changeMachine(let key, let value): return .machineChanged(try change(key, to: value))
        case .suggest(let question, let answer): return .suggestion(try suggest(question, answer))
        case .sit(let request): return try sit(request)
        case .submit(let session): return try submit(session)
        }
    }

    /// What is taken back and where that leads are on disk together.
    private func undo() throws -> UndoneThing? {
        if let thing = try undoMachine() { return thing }
        return try store.together { try undoLast() }
    }

    private func undoLast() throws -> UndoneThing? {
        guard let entry = try store.undoLast() else { return nil }
        var thing = UndoneThing(entry)
        if case .bookmarkSet(let set) = entry.event, let question = entry.questionId {
            // A bookmark that was there before, and is there still: it was its note that changed.
            let isOn = try store.isBookmarked(question)
            thing.name = isOn ? "note" : set.note == nil ? thing.name : "bookmark and its note"
        }
        if let question = entry.questionId, case .answerGiven(let answer) = entry.event, let session = entry.sessionId {
            // What was chosen or typed is again chosen or typed, and not yet answered.
            var place = try store.place(ofSession: session) ?? SessionPlace()
            place[selectionOf: question] = answer.selection
            place.drafts[question] = answer.response
            try store.keepPlace(place, of: session)
            thing.answer = answer
        }
        return thing
    }

    /// The stemmer is made when the first answer is typed: most sessions need none.
    private func suggest(_ question: String, _ answer: String) throws -> TypedAnswerGrade? {
        guard let stored = try store.question(question)?.question, !stored.keywords.isEmpty else { return nil }
        if grader == nil {
            let stemmer = try EnglishStemmer()
            grader = TypedAnswerGrader { stemmer.stem($0) }
        }
        return grader?.grade(answer: answer, keywords: stored.keywords, reference: stored.answer)
    }

    private func fetch(_ query: Query) throws -> Reply {
        switch query {
        case .home: return .home(try home())
        case .channels: return .channels(try store.channels().filter { $0.total > 0 })
        case .subChannels(let channel): return .subChannels(try store.subChannels(of: channel).filter { $0.total > 0 })
        case .certifications: return .certifications(try store.certifications())
        case .certification(let id): return .certification(try certification(id))
        case .paths: return .paths(try store.learningPaths())
        case .path(let id): return .path(try path(id))
        case .tags(let last): return .tags(try store.tags(after: last, limit: PagedRows<TagRow>.pageSize))
        case .history(let last):
            let rows = try store.pastSessions(after: last, limit: PagedRows<SessionRow>.pageSize)
            return .history(PastSessions(rows: rows, dayStart: try learnerSettings().dayStartMinutes))
        case .questions(let scope, let after, let sort): return try questions(scope, after: after, sort: sort)
        case .search(let query, let mode): return .search(try store.search(query, mode: mode))
        case .hits(let ids, let query): return .hits(try store.hits(ids, of: query))
        case .recentSearches: return .recentSearches(RecentSearches.read(try store.settings()))
        case .recentChoices: return .recentChoices(RecentChoices.read(try store.settings()))
        case .canUndo: return .canUndo(try canUndo())
        case .preview(let id, let row): return .preview(try preview(id, row))
        case .filterLabels(let scope): return .filterLabels(try filterLabels(scope))
        case .number(let scope): return .number(try store.count(in: scope, matching: QuestionFilter()))
        case .bookmarks: return .bookmarks(try store.bookmarks(after: nil, limit: .max))
        case .setUp(let scope): return .setUp(try setUp(scope))
        case .session(let id):
            var session = try store.session(id).map(StudySession.init)
            session?.settings = try learnerSettings()
            return .session(session)
        case .item(let id):
            return .item(try item(id))
        case .summary(let id): return .summary(try summary(id))
        case .settings:
            return .settings(
                SettingsFacts(learner: try learnerSettings(), machine: machine.settings, themes: machine.themeNames))
        case .themes: return .themes(machine.themesFacts)
        case .reports(let question, let last):
            let rows = try store.reports(of: question, after: last, limit: PagedRows<ReportRow>.pageSize)
            return .reports(Reports(rows: rows, dayStart: try learnerSettings().dayStartMinutes))
        case .relatedQuestions(let id): return .relatedQuestions(try store.relatedQuestions(of: id))
        case .examPage(let id): return .examPage(try examPage(id))
        case .examResult(let id): return .examResult(try examResult(id))
        case .itemTitles(let ids): return .itemTitles(try itemTitles(ids))
        case .answers(let id):
            return .answers(
                PastAnswers(answers: try answers(to: id), dayStart: try learnerSettings().dayStartMinutes))
        }
    }
}

extension StoreError {
    /// In a few words, for a line that has to say what to do as well.
    var reason: String {
        switch self {
        case .full: "the disk is full"
        case .readOnly: "the file is read-only"
        case .locked: "another program is writing to the file"
        default: description
        }
    }
}

extension UndoneThing {
    init(_ entry: JournalEntry) {
        let name =
            switch entry.event {
            case .answerGiven: Self.answer
            case .answerGraded: "grade"
            case .itemMarked: "flag"
            case .optionStruck: "strike-out"
            case .bookmarkSet, .bookmarkCleared: Self.bookmark
            case .feedbackGiven: "report"
            case .errataSet, .errataCleared: "correction"
            case .questionSuspended: "suspension"
            case .questionUnsuspended: "return to the draw"
            case .questionBuried: "burying"
            case .settingChanged(let change): LearnerSetting(rawValue: change.key)?.title.lowercased() ?? "setting"
            case .sessionAbandoned: "end of the session"
            case .scratchNoted: "scratch sheet"
            default: "last change"
            }
        self.init(name: name, session: entry.sessionId, question: entry.questionId)
    }
}

extension StudySession {
    init(_ stored: StoredSession) {
        self.init(
            id: stored.row.id, title: stored.row.title, subtitle: stored.row.subtitle, status: stored.row.status,
            items: stored.items)
        // A row may stand for a flag alone; an item that was handed in without an answer has a grade.
        answers = stored.answers.filter { $0.value.isAnswered || $0.value.isCorrect != nil }.mapValues { answer in
            StandingAnswer(
                selection: answer.selection, response: answer.response,
                grade: answer.isCorrect.map { AnswerGrade(isCorrect: $0, score: answer.score ?? 0) },
                rating: answer.grade, confidence: answer.confidence, contentHash: answer.contentHash,
                elapsedMs: min(max(0, answer.elapsedMs), 86_400_000))
        }
        marks = stored.marks
        place = stored.place ?? SessionPlace()
        mode = stored.row.mode
        rules = stored.rules
        timeLimit = stored.row.timeLimit
        startedAt = stored.row.startedAt
        (pausedAt, pausedMs) = (stored.pausedAt, stored.pausedMs)
    }
}
