import CarrelCore

extension Store {
    /// How this program folds: a file folded otherwise is rebuilt when it is opened.
    static let foldVersion = 1

    /// Folds all of the learner's tables anew from the journal, in one transaction: killed, it leaves the old ones.
    ///
    /// - Parameter progress: Told now and then how many of how many sessions and questions are done; what it throws
    ///   ends the rebuild and is thrown.
    public func rebuild(progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }) throws {
        try database.withLargeCache { try foldAll(progress: progress) }
    }

    private func foldAll(progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        try database.transaction {
            try followLearner()
            try Folding(database, journal: JournalTable(database), learner: learner).foldAll(progress: progress)
            try database.run(
                "INSERT INTO meta(key, value) VALUES ('foldVersion', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                String(Self.foldVersion))
        }
    }

    /// Rebuilds when the tables were folded by another version of the folds.
    /// - Returns: Whether it did.
    func rebuildIfFoldedOtherwise() throws -> Bool {
        let version = try database.first("SELECT value FROM meta WHERE key = 'foldVersion'") { $0.text(0) }
        guard version != String(Self.foldVersion) else { return false }
        try rebuild()
        return true
    }
}

extension Folding {
    /// The tables that are emptied and folded anew.
    static let foldedTables = [
        "userSessions", "userAnswers", "userProgress", "reviewStates", "bookmarks", "feedback", "errata",
        "learnerSettings", "goals", "predictions", "itemFacts", "studyDays", "domainTallies",
    ]

    func foldAll(progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        let marked = try markedQuestions()
        for table in Self.foldedTables { try database.run("DELETE FROM \(table)") }
        let sessions = try names("sessionId")
        let questions = try names("questionId")
        var done = 0
        func step() throws {
            if done % 256 == 0 { try progress(done, sessions.count * 2 + questions.count) }
            done += 1
        }
        try readModels()
        for session in sessions {
            try step()
            try foldHead(session)
        }
        for question in questions {
            try step()
            let fold = try fold(question)
            try questionRows.write(question, from: QuestionFold(), to: fold)
            try tally(fold, sign: 1, in: nil)
        }
        for session in sessions {
            try step()
            try sum(session)
        }
        let feedback = try database.rows(
            "SELECT id FROM journal WHERE kind = 'feedbackGiven' AND questionId IS NULL"
        ) { $0.text(0) }
        for entry in feedback { try foldFeedback(entry) }
        try foldSettings()
        try foldGoals()
        try facets.recompute()
        try docs.refreshAll()
        for question in marked.union(try markedQuestions()).sorted() { try index.reindex(question) }
        try tallies.write(to: database, learner: learner)
        let certifications = try database.rows(
            "SELECT DISTINCT certificationId FROM userSessions WHERE certificationId <> ''"
        ) { $0.text(0) }
        try foldProgress(tallies.certifications.union(certifications))
        try progress(done, done)
    }

    /// Those whose document in the search index depends on what the learner did.
    private func markedQuestions() throws -> Set<String> {
        Set(try database.rows("SELECT questionId FROM questionDocs WHERE marks > 0") { $0.text(0) })
    }

    private func names(_ column: String) throws -> [String] {
        try database.rows("SELECT DISTINCT \(column) FROM journal WHERE \(column) IS NOT NULL") { $0.text(0) }
    }
}
