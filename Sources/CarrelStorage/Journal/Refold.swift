import CarrelCore

/// Folds all of the learner's tables anew: sessions with their answers one after another, then questions by what their
/// answers left.
///
/// The rows come from the same folds that follow each event (`Folding`); only how these are fed differs. The journal is
/// read once in the order in which sessions lie in it, and rows are written in the order of their keys.
struct Refold {
    /// The tables that are emptied and folded anew.
    static let tables = [
        "userSessions", "userAnswers", "userProgress", "reviewStates", "bookmarks", "feedback", "errata",
        "learnerSettings", "goals", "predictions", "itemFacts", "studyDays", "domainTallies",
    ]

    private let database: Database
    private let learner: String
    private let journal: JournalTable
    private let folding: Folding

    init(_ database: Database, learner: String) {
        self.database = database
        self.learner = learner
        journal = JournalTable(database)
        folding = Folding(database, journal: journal, learner: learner, areEmpty: true)
    }

    /// To be called within a transaction.
    ///
    /// - Parameter progress: Told now and then how much of how much is done; what it throws ends it and is thrown.
    func run(progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        let marked = try markedQuestions()
        for table in Self.tables { try database.run("DELETE FROM \(table)") }
        let entries = try Int(database.integer("SELECT count(*) FROM journal"))
        // Folding questions takes about a quarter as long as folding the sessions.
        let total = entries + entries / 4
        try folding.readModels()
        let pass = try JournalPass(of: journal)
        try database.withoutIndexes(of: ["userSessions", "userAnswers"]) {
            var read = 0
            let traces = try foldSessions(pass) {
                if read % 1_024 == 0 { try progress(min(read, entries), total) }
                read += 1
            }
            try foldQuestions(traces, try pass.keptOfQuestions()) { done, all in
                if done % 1_024 == 0 { try progress(entries + (total - entries) * done / all, total) }
            }
        }
        try foldTheRest()
        try refreshCatalogue(markedBefore: marked)
        try foldProgress()
        try progress(total, total)
    }

    /// - Returns: By question, what the answers left.
    private func foldSessions(_ pass: JournalPass, step: () throws -> Void) throws -> [String: [AnswerTrace]] {
        var traces: [String: [AnswerTrace]] = [:]
        try pass.sessions(step: step) { session in
            try folding.foldHead(session.id, session.entries)
            let facts = try folding.facts(of: session.id)
            var sums = SessionSums()
            for (question, fold) in answers(of: session) {
                let row = fold.row
                if let row {
                    let isScored = try folding.isScored(row)
                    try folding.questionRows.insert(row)
                    folding.tallies.add(row, sign: 1, isScored: isScored)
                    sums.add(row, isScored: isScored)
                }
                if let trace = AnswerTrace(row, review: fold.review(in: facts)) {
                    traces[question, default: []].append(trace)
                }
            }
            try folding.sessionRows.write(sums, session.activity, to: session.id)
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
