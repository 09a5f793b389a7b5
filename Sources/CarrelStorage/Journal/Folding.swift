import CarrelCore

/// Keeps the folded tables in step with the journal.
///
/// A row is never patched by an event: what an event touches is folded anew from all of its entries, by the same
/// functions whether the event was just recorded, arrived late from elsewhere, or everything is rebuilt.
final class Folding {
    let database: Database
    let journal: JournalTable
    let learner: String
    let sessionRows: SessionRows
    let questionRows: QuestionRows
    let facets: FacetCounts
    let docs: QuestionDocs
    let index: SearchIndex
    private(set) var models = MemoryModels()
    /// With so many questions, making all counts anew costs less than bringing each in step.
    static let bulk = 1_000
    private var facts: [String: SessionFacts?] = [:]
    /// The items that do not count, of sessions that have a row: their draw never changes.
    private var unscored: [String: Set<String>] = [:]
    var tallies = Tallies()

    /// Which of the folded tables were emptied, so that nothing in them is replaced.
    enum Emptied {
        case none
        /// Those of questions, and of a session's answers those of the sessions that are folded.
        case questions
        case everything
    }

    init(_ database: Database, journal: JournalTable, learner: String, emptied: Emptied = .none) {
        self.database = database
        self.journal = journal
        self.learner = learner
        sessionRows = SessionRows(database: database, learner: learner, areEmpty: emptied == .everything)
        questionRows = QuestionRows(database: database, learner: learner, areEmpty: emptied != .none)
        facets = FacetCounts(database: database, learner: learner)
        docs = QuestionDocs(database: database, learner: learner)
        index = SearchIndex(database: database, learner: learner)
    }

    /// Carries out `append`, which adds the entries that `touched` is of, and folds anew what they touch.
    ///
    /// - Parameters:
    ///   - bulk: From so many questions on, all counts are made anew instead of each being brought in step.
    ///   - progress: Told now and then how many of how many questions are done, once they are appended.
    func fold(
        _ touched: Touched, bulk: Int = Folding.bulk, appending append: () throws -> Void,
        progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        let touched = try withDependents(touched)
        try readModels()
        var before: [String: QuestionFold] = [:]
        for question in touched.questions {
            let fold = try fold(question)
            before[question] = fold
            try tally(fold, sign: -1, in: touched.sessions)
        }
        try append()
        if touched.modelsFrom != nil { try readModels() }
        for session in touched.heads { try foldHead(session) }
        let isBulk = touched.questions.count >= bulk
        var foundOtherwise: [String] = []
        for (done, question) in touched.questions.enumerated() {
            if done % 256 == 255 { try progress(done, touched.questions.count) }
            let after = try fold(question)
            let before = before.removeValue(forKey: question) ?? QuestionFold()
            if isBulk {
                try questionRows.write(question, from: before, to: after)
                if before.isFoundOtherwise(than: after) { foundOtherwise.append(question) }
            } else {
                try write(question, from: before, to: after)
            }
            try tally(after, sign: 1, in: touched.sessions)
        }
        if isBulk {
            try facets.recompute()
            try docs.refreshAll()
            for question in foundOtherwise { try index.reindex(question) }
        }
        for session in touched.sessions { try sum(session) }
        for entry in touched.feedback { try foldFeedback(entry) }
        if touched.changesSettings { try foldSettings() }
        if touched.changesGoals { try foldGoals() }
        try tallies.write(to: database, learner: learner)
        var certifications = tallies.certifications
        for session in touched.sessions {
            if let id = try sessionRows.certification(session), !id.isEmpty { certifications.insert(id) }
        }
        try foldProgress(certifications, sessionsStand: touched.heads.isEmpty)
    }

    /// Adds the questions that depend on what is touched though no entry names them.
    private func withDependents(_ touched: Touched) throws -> Touched {
        var touched = touched
        var sessions = touched.wholeSessions
        if let from = touched.modelsFrom {
            touched.add(
                questions: try database.rows(
                    """
                    SELECT DISTINCT questionId FROM journal
                     WHERE (ord, hlc, id) > (?, ?, ?) AND questionId IS NOT NULL AND sessionId IS NOT NULL
                    """, from.ord, from.hlc, from.id
                ) { $0.text(0) })
            sessions.formUnion(
                try database.rows(
                    """
                    SELECT DISTINCT sessionId FROM journal
                     WHERE (ord, hlc, id) > (?, ?, ?) AND kind = 'sessionCompleted' AND sessionId IS NOT NULL
                    """, from.ord, from.hlc, from.id
                ) { $0.text(0) })
        }
        for session in sessions {
            touched.add(
                questions: try database.rows(
                    "SELECT DISTINCT questionId FROM journal WHERE sessionId = ? AND questionId IS NOT NULL", session
                ) { $0.text(0) })
        }
        return touched
    }

