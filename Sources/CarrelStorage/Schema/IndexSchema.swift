// Names beginning with `idx_` are published. Where one of our queries needs a longer index that begins with the same
// columns, the published one is it: an index that is the beginning of another is only work for writers.

extension Schema {
    static let indexes = """
        CREATE INDEX idx_questions_channel ON questions(channel, status, createdAt, id);
        CREATE INDEX idx_questions_status ON questions(status, createdAt, id);
        CREATE INDEX idx_questions_difficulty ON questions(difficulty);
        CREATE INDEX idx_questions_created ON questions(createdAt);
        CREATE INDEX questions_domain ON questions(certificationId, domainId, status, id)
            WHERE certificationId IS NOT NULL;
        CREATE INDEX options_question ON answerOptions(questionId, "order");
        CREATE INDEX contents_id ON packContents(kind, id);

        CREATE INDEX idx_channel_mappings_channel ON channelMappings(channelId, questionId);
        CREATE INDEX idx_channel_mappings_question ON channelMappings(questionId);
        CREATE INDEX idx_question_relationships_source ON questionRelationships(sourceQuestionId, strength);
        CREATE INDEX idx_question_relationships_target ON questionRelationships(targetQuestionId);
        CREATE INDEX waiting_source ON waitingRelationships(sourceQuestionId);

        CREATE INDEX idx_certifications_status ON certifications(status);
        CREATE INDEX idx_certifications_provider ON certifications(provider);
        CREATE INDEX idx_certifications_category ON certifications(category);
        CREATE INDEX idx_learning_paths_type ON learningPaths(pathType, status, popularity);
        CREATE INDEX idx_learning_paths_status ON learningPaths(status);
        CREATE INDEX idx_learning_paths_company ON learningPaths(targetCompany);
        CREATE INDEX idx_learning_paths_job ON learningPaths(targetJobTitle);
        CREATE INDEX idx_voice_sessions_channel ON voiceSessions(channel);
        CREATE INDEX idx_voice_sessions_difficulty ON voiceSessions(difficulty);

        CREATE INDEX idx_question_history_question ON questionHistory(questionId, createdAt);
        CREATE INDEX idx_question_history_type ON questionHistory(questionType);
        CREATE INDEX idx_question_history_created ON questionHistory(createdAt);
        CREATE INDEX idx_work_queue_status ON workQueue(status, priority, createdAt);
        CREATE INDEX idx_work_queue_priority ON workQueue(priority);
        CREATE INDEX idx_work_queue_item ON workQueue(itemType, itemId);
        CREATE INDEX idx_bot_ledger_bot ON botLedger(botName, createdAt, action);
        CREATE INDEX idx_bot_ledger_item ON botLedger(itemType, itemId);
        CREATE INDEX idx_bot_ledger_created ON botLedger(createdAt);
        CREATE INDEX idx_bot_runs_bot ON botRuns(botName, status, startedAt);
        CREATE INDEX idx_bot_runs_status ON botRuns(status, completedAt);

        CREATE INDEX idx_user_sessions_status ON userSessions(status, lastAccessedAt);
        CREATE INDEX idx_user_sessions_type ON userSessions(sessionType);
        CREATE INDEX idx_user_sessions_key ON userSessions(userId, sessionKey);
        CREATE INDEX idx_user_sessions_user ON userSessions(userId, status, lastAccessedAt);
        CREATE INDEX sessions_recent ON userSessions(userId, lastAccessedAt);
        CREATE INDEX sessions_certification ON userSessions(
            userId, certificationId, lastAccessedAt, status, score, startedAt, id);
        CREATE INDEX answers_question ON userAnswers(questionId, userId);
        -- What is to be reviewed for another reason than a wrong answer: few among all.
        CREATE INDEX answers_sure ON userAnswers(userId, questionId, createdAt) WHERE confidence = 5 AND isCorrect = 0;
        CREATE INDEX answers_slow ON userAnswers(userId, questionId, createdAt) WHERE elapsedMs > 120000;
        CREATE INDEX bookmarks_user ON bookmarks(userId, createdAt, questionId);
        CREATE INDEX feedback_user ON feedback(userId, createdAt);
        """
}
