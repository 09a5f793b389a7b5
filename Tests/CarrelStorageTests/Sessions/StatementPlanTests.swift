import CSQLite
import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("What recording and the screens of a session ask of SQLite")
struct StatementPlanTests {
    @Test("Every statement finds its rows through an index, with statistics and without", arguments: [false, true])
    func indexes(analyzed: Bool) throws {
        let clock = TestClock()
        let store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel((0..<20).map { SampleCatalogue.question("q\($0)") }))
        let before = prepared(store.database)
        var id = ""
        for session in 0..<24 {
            let certification = "cert-\(session % 6)"
            let key = SessionKey.channel("channel-\(session)")
            id = try store.start((0..<20).map { "q\($0)" }, key: key, certification: certification)
            for index in 0..<20 { try store.answer("q\(index)", in: id, certification: certification, domain: "d") }
        }
        if analyzed { try store.database.execute("ANALYZE") }
        try study(store, id)
        let statements = prepared(store.database).subtracting(before)
        #expect(statements.count > 40)
        for sql in statements {
            for step in try QueryPlan(sql, in: store.database).steps where step.hasPrefix("SCAN") {
                #expect(Self.small.contains { step.hasPrefix("SCAN \($0)") }, "\(step)\n\(sql)")
            }
        }
    }

    /// Tables of a few rows, and what is no table.
    private static let small = [
        "questionSearch VIRTUAL TABLE INDEX 0:=", "json_each", "CONSTANT ROW", "(subquery", "learnerSettings", "goals",
        "c",
    ]

    /// Goes through every command and query that a session's screens use.
    private func study(_ store: Store, _ id: String) throws {
        try store.record([
            NewEvent(.itemMarked(ItemMarked(isMarked: true)), sessionId: id, questionId: "q1"),
            NewEvent(.bookmarkSet(BookmarkSet(note: "n")), questionId: "q1"),
            NewEvent(.feedbackGiven(FeedbackGiven(type: .general, message: "m"))),
            NewEvent(.feedbackGiven(FeedbackGiven(type: .error, message: "m")), questionId: "q1"),
            NewEvent(.errataSet(ErrataSet(field: "answer", value: "v")), questionId: "q1"),
            NewEvent(.settingChanged(SettingChanged(key: "k", value: "v"))),
            NewEvent(.goalSet(GoalSet(key: "k", value: "v"))),
            NewEvent(.memoryModel(MemoryModel(retention: 0.8))),
            NewEvent(.prediction(Prediction(pPass: 0, low: 0, high: 0, isReady: false)), sessionId: id),
        ])
        try store.answer("q2", in: id, isCorrect: false, certification: "cert", domain: "d")
        _ = try store.undoLast()
        let exam = try store.start(["q3"], mode: .exam, certification: "cert", unscored: ["q3"])
        try store.answer("q3", in: exam, isCorrect: nil, certification: "cert", domain: "d")
        try store.record(.sessionCompleted(SessionCompleted(score: 1)), sessionId: exam)
        try store.answer("q3", in: id, certification: "cert", domain: "d")
        _ = try store.undoLast()
        try store.keepPlace(SessionPlace(cursor: 1), of: id)
        _ = (try store.session(id), try store.activeSessions(limit: 5), try store.recentSessions(limit: 5))
        _ = (try store.pastSessions(limit: 5), try store.tags(limit: 5))
        _ = (try store.activeSession(key: .review), try store.bookmarks(limit: 5), try store.bookmarkCount())
        _ = (try store.isBookmarked("q1"), try store.note(of: "q1"), try store.reviewStates(of: ["q1"]))
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        _ = (try store.dueCount(at: now), try store.nextDue(after: now), try store.memoryModel())
        _ = (try store.studyStreak(today: StudyDay(1)), try store.activity(from: StudyDay(1), to: StudyDay(9)))
        _ = (try store.progress(of: "cert"), try store.domainTallies(of: "cert"), try store.errata(of: "q1"))
    }

    /// Every statement the connection has prepared that has a plan.
    private func prepared(_ database: Database) -> Set<String> {
        var out: Set<String> = []
        var statement = sqlite3_next_stmt(database.handle, nil)
        while let current = statement {
            if let text = sqlite3_sql(current) { out.insert(String(cString: text)) }
            statement = sqlite3_next_stmt(database.handle, current)
        }
        // What FTS5 asks of its own tables is SQLite's business.
        return out.filter { sql in
            ["SELECT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) } && !sql.contains("questionSearch_")
        }
    }
}
