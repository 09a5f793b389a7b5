import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Views and triggers, for programs other than this one")
struct TriggerTests {
    let store: Store

    init() throws {
        store = try .temporary()
        try store.load(SampleCatalogue.channel([SampleCatalogue.question("q1")]))
        try store.database.execute(
            """
            INSERT INTO userSessions(id, userId, sessionType, sessionKey, title, totalItems, completedItems, progress,
                                     lastAccessedAt, rev) VALUES
                ('s1', 'u', 'channel', 'k', 'One', 4, 1, 25, '2020-01-01 00:00:00.000', 3),
                ('s2', 'u', 'channel', 'k', 'Two', 4, 3, 75, '2020-01-01 00:00:00.000', 3),
                ('s3', 'u', 'channel', 'k', 'Three', 4, 4, 100, '2020-01-01 00:00:00.000', 3);
            UPDATE userSessions SET status = 'completed' WHERE id = 's3';
            """)
    }

    private func lastAccess() throws -> String? {
        try store.texts("SELECT lastAccessedAt FROM userSessions WHERE id = 's1'").first
    }

    @Test(
        "An outside change moves a session's time; one that says what it changes does not",
        arguments: [
            ("title = 'x'", true), ("rev = 4, title = 'x'", false), ("status = 'abandoned'", false),
            ("lastAccessedAt = '2021-01-01 00:00:00.000'", false),
        ])
    func sessionTouched(change: String, isMoved: Bool) throws {
        try store.database.execute("UPDATE userSessions SET \(change) WHERE id = 's1'")
        let year = try lastAccess()?.prefix(4)
        #expect((year != "2020" && year != "2021") == isMoved)
    }

    @Test("An outside change moves a question's time")
    func questionTouched() throws {
        try store.database.execute("UPDATE questions SET lastUpdated = '2020-01-01 00:00:00.000'")
        try store.database.execute("UPDATE questions SET tldr = 'x', contentHash = 'y'")
        #expect(try store.texts("SELECT lastUpdated FROM questions") == ["2020-01-01 00:00:00.000"])
        try store.database.execute("UPDATE questions SET tldr = 'z'")
        #expect(try store.texts("SELECT lastUpdated FROM questions") != ["2020-01-01 00:00:00.000"])
    }

    @Test("Active sessions are summed by type")
    func activeSessions() throws {
        #expect(try store.texts("SELECT * FROM activeSessions") == ["channel|2|50.0|4"])
    }

    @Test("Active questions tell in how many channels they are")
    func activeQuestions() throws {
        #expect(try store.texts("SELECT id, channelCount FROM activeQuestions") == ["q1|1"])
    }

    @Test("A bot's actions are counted by kind")
    func botActivity() throws {
        try store.database.execute(
            """
            INSERT INTO botLedger(botName, action, itemType, itemId, createdAt) VALUES
                ('b', 'create', 'q', '1', '2026-01-01 00:00:00.000'), ('b', 'delete', 'q', '1', '2026-01-02 00:00:00.000')
            """)
        #expect(try store.texts("SELECT * FROM botActivity") == ["b|2|1|0|1|2026-01-02 00:00:00.000"])
    }

    @Test("A question's answers are summed over those that are graded")
    func questionStats() throws {
        try store.database.execute(
            """
            INSERT INTO userAnswers(id, sessionId, questionId, selectedOptions, isCorrect, userId, elapsedMs) VALUES
                ('1', 's1', 'q1', '[]', 1, 'u', 1000), ('2', 's2', 'q1', '[]', 0, 'u', 3000),
                ('3', 's3', 'q1', '[]', NULL, 'u', 9000)
            """)
        #expect(try store.texts("SELECT * FROM questionStats") == ["q1|2|0.5|2.0|0.5"])
    }

    @Test(
        "A value outside its set, or JSON of the wrong shape, is refused",
        arguments: [
            "UPDATE questions SET status = 'gone'", "UPDATE questions SET tags = '{}'",
            "UPDATE questions SET tags = 'not json'", "UPDATE questions SET level = 6",
            "UPDATE userSessions SET mode = 'cram'", "UPDATE users SET settings = '[]'",
            "INSERT INTO journal VALUES ('1', 1, 1, '', 0, 'x', 1, NULL, NULL, NULL, 'x')",
        ])
    func checks(sql: String) {
        #expect(throws: StoreError.self) { try store.database.execute(sql) }
    }

    @Test("Deleting a question takes its options along but not the learner's bookmark")
    func cascades() throws {
        try store.database.execute(
            """
            INSERT INTO bookmarks(id, userId, questionId) VALUES ('u/q1', 'u', 'q1');
            DELETE FROM channelMappings; DELETE FROM questions
            """)
        #expect(try store.texts("SELECT COUNT(*) FROM answerOptions") == ["0"])
        #expect(try store.texts("SELECT COUNT(*) FROM bookmarks") == ["1"])
    }
}
