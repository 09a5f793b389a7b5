import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("The published queries run as they are written")
struct PublishedQueriesTests {
    /// A query, what binds its `?`, and how many rows it gives or touches.
    struct Query: Sendable, CustomTestStringConvertible {
        var sql: String
        var binding: String?
        var rows: Int

        var testDescription: String { String(sql.prefix(60)) }
    }

    static let reading = [
        Query(
            sql: "SELECT * FROM questions WHERE channel = 'aws' AND status = 'active' ORDER BY createdAt DESC;", rows: 2
        ),
        Query(
            sql: """
                SELECT * FROM userSessions WHERE userId = 'user-123' AND status = 'active' ORDER BY lastAccessedAt DESC;
                """, rows: 2),
        Query(
            sql: """
                SELECT c.*, COUNT(cm.questionId) as question_count FROM certifications c LEFT JOIN channelMappings cm ON c.id = cm.channelId
                  WHERE c.status = 'active' GROUP BY c.id;
                """, rows: 1),
        Query(
            sql: "SELECT * FROM questionHistory WHERE questionId = 'q-123' ORDER BY createdAt DESC LIMIT 10;", rows: 2),
        Query(
            sql: """
                SELECT * FROM workQueue WHERE status = 'pending' ORDER BY priority ASC, createdAt ASC LIMIT 20;
                """, rows: 1),
        Query(
            sql: """
                SELECT botName, COUNT(*) as total_actions, SUM(CASE WHEN action = 'create' THEN 1 ELSE 0 END) as creates,
                  SUM(CASE WHEN action = 'update' THEN 1 ELSE 0 END) as updates FROM botLedger
                  WHERE createdAt > datetime('now', '-7 days') GROUP BY botName;
                """, rows: 1),
        Query(
            sql: """
                SELECT q.* FROM questions q JOIN channelMappings cm ON q.id = cm.questionId WHERE cm.channelId = ? AND q.status = 'active';
                """, binding: "aws", rows: 2),
        Query(
            sql: """
                SELECT * FROM learningPaths WHERE status = 'active' AND pathType = ? ORDER BY popularity DESC;
                """, binding: "skill", rows: 1),
        Query(
            sql: """
                SELECT q.* FROM questions q JOIN questionRelationships qr ON q.id = qr.targetQuestionId WHERE qr.sourceQuestionId = ? ORDER BY qr.strength DESC;
                """, binding: "q-123", rows: 1),
        Query(
            sql: "SELECT * FROM botLedger WHERE botName = ? ORDER BY createdAt DESC LIMIT 100;", binding: "bot", rows: 2
        ),
        Query(
            sql: "SELECT * FROM botRuns WHERE botName = ? AND status = 'completed' ORDER BY startedAt DESC;",
            binding: "bot", rows: 2),
    ]

    static let writing = [
        Query(
            sql: """
                DELETE FROM workQueue WHERE status = 'completed' AND processedAt < datetime('now', '-30 days');
                """, rows: 1),
        Query(
            sql: "DELETE FROM botRuns WHERE status = 'completed' AND completedAt < datetime('now', '-90 days');",
            rows: 1),
        Query(
            sql: """
                UPDATE userSessions SET status = 'abandoned' WHERE status = 'active' AND lastAccessedAt < datetime('now', '-7 days');
                """, rows: 1),
    ]

    let store: Store

    init() throws {
        store = try .temporary()
        var question = SampleCatalogue.question("q-123", channel: "aws")
        question.related = [Relation(target: "q-124", kind: .followUp)]
        let channel = SampleCatalogue.channel([question, SampleCatalogue.question("q-124", channel: "aws")], id: "aws")
        let path = LearningPath(
            id: "p", title: "Path", description: "", kind: .skill, difficulty: .beginner, milestones: [])
        try store.load(
            channel, SampleCatalogue.certification(),
            Pack(file: SampleCatalogue.file("p"), subject: .path(path), subjectHash: "1", questions: []))
        question.stem = "Changed?"
        try store.load(
            SampleCatalogue.channel([question, SampleCatalogue.question("q-124", channel: "aws")], id: "aws"))
        try store.database.execute(
            """
            INSERT INTO userSessions(id, userId, sessionType, sessionKey, title, totalItems, lastAccessedAt) VALUES
                ('s1', 'user-123', 'channel', 'k1', 'One', 5, strftime('%Y-%m-%d %H:%M:%f', 'now')),
                ('s2', 'user-123', 'channel', 'k2', 'Two', 5, strftime('%Y-%m-%d %H:%M:%f', 'now', '-8 days'));
            INSERT INTO workQueue(itemType, itemId, action, status, processedAt) VALUES
                ('question', 'q-123', 'verify', 'pending', NULL),
                ('question', 'q-123', 'improve', 'completed', strftime('%Y-%m-%d %H:%M:%f', 'now', '-31 days')),
                ('question', 'q-123', 'improve', 'completed', strftime('%Y-%m-%d %H:%M:%f', 'now', '-29 days'));
            INSERT INTO botLedger(botName, action, itemType, itemId, createdAt) VALUES
                ('bot', 'create', 'question', 'q-123', strftime('%Y-%m-%d %H:%M:%f', 'now')),
                ('bot', 'update', 'question', 'q-123', strftime('%Y-%m-%d %H:%M:%f', 'now', '-8 days'));
            INSERT INTO botRuns(botName, startedAt, completedAt, status) VALUES
                ('bot', strftime('%Y-%m-%d %H:%M:%f', 'now'), strftime('%Y-%m-%d %H:%M:%f', 'now'), 'completed'),
                ('bot', '2020-01-01 00:00:00.000', '2020-01-01 01:00:00.000', 'completed');
            """)
    }

    @Test("Reading", arguments: reading)
    func reads(query: Query) throws {
        let values: [any Bindable] = query.binding.map { [$0] } ?? []
        #expect(try store.database.rows(query.sql, binding: values) { $0.columnCount }.count == query.rows)
    }

    @Test("Maintaining", arguments: writing)
    func writes(query: Query) throws {
        try store.database.run(query.sql)
        #expect(store.database.changes == query.rows)
    }

    @Test("No published query goes through all questions, with statistics and without", arguments: [false, true])
    func plans(isAnalyzed: Bool) throws {
        if isAnalyzed { try store.database.execute("ANALYZE") }
        for query in Self.reading { try QueryPlan(query.sql, in: store.database).requireIndexes() }
    }
}
