import CarrelCore

/// Everything that is folded by question: its answers in every session, and what the learner keeps about it.
struct QuestionFold: Equatable {
    struct Bookmark: Equatable {
        var note: String?
        var createdAt: Timestamp
    }

    struct Erratum: Equatable {
        var value: ErrataSet
        var at: Timestamp
    }

    struct Feedback: Equatable {
        var value: FeedbackGiven
        var at: Timestamp
    }

    struct ReviewRow: Equatable {
        var memory: MemoryState
        var isSuspended: Bool
        var buriedUntil: Timestamp?
    }

    /// A row of `itemFacts`.
    struct Facts: Equatable {
        var answers: Int
        var correct: Int
        var lastCorrect: Bool?
        /// 0…1, of the answer `lastCorrect` is of.
        var lastScore: Double?
        var lastAt: Timestamp
    }

    /// By session.
    private(set) var answers: [String: AnswerRow] = [:]
    private(set) var bookmark: Bookmark?
    /// By field.
    private(set) var errata: [String: Erratum] = [:]
    /// By entry.
    private(set) var feedback: [String: Feedback] = [:]
    private(set) var review: ReviewRow?
    private(set) var facts: Facts?

    /// Nothing is known of the question.
    init() {}

    /// - Parameters:
    ///   - entries: The question's, in the journal's order.
    ///   - session: What is known of a session; nil while its start has not arrived.
    init(
        questionId: String, entries: [RecordedEntry], models: MemoryModels,
        session: (String) throws -> SessionFacts?
    ) rethrows {
        var folds: [String: AnswerFold] = [:]
        for recorded in entries where recorded.isLive && recorded.entry.event.isOfAnswer {
            guard let id = recorded.entry.sessionId else { continue }
            folds[id, default: AnswerFold(sessionId: id, questionId: questionId)].take(recorded.entry)
        }
        let traces = try folds.compactMap { id, fold in
            AnswerTrace(fold.row, review: try fold.review(in: session(id)))
        }
        self.init(questionId: questionId, entries: entries, traces: traces, models: models)
        answers = folds.compactMapValues(\.row)
    }

    /// The fold of a question whose answers were folded by session: all of it but `answers`.
    ///
    /// - Parameters:
    ///   - entries: The question's in the journal's order; those of answers do not matter.
    ///   - traces: What the answers left.
    init(questionId: String, entries: [RecordedEntry], traces: [AnswerTrace], models: MemoryModels) {
        var isSuspended = false
        var buriedUntil: Timestamp?
        for recorded in entries where recorded.isLive {
            let entry = recorded.entry
            switch entry.event {
            case .bookmarkSet(let value):
                bookmark = Bookmark(note: value.note, createdAt: bookmark?.createdAt ?? entry.at)
            case .bookmarkCleared: bookmark = nil
            case .errataSet(let value): errata[value.field] = Erratum(value: value, at: entry.at)
            case .errataCleared(let value): errata[value.field] = nil
            case .feedbackGiven(let value): feedback[entry.id] = Feedback(value: value, at: entry.at)
            case .questionSuspended: isSuspended = true
            case .questionUnsuspended: isSuspended = false
            case .questionBuried(let value): buriedUntil = value.until
            default: break
            }
        }
        facts = Self.facts(traces.compactMap(\.count).sorted { $0.position < $1.position })
        let reviews = traces.compactMap(\.review).sorted { $0.position < $1.position }
        var memory = QuestionMemory(questionId: questionId)
        for placed in reviews { memory.take(placed.review, scheduler: models.scheduler(at: placed.position)) }
        if isSuspended || buriedUntil != nil || !reviews.isEmpty {
            review = ReviewRow(memory: memory.state, isSuspended: isSuspended, buriedUntil: buriedUntil)
        }
    }

    /// - Parameter answered: In the journal's order.
    private static func facts(_ answered: [AnswerTrace.Count]) -> Facts? {
        guard let last = answered.last else { return nil }
        let graded = answered.last { $0.isCorrect != nil }
        return Facts(
            answers: answered.count, correct: answered.count { $0.isCorrect == true },
            lastCorrect: graded?.isCorrect, lastScore: graded?.score, lastAt: last.at)
    }
}

extension JournalEvent {
    /// Whether it is folded into the answer to one item of one session.
    var isOfAnswer: Bool { kind.map(JournalKind.ofAnswer.contains) ?? false }
}

/// The memory models of the journal in order, each with its scheduler.
struct MemoryModels {
    private var placed: [(position: JournalPosition, scheduler: Scheduler)] = []
    private let usual = Scheduler()

    init(_ entries: [RecordedEntry] = []) {
        for recorded in entries where recorded.isLive {
            guard case .memoryModel(let model) = recorded.entry.event, model.isUsable else { continue }
            placed.append((recorded.entry.position, Scheduler(model)))
        }
    }

    /// The one that new reviews are scheduled by.
    var last: Scheduler { placed.last?.scheduler ?? usual }

    /// The last model before `position`, else the published defaults.
    func scheduler(at position: JournalPosition) -> Scheduler {
        placed.last { $0.position < position }?.scheduler ?? usual
    }
}
