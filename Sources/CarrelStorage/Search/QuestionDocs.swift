import CarrelCore

/// Keeps `questionDocs` and the tables of tags and companies: one row for each active question.
struct QuestionDocs {
    let database: Database
    let learner: String

    func document(of question: String) throws -> Int64? {
        try database.first("SELECT docid FROM questionDocs WHERE questionId = ?", question) { $0.int64(0) }
    }

    /// Enters `question` or brings its row to what it says; what the learner did stays.
    ///
    /// - Parameters:
    ///   - position: Where it stands in its pack.
    ///   - isNew: Whether the question was never here.
    func put(_ question: Question, position: Int, isNew: Bool) throws -> (id: Int64, isNew: Bool) {
        let known = isNew ? nil : try document(of: question.id)
        if let known {
            try database.run(
                """
                UPDATE questionDocs SET channel = ?, position = ?, subChannel = ?, kind = ?, level = ? WHERE docid = ?
                """, question.channel, position, question.subChannel, question.kind.rawValue,
                question.difficulty.place, known)
            try removeLabels(of: known)
        } else {
            try database.run(
                "INSERT INTO questionDocs(questionId, channel, position, subChannel, kind, level) VALUES (?, ?, ?, ?, ?, ?)",
                question.id, question.channel, position, question.subChannel, question.kind.rawValue,
                question.difficulty.place)
        }
        let document = known ?? database.lastRowId
        for (statement, values) in [
            ("INSERT INTO questionTags(tag, channel, position, docid) VALUES (?, ?, ?, ?)", question.tags),
            (
                "INSERT INTO questionCompanies(company, channel, position, docid) VALUES (?, ?, ?, ?)",
                question.companies
            ),
        ] {
            for value in Set(values).sorted() {
                try database.run(statement, value, question.channel, position, document)
            }
        }
        return (document, known == nil)
    }

    /// The question stands elsewhere in its pack, and is what it was.
    func move(_ question: String, to position: Int) throws {
        guard let document = try document(of: question) else { return }
        for table in ["questionDocs", "questionTags", "questionCompanies"] {
            try database.run("UPDATE \(table) SET position = ? WHERE docid = ?", position, document)
        }
    }

    /// - Returns: The document the question had.
    func remove(_ question: String) throws -> Int64? {
        guard let document = try document(of: question) else { return nil }
        try removeLabels(of: document)
        try database.run("DELETE FROM questionDocs WHERE docid = ?", document)
        return document
    }

    private func removeLabels(of document: Int64) throws {
        try database.run("DELETE FROM questionTags WHERE docid = ?", document)
        try database.run("DELETE FROM questionCompanies WHERE docid = ?", document)
    }

    func marks(of document: Int64) throws -> QuestionMarks {
        QuestionMarks(
            rawValue: Int(try database.integer("SELECT marks FROM questionDocs WHERE docid = ?", document)))
    }

    // MARK: What the learner did

    /// Brings how the question stands with the learner to what the folded tables say.
    func refresh(_ question: String) throws {
        try database.run(Self.refreshing("WHERE n.questionId = ?2"), learner, question)
    }

    /// The same for every question.
    func refreshAll() throws { try database.run(Self.refreshing(""), learner) }

    private static func refreshing(_ which: String) -> String {
        """
        UPDATE questionDocs AS d
           SET answers = s.answers, standing = s.standing, lastScore = s.lastScore, lastAt = s.lastAt, due = s.due,
               asideUntil = s.asideUntil, marks = s.marks
          FROM (\(fresh) \(which)) s
         WHERE d.docid = s.docid AND \(differs)
        """
    }

    /// Where a row `d` is not as `fresh` has it.
    static let differs = """
        (d.answers, d.standing, d.lastScore, d.lastAt, d.due, d.asideUntil, d.marks)
            IS NOT (s.answers, s.standing, s.lastScore, s.lastAt, s.due, s.asideUntil, s.marks)
        """

    /// How questions `n` stand, from the folded tables; the learner is `?1`.
    static let fresh = """
        SELECT n.docid, n.questionId, COALESCE(f.answers, 0) AS answers,
               CASE WHEN COALESCE(f.answers, 0) = 0 THEN 0 WHEN f.lastCorrect IS NULL THEN 1
                    ELSE 2 + f.lastCorrect END AS standing,
               f.lastScore, f.lastAt, r.due,
               CASE WHEN r.suspended = 1 THEN '\(forEver)' ELSE r.buriedUntil END AS asideUntil,
               (b.id IS NOT NULL) | ((COALESCE(b.note, '') <> '') << 1)
                   | (EXISTS (SELECT 1 FROM errata e WHERE e.userId = ?1 AND e.questionId = n.questionId) << 2)
                   | (COALESCE(r.suspended, 0) << 3) AS marks
          FROM questionDocs n
          LEFT JOIN itemFacts f ON f.userId = ?1 AND f.questionId = n.questionId
          LEFT JOIN reviewStates r ON r.userId = ?1 AND r.questionId = n.questionId
          LEFT JOIN bookmarks b ON b.id = ?1 || '/' || n.questionId
        """

    /// After every time there is.
    private static let forEver = "9999-99"
}

extension Difficulty {
    /// As in `questionDocs.level`: the easiest is 1.
    var place: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// As in `questionDocs.standing`.
enum Standing: Int, CaseIterable {
    case unseen, ungraded, wrong, right
}
