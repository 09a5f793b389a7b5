// The learner's work. No foreign keys to the catalogue: an answer may arrive before its session, or name a question
// whose pack is not installed here.
//
// A fold writes a session's row anew (DELETE, INSERT) instead of updating it: the trigger that serves outside
// writers would take an update that leaves `rev` as it was for one of theirs.

extension Schema {
    static let learner = """
        CREATE TABLE users(
            id TEXT PRIMARY KEY,
            username TEXT NOT NULL UNIQUE,
            password TEXT NOT NULL DEFAULT '',
            email TEXT,
            name TEXT,
            settings TEXT CHECK (settings IS NULL OR json_valid(settings) AND json_type(settings) = 'object'),
            imported TEXT CHECK (imported IS NULL OR json_valid(imported) AND json_type(imported) = 'object'),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            lastLoginAt TEXT
        ) STRICT;

        CREATE TABLE userSessions(
            id TEXT PRIMARY KEY,
            userId TEXT,
            sessionType TEXT NOT NULL CHECK (sessionType IN (
                'test', 'voice-interview', 'certification', 'channel', 'training', 'path', 'review')),
            sessionKey TEXT NOT NULL,
            title TEXT NOT NULL,
            subtitle TEXT,
            channelId TEXT,
            certificationId TEXT,
            progress INTEGER DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
            totalItems INTEGER NOT NULL,
            completedItems INTEGER DEFAULT 0,
            sessionData TEXT
                CHECK (sessionData IS NULL OR json_valid(sessionData) AND json_type(sessionData) = 'object'),
            startedAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            lastAccessedAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            completedAt TEXT,
            status TEXT DEFAULT 'active' CHECK (status IN ('active', 'completed', 'abandoned')),
            mode TEXT NOT NULL DEFAULT 'practice'
                CHECK (mode IN ('practice', 'timed', 'exam', 'review', 'adaptive')),
            correctAnswers INTEGER DEFAULT 0,
            timeLimit INTEGER,
            timeSpent INTEGER DEFAULT 0,
            score REAL,
            passed INTEGER CHECK (passed IN (0, 1)),
            rev INTEGER DEFAULT 0
        ) STRICT;

        -- Where the learner stands in a session: of this machine, outside journal, rebuild and merge.
        CREATE TABLE sessionPlace(
            sessionId TEXT PRIMARY KEY,
            cursor INTEGER NOT NULL,
            view TEXT CHECK (view IS NULL OR json_valid(view) AND json_type(view) = 'object'),
            touchedAt TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE userAnswers(
            id TEXT PRIMARY KEY,
            sessionId TEXT,
            questionId TEXT NOT NULL,
            selectedOptions TEXT NOT NULL CHECK (json_valid(selectedOptions) AND json_type(selectedOptions) = 'array'),
            response TEXT,
            isCorrect INTEGER CHECK (isCorrect IN (0, 1)),
            isMarked INTEGER DEFAULT 0 CHECK (isMarked IN (0, 1)),
            timeSpent INTEGER,
            confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            userId TEXT NOT NULL,
            elapsedMs INTEGER,
            score REAL,
            grade INTEGER CHECK (grade BETWEEN 1 AND 4),
            certificationId TEXT,
            domainId TEXT,
            contentHash TEXT,
            UNIQUE (sessionId, questionId)
        ) STRICT;

        CREATE TABLE userProgress(
            id TEXT PRIMARY KEY,
            userId TEXT NOT NULL,
            certificationId TEXT NOT NULL,
            totalSessions INTEGER DEFAULT 0,
            questionsAnswered INTEGER DEFAULT 0,
            correctAnswers INTEGER DEFAULT 0,
            averageScore REAL,
            bestScore REAL,
            weakAreas TEXT CHECK (weakAreas IS NULL OR json_valid(weakAreas) AND json_type(weakAreas) = 'array'),
            strongAreas TEXT
                CHECK (strongAreas IS NULL OR json_valid(strongAreas) AND json_type(strongAreas) = 'array'),
            studyStreak INTEGER DEFAULT 0,
            totalTimeSpent INTEGER DEFAULT 0,
            lastActivityAt TEXT,
            readyForExam INTEGER DEFAULT 0 CHECK (readyForExam IN (0, 1)),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            updatedAt TEXT,
            UNIQUE (userId, certificationId)
        ) STRICT;

        CREATE TABLE reviewStates(
            userId TEXT NOT NULL,
            questionId TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'learning', 'review', 'relearning')),
            step INTEGER,
            stability REAL,
            difficulty REAL,
            due TEXT,
            lastReview TEXT,
            reps INTEGER DEFAULT 0,
            lapses INTEGER DEFAULT 0,
            suspended INTEGER DEFAULT 0 CHECK (suspended IN (0, 1)),
            buriedUntil TEXT,
            PRIMARY KEY (userId, questionId)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE bookmarks(
            id TEXT PRIMARY KEY,
            userId TEXT NOT NULL,
            questionId TEXT NOT NULL,
            note TEXT,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now'))
        ) STRICT;

        CREATE TABLE feedback(
            id TEXT PRIMARY KEY,
            userId TEXT NOT NULL,
            questionId TEXT,
            type TEXT NOT NULL CHECK (type IN ('error', 'improvement', 'general')),
            message TEXT NOT NULL,
            status TEXT DEFAULT 'pending' CHECK (status IN ('pending', 'reviewed', 'resolved')),
            response TEXT,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now'))
        ) STRICT;

        CREATE TABLE errata(
            userId TEXT NOT NULL,
            questionId TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            reason TEXT,
            baseHash TEXT,
            createdAt TEXT,
            PRIMARY KEY (userId, questionId, field)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE learnerSettings(
            userId TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            setAt TEXT,
            PRIMARY KEY (userId, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE goals(
            userId TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            setAt TEXT,
            PRIMARY KEY (userId, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE predictions(
            sessionId TEXT PRIMARY KEY,
            pPass REAL NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            at TEXT NOT NULL,
            isReady INTEGER CHECK (isReady IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE abilities(
            userId TEXT NOT NULL,
            certificationId TEXT NOT NULL,
            domainId TEXT NOT NULL,
            theta REAL NOT NULL,
            V REAL NOT NULL,
            PRIMARY KEY (userId, certificationId, domainId)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE itemDifficulty(
            userId TEXT NOT NULL,
            questionId TEXT NOT NULL,
            b REAL NOT NULL,
            vb REAL NOT NULL,
            PRIMARY KEY (userId, questionId)
        ) STRICT, WITHOUT ROWID;
        """

