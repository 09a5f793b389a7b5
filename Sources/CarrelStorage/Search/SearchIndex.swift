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
    private var entering: [Entry] = []
    private var leaving: [Int64] = []
    /// Whether anything was ever done with this file: where nothing was, nothing has to be asked for each question.
    private(set) lazy var hasLearned = Result {
        try database.integer("SELECT EXISTS (SELECT 1 FROM journal) OR EXISTS (SELECT 1 FROM itemFacts)") == 1
    }

    init(database: Database, learner: String) {
        self.database = database
        docs = QuestionDocs(database: database, learner: learner)
        reader = QuestionReader(database)
    }

    /// Enters `question`, as its pack has it, or replaces what was entered for it; its document at the next `flush`.
    ///
    /// - Parameter isNew: Whether the question was never here.
    func put(_ question: Question, position: Int, isNew: Bool) throws {
        let (document, isNew) = try docs.put(question, position: position, isNew: isNew)
        var entry = Entry(question: question, document: document, isNew: isNew)
        if try hasLearned.get() {
            try docs.refresh(question.id)
            entry.question = try corrected(question)
            entry.marks = try docs.marks(of: document)
        }
        entering.append(entry)
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
        try write(
            Entry(
                question: corrected(stored.question), document: document, isNew: false, marks: docs.marks(of: document))
        )
    }

    /// Writes what was gathered.
    func flush() throws {
        for document in leaving { try database.run("DELETE FROM questionSearch WHERE rowid = ?", document) }
        for entry in entering { try write(entry) }
        entering = []
        leaving = []
    }

    private func corrected(_ question: Question) throws -> Question {
        question.applying(errata: try Errata(database: database, learner: docs.learner).of(question.id))
    }

    private func write(_ entry: Entry) throws {
        let question = entry.question
        // Of an exhibit its words; of what is arranged every text, those too that do not belong.
        let options = (question.parts.map(\.text) + [question.exhibit].compactMap { $0 }).joined(separator: "\n")
        try database.run(
            entry.isNew
                ? """
                INSERT INTO questionSearch(question, answer, explanation, tags, options, facets, rowid)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
                : """
                UPDATE questionSearch
                   SET question = ?, answer = ?, explanation = ?, tags = ?, options = ?, facets = ?
                 WHERE rowid = ?
                """, question.stem, question.answer, question.explanation, question.tags.joined(separator: " "),
            options, FacetToken.tokens(of: question, marks: entry.marks), entry.document)
    }

    /// A document to be written.
    private struct Entry {
        /// With the learner's corrections.
        var question: Question
        var document: Int64
        var isNew: Bool
        var marks: QuestionMarks = []
    }
}
