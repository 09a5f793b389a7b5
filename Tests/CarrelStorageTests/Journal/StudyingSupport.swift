import CarrelCore

@testable import CarrelStorage

/// A clock that a test sets.
final class TestClock {
    var moment: Moment

    init(_ text: String = "2026-05-04 10:00:00", zone: Int = 0) {
        moment = Moment(at: Timestamp(text: text) ?? Timestamp(milliseconds: 0), zone: zone)
    }

    func now() -> Moment { moment }

    func advance(seconds: Int64) { moment.at = moment.at.adding(seconds: seconds) }
}

extension Store {
    static func ticking(_ clock: TestClock, seed: UInt64 = 1) throws -> Store {
        try Store.open(.memory, clock: clock.now, seed: seed)
    }

    /// Starts a session over `questions` and returns its id.
    @discardableResult
    func start(
        _ questions: [String], mode: SessionMode = .practice, key: SessionKey = .channel("swift"),
        certification: String? = nil, unscored: Set<String> = []
    ) throws -> String {
        let items = questions.map { DrawnItem(questionId: $0, options: ["a", "b"], isScored: !unscored.contains($0)) }
        let started = SessionStarted(
            type: certification == nil ? .channel : .certification, mode: mode, key: key.text, title: "Session",
            certificationId: certification, items: items)
        return try record(.sessionStarted(started))?.id ?? ""
    }

    @discardableResult
    func answer(
        _ question: String, in session: String, isCorrect: Bool? = true, confidence: Confidence? = nil,
        certification: String? = nil, domain: String? = nil, elapsedMs: Int = 1500
    ) throws -> String {
        let given = AnswerGiven(
            selection: .chosen(["a"]), isCorrect: isCorrect, score: isCorrect.map { $0 ? 1 : 0 },
            grade: isCorrect.map { Rating(isCorrect: $0, confidence: confidence) }, confidence: confidence,
            contentHash: "h", certificationId: certification, domainId: domain, elapsedMs: elapsedMs)
        return try record(.answerGiven(given), sessionId: session, questionId: question)?.id ?? ""
    }

    /// Makes the file another learner's.
    func become(_ learner: String) throws {
        try database.run("UPDATE users SET id = ?", learner)
        try followLearner()
        try rebuild()
    }

    /// One thing a learner may do, wherever they left off.
    func study(_ generator: inout JournalGenerator) throws {
        let question = generator.pick(JournalGenerator.questions)
        guard let session = try activeSessions(limit: 3).last?.id, generator.chance(85) else {
            let mode = generator.pick(SessionMode.allCases)
            try start(JournalGenerator.questions, mode: mode, certification: "cert", unscored: [question])
            return
        }
        switch generator.pick(0..<10) {
        case 0..<5:
            let isCorrect: Bool? = generator.chance(30) ? nil : generator.chance(60)
            try answer(
                question, in: session, isCorrect: isCorrect, confidence: generator.pick(Confidence.allCases),
                certification: "cert", domain: generator.pick(JournalGenerator.domains))
        case 5: try record(.itemMarked(ItemMarked(isMarked: true)), sessionId: session, questionId: question)
        case 6: try record(.bookmarkSet(BookmarkSet(note: "n")), questionId: question)
        case 7: try record(.sessionCompleted(SessionCompleted(score: 50)), sessionId: session)
        default: _ = try undoLast()
        }
    }

    /// The journal as it stands, in order.
    func journal() throws -> [JournalEntry] {
        let table = JournalTable(database)
        return try database.rows("SELECT id FROM journal ORDER BY ord, hlc, id") { $0.text(0) }
            .compactMap { try table.entry($0)?.entry }
    }
}

/// A minute of the first of January 2026, for folds that are tested without a store.
func minute(_ minute: Int) -> Timestamp {
    Timestamp(milliseconds: 1_767_225_600_000 + Int64(minute) * 60_000)
}

/// An entry of the given minute, which is its place in the order too.
func recorded(
    _ event: JournalEvent, at place: Int, id: String? = nil, session: String? = "s", question: String? = "q",
    isUndone: Bool = false
) -> RecordedEntry {
    let entry = JournalEntry(
        id: id ?? "e\(place)", ord: Int64(place), hlc: Int64(place), at: minute(place), zone: 0, sessionId: session,
        questionId: question, event: event)
    return RecordedEntry(entry: entry, isUndone: isUndone)
}
