// The truth for the learner's work: everything in LearnerSchema but `users` and `sessionPlace` is folded from it.

extension Schema {
    static let journal = """
        CREATE TABLE journal(
            id TEXT PRIMARY KEY,
            ord INTEGER NOT NULL,
            hlc INTEGER NOT NULL,
            at TEXT NOT NULL,
            tz INTEGER NOT NULL,
            kind TEXT NOT NULL,
            v INTEGER NOT NULL,
            sessionId TEXT,
            questionId TEXT,
            target TEXT,
            body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) IN ('array', 'object'))
        ) STRICT;

        CREATE INDEX journal_order ON journal(ord, hlc, id);
        CREATE INDEX journal_session ON journal(sessionId, ord, hlc, id) WHERE sessionId IS NOT NULL;
        CREATE INDEX journal_question ON journal(questionId, ord, hlc, id) WHERE questionId IS NOT NULL;
        CREATE INDEX journal_target ON journal(target) WHERE target IS NOT NULL;
        -- Timed sessions and exams are reviewed as of their completion.
        CREATE INDEX journal_completion ON journal(sessionId, ord, hlc, id) WHERE kind = 'sessionCompleted';
        -- Settings, goals and memory models, which are about the learner alone.
        CREATE INDEX journal_learner ON journal(kind, ord, hlc, id) WHERE sessionId IS NULL AND questionId IS NULL;
        """
}
