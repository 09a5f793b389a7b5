import CarrelCore

/// Keeps the full-text index in step with the questions: one document for each active one.
struct SearchIndex {
    let database: Database

    /// Enters `question`, or replaces what was entered for it.
    func put(_ question: Question) throws {
        try database.run("INSERT OR IGNORE INTO questionDocs(questionId) VALUES (?)", question.id)
        let isNew = database.changes == 1
        let id = try database.integer("SELECT docid FROM questionDocs WHERE questionId = ?", question.id)
        let options = question.options.map(\.text).joined(separator: "\n")
        let tags = question.tags.joined(separator: " ")
        if isNew {
            try database.run(
                """
                INSERT INTO questionSearch(rowid, question, answer, explanation, tags, options)
                VALUES (?, ?, ?, ?, ?, ?)
                """, id, question.stem, question.answer, question.explanation, tags, options)
        } else {
            try database.run(
                """
                UPDATE questionSearch SET question = ?, answer = ?, explanation = ?, tags = ?, options = ?
                 WHERE rowid = ?
                """, question.stem, question.answer, question.explanation, tags, options, id)
        }
    }

    func remove(_ question: String) throws {
        try database.run(
            "DELETE FROM questionSearch WHERE rowid = (SELECT docid FROM questionDocs WHERE questionId = ?)", question)
        try database.run("DELETE FROM questionDocs WHERE questionId = ?", question)
    }
}
