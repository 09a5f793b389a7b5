// What there is to study. Column names and their order are the published interview-practice schema's; what follows
// `pack`-wards or is marked by `kind` is ours. Foreign keys are deferred, so that a load may insert in any order.

extension Schema {
    static let catalogue = """
        CREATE TABLE channels(
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            description TEXT,
            category TEXT,
            icon TEXT,
            color TEXT,
            roles TEXT CHECK (roles IS NULL OR json_valid(roles) AND json_type(roles) = 'array'),
            position INTEGER
        ) STRICT;

        CREATE TABLE subChannels(
            channelId TEXT NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            position INTEGER,
            PRIMARY KEY (channelId, id)
        ) STRICT;

        CREATE TABLE questions(
            id TEXT PRIMARY KEY,
            question TEXT NOT NULL,
            answer TEXT NOT NULL,
            explanation TEXT NOT NULL,
            diagram TEXT,
            difficulty TEXT NOT NULL CHECK (difficulty IN ('beginner', 'intermediate', 'advanced')),
            tags TEXT CHECK (tags IS NULL OR json_valid(tags) AND json_type(tags) = 'array'),
            channel TEXT NOT NULL,
            subChannel TEXT NOT NULL,
            sourceUrl TEXT,
            videos TEXT CHECK (videos IS NULL OR json_valid(videos) AND json_type(videos) IN ('array', 'object')),
            companies TEXT CHECK (companies IS NULL OR json_valid(companies) AND json_type(companies) = 'array'),
            eli5 TEXT,
            tldr TEXT,
            relevanceScore INTEGER,
            relevanceDetails TEXT
                CHECK (relevanceDetails IS NULL OR json_valid(relevanceDetails)
                    AND json_type(relevanceDetails) = 'object'),
            jobTitleRelevance TEXT
                CHECK (jobTitleRelevance IS NULL OR json_valid(jobTitleRelevance)
                    AND json_type(jobTitleRelevance) = 'object'),
            experienceLevelTags TEXT
                CHECK (experienceLevelTags IS NULL OR json_valid(experienceLevelTags)
                    AND json_type(experienceLevelTags) = 'array'),
            voiceKeywords TEXT
                CHECK (voiceKeywords IS NULL OR json_valid(voiceKeywords) AND json_type(voiceKeywords) = 'array'),
            voiceSuitable INTEGER CHECK (voiceSuitable IN (0, 1)),
            status TEXT DEFAULT 'active' CHECK (status IN ('active', 'flagged', 'deleted')),
            isNew INTEGER DEFAULT 1 CHECK (isNew IN (0, 1)),
            lastUpdated TEXT,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            kind TEXT NOT NULL DEFAULT 'free'
                CHECK (kind IN ('free', 'single', 'multiple', 'ordering', 'matching', 'hotspot', 'simulation')),
            certificationId TEXT,
            domainId TEXT,
            exhibit TEXT,
            payload TEXT CHECK (payload IS NULL OR json_valid(payload) AND json_type(payload) = 'object'),
            level INTEGER CHECK (level BETWEEN 1 AND 5),
            reviewStatus TEXT CHECK (reviewStatus IN ('pending', 'approved', 'rejected')),
            reviewedBy TEXT,
            reviewedAt TEXT,
            aiGenerated INTEGER CHECK (aiGenerated IN (0, 1)),
            aiModel TEXT,
            pack TEXT,
            contentHash TEXT NOT NULL,
            position INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        CREATE TABLE answerOptions(
            id TEXT PRIMARY KEY,
            questionId TEXT NOT NULL REFERENCES questions(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            text TEXT NOT NULL,
            isCorrect INTEGER NOT NULL CHECK (isCorrect IN (0, 1)),
            explanation TEXT,
            "order" INTEGER NOT NULL,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            fixed INTEGER DEFAULT 0 CHECK (fixed IN (0, 1)),
            retired INTEGER DEFAULT 0 CHECK (retired IN (0, 1))
        ) STRICT;

        CREATE TABLE channelMappings(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            channelId TEXT NOT NULL,
            subChannel TEXT NOT NULL,
            questionId TEXT NOT NULL REFERENCES questions(id) DEFERRABLE INITIALLY DEFERRED,
            UNIQUE (channelId, subChannel, questionId)
        ) STRICT;

        CREATE TABLE questionRelationships(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sourceQuestionId TEXT NOT NULL REFERENCES questions(id) DEFERRABLE INITIALLY DEFERRED,
            targetQuestionId TEXT NOT NULL REFERENCES questions(id) DEFERRABLE INITIALLY DEFERRED,
            relationshipType TEXT NOT NULL
                CHECK (relationshipType IN ('prerequisite', 'follow_up', 'related', 'deeper_dive')),
            strength INTEGER DEFAULT 50 CHECK (strength BETWEEN 0 AND 100),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            UNIQUE (sourceQuestionId, targetQuestionId, relationshipType)
        ) STRICT;

        -- Relations whose target is in no pack loaded so far; they move to questionRelationships when it arrives.
        CREATE TABLE waitingRelationships(
            targetQuestionId TEXT NOT NULL,
            sourceQuestionId TEXT NOT NULL REFERENCES questions(id) DEFERRABLE INITIALLY DEFERRED,
            relationshipType TEXT NOT NULL,
            strength INTEGER NOT NULL,
            PRIMARY KEY (targetQuestionId, sourceQuestionId, relationshipType)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE certifications(
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            provider TEXT NOT NULL,
            description TEXT NOT NULL,
            icon TEXT,
            color TEXT,
            difficulty TEXT NOT NULL CHECK (difficulty IN ('beginner', 'intermediate', 'advanced', 'expert')),
            category TEXT NOT NULL,
            estimatedHours INTEGER DEFAULT 40,
            examCode TEXT,
            officialUrl TEXT,
            domains TEXT CHECK (domains IS NULL OR json_valid(domains) AND json_type(domains) = 'array'),
            channelMappings TEXT
                CHECK (channelMappings IS NULL OR json_valid(channelMappings) AND json_type(channelMappings) = 'array'),
            tags TEXT CHECK (tags IS NULL OR json_valid(tags) AND json_type(tags) = 'array'),
            prerequisites TEXT
                CHECK (prerequisites IS NULL OR json_valid(prerequisites) AND json_type(prerequisites) = 'array'),
            status TEXT DEFAULT 'active' CHECK (status IN ('active', 'draft', 'archived')),
            questionCount INTEGER,
            passingScore INTEGER,
            examDuration INTEGER,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            lastUpdated TEXT,
            rules TEXT CHECK (rules IS NULL OR json_valid(rules) AND json_type(rules) = 'object'),
            price REAL,
            retireDate TEXT,
            isBeta INTEGER CHECK (isBeta IN (0, 1)),
            metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata) AND json_type(metadata) = 'object'),
            pack TEXT,
            contentHash TEXT NOT NULL
        ) STRICT;

        CREATE TABLE learningPaths(
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            description TEXT NOT NULL,
            pathType TEXT NOT NULL CHECK (pathType IN ('company', 'job-title', 'skill', 'certification')),
            targetCompany TEXT,
            targetJobTitle TEXT,
            difficulty TEXT NOT NULL CHECK (difficulty IN ('beginner', 'intermediate', 'advanced', 'expert')),
            estimatedHours INTEGER DEFAULT 40,
            questionIds TEXT NOT NULL CHECK (json_valid(questionIds) AND json_type(questionIds) = 'array'),
            channels TEXT NOT NULL CHECK (json_valid(channels) AND json_type(channels) = 'array'),
            tags TEXT CHECK (tags IS NULL OR json_valid(tags) AND json_type(tags) = 'array'),
            prerequisites TEXT
                CHECK (prerequisites IS NULL OR json_valid(prerequisites) AND json_type(prerequisites) = 'array'),
            learningObjectives TEXT
                CHECK (learningObjectives IS NULL OR json_valid(learningObjectives)
                    AND json_type(learningObjectives) = 'array'),
            milestones TEXT CHECK (milestones IS NULL OR json_valid(milestones) AND json_type(milestones) = 'array'),
            popularity INTEGER DEFAULT 0,
            completionRate INTEGER DEFAULT 0,
            averageRating INTEGER DEFAULT 0,
            metadata TEXT CHECK (metadata IS NULL OR json_valid(metadata) AND json_type(metadata) = 'object'),
            status TEXT DEFAULT 'active' CHECK (status IN ('active', 'draft', 'archived')),
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            lastUpdated TEXT,
            lastGenerated TEXT,
            pack TEXT,
            contentHash TEXT NOT NULL
        ) STRICT;

        -- What the milestones of learningPaths hold, to look up by question and to count.
        CREATE TABLE pathMilestones(
            path TEXT NOT NULL,
            place INTEGER NOT NULL,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            estimatedHours INTEGER NOT NULL,
            PRIMARY KEY (path, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pathQuestions(
            questionId TEXT NOT NULL,
            path TEXT NOT NULL,
            milestone TEXT NOT NULL,
            PRIMARY KEY (questionId, path, milestone)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE voiceSessions(
            id TEXT PRIMARY KEY,
            topic TEXT NOT NULL,
            description TEXT,
            channel TEXT NOT NULL,
            difficulty TEXT NOT NULL CHECK (difficulty IN ('beginner', 'intermediate', 'advanced', 'expert')),
            questionIds TEXT NOT NULL CHECK (json_valid(questionIds) AND json_type(questionIds) = 'array'),
            totalQuestions INTEGER NOT NULL,
            estimatedMinutes INTEGER DEFAULT 5,
            createdAt TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
            lastUpdated TEXT,
            pack TEXT,
            contentHash TEXT NOT NULL
        ) STRICT;

        -- The command libraries that the worlds of simulations build on.
        CREATE TABLE shells(
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            extends TEXT,
            body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
            pack TEXT NOT NULL,
            contentHash TEXT NOT NULL,
            lastUpdated TEXT NOT NULL
        ) STRICT;

        -- What the file system said of each pack file when it was last read.
        CREATE TABLE packFiles(
            path TEXT PRIMARY KEY,
            root TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtimeNs INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            hash TEXT NOT NULL,
            loader INTEGER NOT NULL,
            loadedAt TEXT NOT NULL
        ) STRICT;

        -- Which file holds what: a thing leaves the catalogue with the last file that holds it.
        CREATE TABLE packContents(
            path TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('question', 'channel', 'certification', 'path', 'interview', 'shell')),
            id TEXT NOT NULL,
            PRIMARY KEY (path, kind, id)
        ) STRICT, WITHOUT ROWID;
        """
}
