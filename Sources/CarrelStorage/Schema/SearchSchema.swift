// What lists and searches go through: a row and a document for each active question. No trigger or view touches FTS5:
// the storage code keeps all of this in step, and it can be made anew from the other tables.

extension Schema {
    static let search = """
        -- What a question is listed, filtered and ordered by, and how it stands with the learner, so that the indexes
        -- below hold all a list asks for. standing: 0 unseen, 1 answered but not graded, 2 wrong, 3 right at last;
        -- level: 1 beginner to 3 advanced; marks: QuestionMarks; asideUntil: buried, or suspended for ever.
        CREATE TABLE questionDocs(
            docid INTEGER PRIMARY KEY,
            questionId TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            position INTEGER NOT NULL,
            subChannel TEXT NOT NULL,
            kind TEXT NOT NULL,
            level INTEGER NOT NULL,
            answers INTEGER NOT NULL DEFAULT 0,
            standing INTEGER NOT NULL DEFAULT 0,
            lastScore REAL,
            lastAt TEXT,
            due TEXT,
            asideUntil TEXT,
            marks INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE INDEX docs_place ON questionDocs(
            channel, position, docid, subChannel, kind, level, standing, lastAt, due, asideUntil, marks);
        CREATE INDEX docs_standing ON questionDocs(
            standing, channel, position, docid, subChannel, kind, level, lastAt, due, asideUntil, marks);
        CREATE INDEX docs_answered ON questionDocs(
            standing, lastAt, docid, channel, position, subChannel, kind, level, due, asideUntil, marks)
            WHERE lastAt IS NOT NULL;
        CREATE INDEX docs_due ON questionDocs(
            due, docid, asideUntil, channel, position, subChannel, kind, level, standing, marks)
            WHERE due IS NOT NULL;
        -- Of these SQLite puts the document last. They are of use where they are named only, which the conditions see
        -- to, and an answer changes nothing in them.
        CREATE INDEX docs_newest ON questionDocs(channel) WHERE channel <> '';
        CREATE INDEX docs_part ON questionDocs(channel, subChannel, position) WHERE subChannel <> '';
        CREATE INDEX docs_marked ON questionDocs(channel, position, docid, marks) WHERE marks > 0;

        CREATE TABLE questionTags(
            tag TEXT NOT NULL,
            channel TEXT NOT NULL,
            position INTEGER NOT NULL,
            docid INTEGER NOT NULL,
            PRIMARY KEY (tag, channel, position, docid)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE questionCompanies(
            company TEXT NOT NULL,
            channel TEXT NOT NULL,
            position INTEGER NOT NULL,
            docid INTEGER NOT NULL,
            PRIMARY KEY (company, channel, position, docid)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX tags_doc ON questionTags(docid);
        CREATE INDEX companies_doc ON questionCompanies(docid);

        CREATE VIRTUAL TABLE questionSearch USING fts5(
            question, answer, explanation, tags, options, facets,
            tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
        );
        -- Bytes gathered before they are written as a part of the index: with the usual 1 MiB a load writes many parts,
        -- and then most of them again as one.
        INSERT INTO questionSearch(questionSearch, rank) VALUES ('hashsize', 8388608);
        """

    /// The tables FTS5 makes for `questionSearch`; their text is SQLite's, not ours.
    static let searchShadows = ["data", "idx", "content", "docsize", "config"].map { "questionSearch_" + $0 }
}
