// The catalogue's own history, and the tables through which maintenance programs work on it.

extension Schema {
    static let maintenance = """
        CREATE TABLE questionHistory(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            questionId TEXT NOT NULL,
            questionType TEXT NOT NULL DEFAULT 'question' CHECK (questionType IN ('question', 'test', 'coding')),
            eventType TEXT NOT NULL CHECK (eventType IN (
                'created', 'updated', 'improved', 'flagged', 'verified', 'enriched', 'deleted', 'restored')),
            eventSource TEXT NOT NULL CHECK (eventSource IN ('bot', 'user', 'system', 'import')),
            sourceName TEXT,
            changesSummary TEXT,
            changedFields TEXT
                CHECK (changedFields IS NULL OR json_valid(changedFields) AND json_type(changedFields) = 'array'),
            beforeSnapshot TEXT
                CHECK (beforeSnapshot IS NULL OR json_valid(beforeSnapshot) AND json_type(beforeSnapshot) = 'object'),
            afterSnapshot TEXT
                CHECK (afterSnapshot IS NULL OR json_valid(afterSnapshot) AND json_type(afterSnapshot) = 'object'),
            reason TEXT,
            metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata) AND json_type(metadata) = 'object'),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now'))
        ) STRICT;

        CREATE TABLE workQueue(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            itemType TEXT NOT NULL,
            itemId TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('improve', 'delete', 'verify', 'enrich')),
            priority INTEGER DEFAULT 5 CHECK (priority BETWEEN 1 AND 10),
            status TEXT DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
            reason TEXT,
            createdBy TEXT,
            assignedTo TEXT,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            processedAt TEXT,
            result TEXT CHECK (result IS NULL OR json_valid(result) AND json_type(result) IN ('array', 'object'))
        ) STRICT;

        CREATE TABLE botLedger(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            botName TEXT NOT NULL,
            action TEXT NOT NULL CHECK (action IN ('create', 'update', 'delete', 'verify', 'flag', 'analyze')),
            itemType TEXT NOT NULL,
            itemId TEXT NOT NULL,
            beforeState TEXT
                CHECK (beforeState IS NULL OR json_valid(beforeState)
                    AND json_type(beforeState) IN ('array', 'object')),
            afterState TEXT
                CHECK (afterState IS NULL OR json_valid(afterState) AND json_type(afterState) IN ('array', 'object')),
            reason TEXT,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now'))
        ) STRICT;

        CREATE TABLE botRuns(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            botName TEXT NOT NULL,
            startedAt TEXT NOT NULL,
            completedAt TEXT,
            status TEXT DEFAULT 'running' CHECK (status IN ('running', 'completed', 'failed')),
            itemsProcessed INTEGER DEFAULT 0,
            itemsCreated INTEGER DEFAULT 0,
            itemsUpdated INTEGER DEFAULT 0,
            itemsDeleted INTEGER DEFAULT 0,
            summary TEXT
        ) STRICT;

        -- Facts about this file: foldVersion, the root that was loaded last, …
        CREATE TABLE meta(
            key TEXT PRIMARY KEY,
            value TEXT
        ) STRICT;
        """
}
