import CarrelCore

/// Folds all of the learner's tables anew: sessions with their answers one after another, then questions by what their
/// answers left.
///
/// The rows come from the same folds that follow each event (`Folding`); only how these are fed differs. The journal is
/// read once in the order in which sessions lie in it, and rows are written in the order of their keys. Where only some
/// sessions have new entries, the rows of the others stay, and of their entries only the answers are read.
struct Refold {
    /// The tables that are folded by session.
    private static let bySession = ["userSessions", "userAnswers", "predictions"]
    /// Those that are emptied and folded anew whatever the sessions are.
    private static let others = [
        "userProgress", "reviewStates", "bookmarks", "feedback", "errata", "learnerSettings", "goals", "itemFacts",
        "studyDays", "domainTallies",
    ]
    /// All of them.
    static let tables = bySession + others

    private let database: Database
    private let learner: String
    private let journal: JournalTable
    private let folding: Folding
    /// The sessions that are folded anew; nil for all.
    private let sessions: Set<String>?

    /// - Parameter sessions: Those that have entries which are not in the tables yet; nil for all.
    init(_ journal: JournalTable, learner: String, sessions: Set<String>? = nil) {
        database = journal.database
        self.learner = learner
        self.journal = journal
        self.sessions = sessions
        folding = Folding(
            database, journal: journal, learner: learner,
            emptied: sessions == nil ? .everything : .questions)
    }

    /// To be called within a transaction.
    ///
    /// - Parameter progress: Told now and then how much of how much is done; what it throws ends it and is thrown.
    func run(progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        let marked = try markedQuestions()
        for table in sessions == nil ? Self.tables : Self.others { try database.run("DELETE FROM \(table)") }
        let entries = try Int(database.integer("SELECT count(*) FROM journal"))
        // Folding questions takes about a quarter as long as folding the sessions.
        let total = entries + entries / 4
        try folding.readModels()
        let pass = try JournalPass(of: journal, whole: sessions)
        func foldRows() throws {
            var read = 0
            let traces = try foldSessions(pass) {
                if read % 1_024 == 0 { try progress(min(read, entries), total) }
                read += 1
            }
            try foldQuestions(traces, try pass.keptOfQuestions()) { done, all in
                if done % 1_024 == 0 { try progress(entries + (total - entries) * done / all, total) }
            }
        }
        try database.withoutIndexes(of: ["userSessions", "userAnswers"], foldRows)
        try foldTheRest()
        try refreshCatalogue(markedBefore: marked)
        try foldProgress()
        try progress(total, total)
    }

    /// - Returns: By question, what the answers left.
    private func foldSessions(_ pass: JournalPass, step: () throws -> Void) throws -> [String: [AnswerTrace]] {
        var traces: [String: [AnswerTrace]] = [:]
        try pass.sessions(step: step) { session in
            if session.isWhole { try folding.foldHead(session.id, session.entries) }
            if session.isWhole, sessions != nil {
                try database.run("DELETE FROM userAnswers WHERE sessionId = ?", session.id)
            }
            let facts = try folding.facts(of: session.id)
            var sums = SessionSums()
            for (question, fold) in answers(of: session) {
                let row = fold.row
                if let row {
                    let isScored = try folding.isScored(row)
                    if session.isWhole { try folding.questionRows.insert(row) }
                    folding.tallies.add(row, sign: 1, isScored: isScored)
                    sums.add(
                        row, tellsAtOnce: facts?.mode.givesFeedbackAtOnce ?? true, isScored: isScored)
                }
                if let trace = AnswerTrace(row, review: fold.review(in: facts)) {
                    traces[question, default: []].append(trace)
                }
            }
            if session.isWhole { try folding.sessionRows.write(sums, session.activity, to: session.id) }
        }
        return traces
    }

    private func answers(of session: JournalPass.Session) -> [String: AnswerFold] {
        var folds: [String: AnswerFold] = [:]
        for recorded in session.entries where recorded.isLive && recorded.entry.event.isOfAnswer {
            guard let question = recorded.entry.questionId else { continue }
            folds[question, default: AnswerFold(sessionId: session.id, questionId: question)].take(recorded.entry)
        }
        return folds
    }

    private func foldQuestions(
        _ traces: [String: [AnswerTrace]], _ kept: [String: [RecordedEntry]],
        step: (_ done: Int, _ all: Int) throws -> Void
    ) throws {
        let questions = Set(traces.keys).union(kept.keys).sorted()
        for (done, question) in questions.enumerated() {
            try step(done, questions.count)
            let fold = QuestionFold(
                questionId: question, entries: kept[question] ?? [], traces: traces[question] ?? [],
                models: folding.models)
            try folding.questionRows.write(question, from: QuestionFold(), to: fold)
        }
    }

    /// What is about neither a session nor a question.
    private func foldTheRest() throws {
        let feedback = try database.rows(
            "SELECT id FROM journal WHERE kind = 'feedbackGiven' AND questionId IS NULL"
        ) { $0.text(0) }
        for entry in feedback { try folding.foldFeedback(entry) }
        try folding.foldSettings()
        try folding.foldGoals()
    }

    /// Counts and lists of the catalogue's questions.
    private func refreshCatalogue(markedBefore marked: Set<String>) throws {
        try folding.facets.recompute()
        try folding.docs.refreshAll()
        for question in marked.union(try markedQuestions()).sorted() { try folding.index.reindex(question) }
    }

    private func foldProgress() throws {
        try folding.tallies.write(to: database, learner: learner)
        let certifications = try database.rows(
            "SELECT DISTINCT certificationId FROM userSessions WHERE certificationId <> ''"
        ) { $0.text(0) }
        try folding.foldProgress(folding.tallies.certifications.union(certifications))
    }

    /// Those whose document in the search index depends on what the learner did.
    private func markedQuestions() throws -> Set<String> {
        Set(try database.rows("SELECT questionId FROM questionDocs WHERE marks > 0") { $0.text(0) })
    }
}
