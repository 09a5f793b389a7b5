import CarrelCore

/// Keeps the full-text index in step with the questions: one document for each active one.
///
/// Changes are gathered and written together: before most statements on other tables SQLite opens a savepoint, and
/// FTS5 then writes out what it holds, which made a load take four times as long.
final class SearchIndex {
    private let database: Database
    private var entering: [Question] = []
    private var leaving: [String] = []

    init(database: Database) { self.database = database }

    /// Enters `question`, or replaces what was entered for it, at the next `flush`.
    func put(_ question: Question) { entering.append(question) }

    /// Takes the question out at the next `flush`.
    func remove(_ question: String) { leaving.append(question) }

    /// Writes what was gathered.
    func flush() throws {
        let left = try leaving.map(document)
        let entered = try entering.map { (question: $0, document: try document($0.id)) }
        for id in leaving { try database.run("DELETE FROM questionDocs WHERE questionId = ?", id) }
        for case let (id, false) in left { try database.run("DELETE FROM questionSearch WHERE rowid = ?", id) }
        for (question, (id, isNew)) in entered { try write(question, id, isNew: isNew) }
        entering = []
        leaving = []
    }

    /// The document of a question, made when there is none.
    private func document(_ question: String) throws -> (id: Int64, isNew: Bool) {
        let id = try database.first("SELECT docid FROM questionDocs WHERE questionId = ?", question) { $0.int64(0) }
        if let id { return (id, false) }
        try database.run("INSERT INTO questionDocs(questionId) VALUES (?)", question)
        return (database.lastRowId, true)
    }

    private func write(_ question: Question, _ id: Int64, isNew: Bool) throws {
        let options = question.options.map(\.text).joined(separator: "\n")
        let tags = question.tags.joined(separator: " ")
        try database.run(
            isNew
                ? """
                INSERT INTO questionSearch(question, answer, explanation, tags, options, rowid)
                VALUES (?, ?, ?, ?, ?, ?)
                """
                : """
                UPDATE questionSearch SET question = ?, answer = ?, explanation = ?, tags = ?, options = ?
                 WHERE rowid = ?
                """, question.stem, question.answer, question.explanation, tags, options, id)
    }
}