    /// Sums kept in step with the rows they are of, so that a screen never counts; recomputed by rebuild.
    static let caches = """
        CREATE TABLE itemFacts(
            userId TEXT NOT NULL,
            questionId TEXT NOT NULL,
            answers INTEGER NOT NULL,
            correct INTEGER NOT NULL,
            lastCorrect INTEGER CHECK (lastCorrect IN (0, 1)),
            lastScore REAL,
            lastAt TEXT,
            PRIMARY KEY (userId, questionId)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE facetCounts(
            userId TEXT NOT NULL,
            facet TEXT NOT NULL,
            key TEXT NOT NULL,
            total INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            correct INTEGER NOT NULL,
            PRIMARY KEY (userId, facet, key)
        ) STRICT, WITHOUT ROWID;

        -- day: days since 1970 of the learner's own day; certificationId '' counts all answers.
        CREATE TABLE studyDays(
            userId TEXT NOT NULL,
            certificationId TEXT NOT NULL,
            day INTEGER NOT NULL,
            answers INTEGER NOT NULL,
            correct INTEGER NOT NULL,
            elapsedMs INTEGER NOT NULL,
            PRIMARY KEY (userId, certificationId, day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE domainTallies(
            userId TEXT NOT NULL,
            certificationId TEXT NOT NULL,
            domainId TEXT NOT NULL,
            answered INTEGER NOT NULL,
            correct INTEGER NOT NULL,
            elapsedMs INTEGER NOT NULL,
            PRIMARY KEY (userId, certificationId, domainId)
        ) STRICT, WITHOUT ROWID;
        """
}
