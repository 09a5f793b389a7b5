// Full-text search. No trigger or view touches FTS5: the loader keeps it in step.

extension Schema {
    static let search = """
        CREATE TABLE questionDocs(
            docid INTEGER PRIMARY KEY,
            questionId TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE VIRTUAL TABLE questionSearch USING fts5(
            question, answer, explanation, tags, options,
            tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
        );
        """

    /// The tables FTS5 makes for `questionSearch`; their text is SQLite's, not ours.
    static let searchShadows = ["data", "idx", "content", "docsize", "config"].map { "questionSearch_" + $0 }
}
