import CarrelCore

/// The whole journal read in order, for whoever folds everything: a statement for each session and each question, and
/// a look for what takes back each entry, would cost more than the folding.
struct JournalPass {
    /// A session's entries, in the journal's order, and what counts of them.
    struct Session {
        var id: String
        /// Whether all of it was read, and not only what its answers are folded from.
        var isWhole: Bool
        var entries: [RecordedEntry] = []
        /// Of a whole one.
        var activity = SessionActivity()
    }

    private let journal: JournalTable
    /// The sessions that are read whole; nil for all.
    private let whole: Set<String>?
    /// The entries that an `undone` names.
    private let undone: Set<String>

    /// - Parameter whole: The sessions of which more than the answers is wanted; nil for all.
    init(of journal: JournalTable, whole: Set<String>? = nil) throws {
        self.journal = journal
        self.whole = whole
        undone = Set(
            try journal.database.rows(
                "SELECT target FROM journal WHERE target IS NOT NULL AND kind = 'undone' AND v <= ?",
                JournalKind.undone.version
            ) { $0.text(0) })
    }

    /// Hands over every session that an entry names, its start arrived or not.
    ///
    /// - Parameter step: Called for each entry read.
    func sessions(step: () throws -> Void, _ body: (Session) throws -> Void) throws {
        var session: Session?
        try journal.database.forEach(
            """
            SELECT \(EntryRow.columns), CASE kind WHEN 'answerGraded' THEN json_extract(body, '$.isSubmission') END
              FROM journal WHERE sessionId IS NOT NULL ORDER BY sessionId, ord, hlc, id
            """
        ) { row in
            try step()
            let id = row.text(7)
            if id != session?.id {
                if let session { try body(session) }
                session = Session(id: id, isWhole: whole?.contains(id) ?? true)
            }
            let isWhole = session?.isWhole ?? true
            guard isWhole || isOfAnswer(row) else { return }
            session?.entries.append(try recorded(row))
            guard isWhole, counts(row) else { return }
            session?.activity.entries += 1
            session?.activity.last = try row.timestamp(3)
        }
        if let session { try body(session) }
    }

    private func isOfAnswer(_ row: Row) -> Bool {
        JournalKind(rawValue: row.text(5)).map(JournalKind.ofAnswer.contains) ?? false
    }

    /// As `JournalTable.activity` has it.
    private func counts(_ row: Row) -> Bool {
        guard let kind = JournalKind(rawValue: row.text(5)), kind != .undone, row.int(6) <= JournalKind.undone.version
        else { return false }
        return switch kind {
        case .sessionStarted, .sessionCompleted: true
        case .answerGraded where row.bool(11): true
        default: !undone.contains(row.text(0))
        }
    }

    /// What happened to each question beside being answered, in the journal's order.
    func keptOfQuestions() throws -> [String: [RecordedEntry]] {
        var kept: [String: [RecordedEntry]] = [:]
        // Few are found among many: the index would read all of them too, and not one after another.
        try journal.database.forEach(
            """
            SELECT \(EntryRow.columns) FROM journal NOT INDEXED
             WHERE questionId IS NOT NULL AND kind NOT IN (\(JournalKind.list(JournalKind.ofAnswer + [.undone])))
             ORDER BY ord, hlc, id
            """
        ) { kept[$0.text(8), default: []].append(try recorded($0)) }
        return kept
    }

    private func recorded(_ row: Row) throws -> RecordedEntry {
        let entry = try journal.entry(row)
        return RecordedEntry(entry: entry, isUndone: undone.contains(entry.id))
    }
}
