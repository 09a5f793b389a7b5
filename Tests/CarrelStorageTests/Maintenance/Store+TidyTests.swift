import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Tidying up")
struct TidyTests {
    let clock = TestClock("2026-05-01 10:00:00")
    let store: Store

    init() throws {
        store = try Store.ticking(clock)
        try store.database.execute(
            """
            INSERT INTO workQueue(itemType, itemId, action, status, processedAt) VALUES
                ('question', 'old', 'verify', 'completed', '2026-04-20 09:00:00.000'),
                ('question', 'new', 'verify', 'completed', '2026-04-25 09:00:00.000'),
                ('question', 'open', 'verify', 'pending', NULL);
            INSERT INTO botRuns(botName, startedAt, completedAt, status) VALUES
                ('old', '2026-02-01 00:00:00.000', '2026-02-10 00:00:00.000', 'completed'),
                ('new', '2026-03-01 00:00:00.000', '2026-03-10 00:00:00.000', 'completed'),
                ('failed', '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000', 'failed');
            """)
    }

    @Test("What is old goes, sessions by the journal with their answers kept, and what would go is told beforehand")
    func tidied() throws {
        let old = try store.start(["q1", "q2"])
        try store.answer("q1", in: old)
        clock.advance(seconds: 15 * 86_400)
        let recent = try store.start(["q1"], key: .channel("other"))
        clock.advance(seconds: 6 * 86_400)
        let planned = try store.tidying()
        #expect(planned.queueItems == 1 && planned.botRuns == 1 && planned.sessions.map(\.id) == [old])
        #expect(try store.session(old)?.row.status == .active, "nothing was done yet")
        #expect(try store.tidy() == planned)
        #expect(try store.database.rows("SELECT itemId FROM workQueue ORDER BY id") { $0.text(0) } == ["new", "open"])
        #expect(try store.database.rows("SELECT botName FROM botRuns ORDER BY id") { $0.text(0) } == ["new", "failed"])
        #expect(try store.session(old)?.row.status == .abandoned)
        #expect(try store.session(recent)?.row.status == .active)
        #expect(try store.answers(inSession: old).count == 1)
        #expect(try store.journal().last?.event == .sessionAbandoned(SessionAbandoned()))
        #expect(try store.drift() == [], "a rebuild comes to the same")
        #expect(try store.tidying().isNothing && store.tidy().isNothing)
    }

    @Test("A week ago to the second is not yet old")
    func bounds() throws {
        let session = try store.start(["q1"])
        clock.advance(seconds: 7 * 86_400)
        #expect(try store.tidying().sessions == [])
        clock.advance(seconds: 1)
        #expect(try store.tidying().sessions.map(\.id) == [session])
    }
}
