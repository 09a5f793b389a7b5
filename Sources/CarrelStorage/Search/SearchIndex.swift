import CarrelCore

/// Keeps the full-text index in step with the questions: one document for each active one, as the learner reads it,
/// with the corrections made to it.
///
/// Changes are gathered and written together: before most statements on other tables SQLite opens a savepoint, and
/// FTS5 then writes out what it holds, which made a load take four times as long.
final class SearchIndex {
    private let database: Database
    private let docs: QuestionDocs
    private let reader: QuestionReader
    private var entering: [(question: Question, document: Int64, isNew: Bool)] = []
    private var leaving: [Int64] = []
    private lazy var hasLearned = Result {
        try database.integer("SELECT EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT 1 FROM itemFacts)") == 1
    }

    init(database: Database, learner: String) {
        self.database = database
        docs = QuestionDocs(database: database, learner: learner)
        reader = QuestionReader(database)
    }

    /// Enters `question`, as its pack has it, or replaces what was entered for it; its document at the next `flush`.
    func put(_ question: Question, position: Int) throws {
        let (document, isNew) = try docs.put(question, position: position)
        var read = question
        if try hasLearned.get() {
            try docs.refresh(question.id)
            read = try corrected(question)
        }
        entering.append((read, document, isNew))
    }

    /// The question stands elsewhere in its pack, and is what it was.
    func move(_ question: String, to position: Int) throws { try docs.move(question, to: position) }

    /// Takes the question out; its document at the next `flush`.
    func remove(_ question: String) throws {
        if let document = try docs.remove(question) { leaving.append(document) }
    }

    /// Enters the question anew as it is stored, with the learner's corrections and marks; does nothing for one that
    /// is retired or in no pack.
    ///
    /// To be called, in the same transaction, after a change of its errata or of what `QuestionMarks` holds.
    func reindex(_ question: String) throws {
        guard let document = try docs.document(of: question), let stored = try reader.question(question) else {
            return
        }
        try write(corrected(stored.question), document, isNew: false)
    }

    /// Writes what was gathered.
    func flush() throws {
        for document in leaving { try database.run("DELETE FROM questionSearch WHERE rowid = ?", document) }
        for (question, document, isNew) in entering { try write(question, document, isNew: isNew) }
        entering = []
        leaving = []
    }

    private func corrected(_ question: Question) throws -> Question {
        question.applying(errata: try Errata(database: database, learner: docs.learner).of(question.id))
    }

    private func write(_ question: Question, _ document: Int64, isNew: Bool) throws {
        // Of an exhibit its words; of what is arranged every text, those too that do not belong.
        let options = (question.parts.map(\.text) + [question.exhibit].compactMap { $0 }).joined(separator: "\n")
        let marks = try docs.marks(of: document)
        try database.run(
            isNew
                ? """
                INSERT INTO questionSearch(question, answer, explanation, tags, options, facets, rowid)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
                : """
                UPDATE questionSearch
                   SET question = ?, answer = ?, explanation = ?, tags = ?, options = ?, facets = ?
                 WHERE rowid = ?
                """, question.stem, question.answer, question.explanation, question.tags.joined(separator: " "),
            options, FacetToken.tokens(of: question, marks: marks), document)
    }
}