    // MARK: One of each

    func readModels() throws { models = MemoryModels(try journal.entries(of: [.memoryModel])) }

    func foldHead(_ id: String) throws { try foldHead(id, journal.headEntries(ofSession: id)) }

    /// - Parameter entries: What its row is folded from, in the journal's order.
    func foldHead(_ id: String, _ entries: [RecordedEntry]) throws {
        let head = SessionHead(id: id, entries: entries)
        facts[id] = nil
        unscored[id] = head.map { Set($0.data.unscored ?? []) }
        if let head { try sessionRows.write(head) }
    }

    func fold(_ question: String) throws -> QuestionFold {
        try QuestionFold(
            questionId: question, entries: journal.entries(ofQuestion: question), models: models, session: facts(of:))
    }

    func facts(of session: String) throws -> SessionFacts? {
        if let known = facts[session] { return known }
        let found = try sessionRows.facts(session)
        facts[session] = .some(found)
        return found
    }

    func write(_ question: String, from before: QuestionFold, to after: QuestionFold) throws {
        try questionRows.write(question, from: before, to: after)
        try facets.adjust(question: question, from: ItemStanding(before.facts), to: ItemStanding(after.facts))
        guard before != after else { return }
        try docs.refresh(question)
        if before.isFoundOtherwise(than: after) { try index.reindex(question) }
    }

    /// - Parameter sessions: Nil for all.
    func tally(_ fold: QuestionFold, sign: Int, in sessions: Set<String>?) throws {
        for (session, row) in fold.answers where sessions?.contains(session) ?? true {
            try tallies.add(row, sign: sign, isScored: try isScored(row))
        }
    }

    func isScored(_ row: AnswerRow) throws -> Bool {
        try !unscored(in: row.sessionId).contains(row.questionId)
    }

    private func unscored(in session: String) throws -> Set<String> {
        if let known = unscored[session] { return known }
        let found = try sessionRows.unscored(session)
        unscored[session] = found
        return found ?? []
    }

    func sum(_ session: String) throws {
        let tellsAtOnce = try facts(of: session)?.mode.givesFeedbackAtOnce ?? true
        try sessionRows.write(
            sessionRows.sums(of: session, tellsAtOnce: tellsAtOnce, unscored: unscored(in: session)),
            journal.activity(ofSession: session), to: session)
    }

    func foldFeedback(_ id: String) throws {
        guard let recorded = try journal.entry(id), case .feedbackGiven(let value) = recorded.entry.event else {
            return
        }
        let row = recorded.isLive ? QuestionFold.Feedback(value: value, at: recorded.entry.at) : nil
        try QuestionRows.write(feedback: id, nil, row, learner, database)
    }

    func foldSettings() throws {
        try GlobalFold(journal.entries(of: [.settingChanged])).write(to: "learnerSettings", database, learner)
    }

    func foldGoals() throws {
        let entries = try journal.entries(of: [.goalSet, .goalCleared]).sorted { $0.entry.position < $1.entry.position }
        try GlobalFold(entries).write(to: "goals", database, learner)
    }

    func foldProgress(_ certifications: Set<String>, sessionsStand: Bool = false) throws {
        let progress = ProgressFold(database: database, learner: learner)
        for certification in certifications { try progress.write(certification, sessionsStand: sessionsStand) }
    }
}

extension QuestionFold {
    /// Whether a search that found the one may miss the other: the corrections differ, or what `QuestionMarks` holds.
    fileprivate func isFoundOtherwise(than other: QuestionFold) -> Bool {
        errata != other.errata || bookmark != other.bookmark
            || (review?.isSuspended ?? false) != (other.review?.isSuspended ?? false)
    }
}

extension ItemStanding {
    fileprivate init(_ facts: QuestionFold.Facts?) {
        self.init(isSeen: facts != nil, lastCorrect: facts?.lastCorrect)
    }
}
