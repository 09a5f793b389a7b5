// Views, and the triggers that keep times right when a program other than this one writes.

extension Schema {
    static let views = """
        CREATE VIEW activeQuestions AS
            SELECT q.*,
                   (SELECT COUNT(DISTINCT m.channelId) FROM channelMappings m WHERE m.questionId = q.id) AS channelCount
              FROM questions q
             WHERE q.status = 'active';

        CREATE VIEW botActivity AS
            SELECT botName,
                   COUNT(*) AS totalActions,
                   SUM(action = 'create') AS creates,
                   SUM(action = 'update') AS updates,
                   SUM(action = 'delete') AS deletes,
                   MAX(createdAt) AS lastAction
              FROM botLedger
             GROUP BY botName;

        CREATE VIEW activeSessions AS
            SELECT sessionType,
                   COUNT(*) AS totalSessions,
                   AVG(progress) AS avgProgress,
                   SUM(completedItems) AS totalCompleted
              FROM userSessions
             WHERE status = 'active'
             GROUP BY sessionType;

        -- Per question, over graded answers: rates are shares of 1, times are seconds.
        CREATE VIEW questionStats AS
            SELECT questionId,
                   COUNT(*) AS timesAnswered,
                   AVG(isCorrect) AS correctRate,
                   AVG(elapsedMs) / 1000.0 AS averageTime,
                   1.0 - AVG(isCorrect) AS difficultyScore
              FROM userAnswers
             WHERE isCorrect IS NOT NULL
             GROUP BY questionId;
        """

    static let triggers = """
        CREATE TRIGGER userSessions_touched AFTER UPDATE ON userSessions
            WHEN NEW.rev IS OLD.rev AND NEW.status IS OLD.status AND NEW.lastAccessedAt IS OLD.lastAccessedAt
                AND OLD.lastAccessedAt IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now')
        BEGIN
            UPDATE userSessions SET lastAccessedAt = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE id = NEW.id;
        END;

        CREATE TRIGGER questions_touched AFTER UPDATE ON questions
            WHEN NEW.contentHash IS OLD.contentHash AND NEW.lastUpdated IS OLD.lastUpdated
                AND NEW.position IS OLD.position
                AND OLD.lastUpdated IS NOT strftime('%Y-%m-%d %H:%M:%f', 'now')
        BEGIN
            UPDATE questions SET lastUpdated = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE id = NEW.id;
        END;
        """
}
