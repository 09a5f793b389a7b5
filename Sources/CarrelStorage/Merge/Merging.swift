import CarrelCore

/// One merge: the journal of another file into that of the learner's own.
struct Merging {
    /// What one pass over the other journal found.
    struct Survey {
        var report: MergeReport
        var extent: MergeExtent
        var entries: Int
    }

    /// Milliseconds that another file may be ahead of this machine's clock.
    private static let mostAhead: Int64 = 24 * 3_600_000

    private let theirs: ForeignJournal
    private let file: ForeignFile
    private let database: Database
    private let now: Timestamp

    /// - Parameter database: The learner's own file, as all the rest within one transaction.
    init(from theirs: ForeignJournal, of file: ForeignFile, into database: Database, now: Timestamp) {
        self.theirs = theirs
        self.file = file
        self.database = database
        self.now = now
    }

    /// Looks through the other journal, and writes nothing.
    ///
    /// - Throws: `MergeError`; what `progress` throws.
    func survey(
        _ learner: String, asMe: Bool, folding: MergeFolding, keeping decoded: DecodedEvents? = nil,
        progress: (Int, Int) throws -> Void
    ) throws -> Survey {
        let adopted = try adoptedLearner(by: learner, asMe: asMe)
        try verifyClock()
        let entries = try theirs.count()
        var survey = try MergeSurvey(of: database, against: file.path, folding: folding, keeping: decoded)
        var done = 0
        try theirs.forEach { row in
            if done % Self.stride == 0 { try progress(done, entries * Self.parts) }
            done += 1
            try survey.take(row)
        }
        let report = try survey.finish(adopting: adopted)
        try file.verifyUnchanged()
        return Survey(report: report, extent: survey.extent, entries: entries)
    }

    /// Carries it out.
    ///
    /// - Returns: With the report, the learner's id from now on.
    func run(
        _ learner: String, asMe: Bool, folding: MergeFolding, progress: (Int, Int) throws -> Void
    ) throws -> (report: MergeReport, learner: String) {
        let decoded = DecodedEvents()
        let survey = try self.survey(
            learner, asMe: asMe, folding: folding, keeping: decoded, progress: progress)
        let (report, entries) = (survey.report, survey.entries)
        let total = entries * Self.parts
        guard !report.bringsNothing else {
            try progress(total, total)
            return (report, learner)
        }
        if let adopted = report.learnerAdopted {
            try database.run("UPDATE users SET id = ? WHERE id = ?", adopted, learner)
        }
        let learner = report.learnerAdopted ?? learner
        func append() throws {
            var done = 0
            // The survey has checked every body that comes, as the table would again.
            try database.withoutChecks {
                try theirs.forEachRaw { row in
                    if done % Self.stride == 0 { try progress(entries + done, total) }
                    done += 1
                    try insert(row)
                }
            }
            // What was looked at is what was taken, or none of it is.
            try file.verifyUnchanged()
        }
        func folded(_ done: Int, of all: Int) throws {
            try progress(entries * 2 + (all == 0 ? entries : entries * done / all), total)
        }
        let journal = JournalTable(database, keeping: decoded)
        if case .touched(let touched) = survey.extent {
            let bulk = folding == .touchedInBulk ? 0 : Folding.bulk
            try Folding(database, journal: journal, learner: learner)
                .fold(touched, bulk: bulk, appending: append, progress: folded)
        } else {
            let own = Int(try database.integer("SELECT count(*) FROM journal"))
            try database.withoutIndexes(of: report.entriesAdded > own ? ["journal"] : [], append)
            // Each of the others is read once.
            decoded.close()
            try Refold(journal, learner: learner, sessions: survey.extent.sessions).run(progress: folded)
        }
        try progress(total, total)
        return (report, learner)
    }

    /// Entries between two calls of `progress`.
    private static let stride = 256
    /// Looking, taking, folding: each counts as much.
    private static let parts = 3

    /// The id this file takes on; nil where it keeps its own.
    ///
    /// - Throws: `MergeError.otherLearner`.
    private func adoptedLearner(by learner: String, asMe: Bool) throws -> String? {
        let other = try theirs.learner()
        guard other.id != learner else { return nil }
        guard asMe else {
            let username = try database.first("SELECT username FROM users WHERE id = ?", learner) { $0.text(0) }
            throw MergeError.otherLearner(
                path: file.path, theirs: other, ours: LearnerName(id: learner, username: username ?? ""))
        }
        return other.id < learner ? other.id : nil
    }

    /// - Throws: `MergeError.clockAhead`.
    private func verifyClock() throws {
        guard let newest = try theirs.newest() else { return }
        let ahead = newest.milliseconds - now.milliseconds
        if ahead > Self.mostAhead { throw MergeError.clockAhead(path: file.path, milliseconds: ahead) }
    }

    /// Takes in a row as it is stored: what this program cannot read stays as it came.
    private func insert(_ row: Row) throws {
        try database.run(
            """
            INSERT INTO journal(\(EntryRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET ord = excluded.ord WHERE excluded.ord < ord
            """, binding: (0..<row.columnCount).map(row.value))
    }
}
