import CarrelCore

/// A session's own row, folded from everything that happened to it but its answers.
struct SessionHead: Equatable {
    var id: String
    var start: SessionStarted
    var startedAt: Timestamp
    var status = SessionStatus.active
    var completedAt: Timestamp?
    var score: Double?
    var data: SessionData
    var prediction: PredictionRow?

    struct PredictionRow: Equatable {
        var value: Prediction
        var at: Timestamp
    }

    /// - Parameter entries: The session's, in the journal's order.
    /// - Returns: Nil while its start has not arrived.
    init?(id: String, entries: [RecordedEntry]) {
        guard let first = entries.first(where: { $0.entry.id == id }),
            case .sessionStarted(let start) = first.entry.event
        else { return nil }
        self.id = id
        self.start = start
        startedAt = first.entry.at
        data = SessionData(items: start.items, rules: start.rules)
        for recorded in entries where recorded.isLive { take(recorded.entry) }
    }

    private mutating func take(_ entry: JournalEntry) {
        switch entry.event {
        case .sessionPaused: pause(entry.at)
        case .sessionResumed: resume(entry.at)
        case .sessionCompleted(let completed): complete(completed, entry)
        case .sessionAbandoned:
            pause(entry.at)
            if status == .active { status = .abandoned }
        case .itemMarked(let mark):
            if let question = entry.questionId { data.marks.take(mark, of: question) }
        case .optionStruck(let strike):
            if let question = entry.questionId { data.marks.take(strike, of: question) }
        case .scratchNoted(let note):
            data.marks.notes[entry.questionId ?? ""] = note.text.isEmpty ? nil : note.text
        case .prediction(let value): prediction = PredictionRow(value: value, at: entry.at)
        default: break
        }
    }

    /// Milliseconds: a thousand years, so that no clock, however wrong, makes a sum that has no number.
    private static let longestPause: Int64 = 1_000 * 365 * 86_400_000

    private mutating func pause(_ moment: Timestamp) {
        if status == .active, data.pausedAt == nil { data.pausedAt = moment }
    }

    private mutating func resume(_ moment: Timestamp) {
        guard status != .completed else { return }
        status = .active
        guard let since = data.pausedAt else { return }
        data.pausedAt = nil
        let span = max(0, moment.milliseconds - since.milliseconds)
        data.pausedMs = min(data.pausedMs + min(span, Self.longestPause), Self.longestPause)
    }

    /// When its time was over by itself; nil where it has no limit, or its clock stands still while nobody is there.
    private var deadline: Timestamp? {
        guard start.mode.runsAlone, let limit = start.timeLimit else { return nil }
        return startedAt.adding(seconds: Int64(limit))
    }

    /// The first completion counts; another machine's later one does not.
    private mutating func complete(_ completed: SessionCompleted, _ entry: JournalEntry) {
        guard status != .completed else { return }
        resume(entry.at)
        status = .completed
        completedAt = [entry.at, deadline].compactMap(\.self).min()
        score = completed.score
        data.result = completed.result
    }
}
