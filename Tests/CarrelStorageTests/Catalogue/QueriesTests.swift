import CSQLite
import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("What lists and sessions ask of the catalogue")
struct QueriesTests {
    private typealias Sample = SampleCatalogue

    let store: Store

    /// Six questions in `net` (q0…q5, two of them in `dns`) and a certification of four.
    init() throws {
        store = try .temporary()
        let questions = (0..<6).map {
            Sample.question("q\($0)", subChannel: $0 < 4 ? "tcp" : "dns", tags: $0 == 0 ? ["first", "t"] : ["t"])
        }
        try store.load(
            Sample.channel(questions), Sample.certification(),
            Sample.path("way", [["q5", "gone", "q1"], ["saa-q0", "q1"]]))
        try store.setFacts("q1", lastCorrect: true, lastAt: "2026-01-03 00:00:00.000")
        try store.setFacts("q2", answers: 3, lastCorrect: false, lastAt: "2026-01-02 00:00:00.000")
        try store.setFacts("q4", lastCorrect: false, lastAt: "2026-01-01 00:00:00.000")
        try store.setFacts("saa-q0", lastCorrect: nil)
        try store.database.execute(
            """
            INSERT INTO bookmarks(id, userId, questionId, createdAt) VALUES
                ('\(store.learner)/q3', '\(store.learner)', 'q3', '2026-01-02 00:00:00.000'),
                ('\(store.learner)/q0', '\(store.learner)', 'q0', '2026-01-03 00:00:00.000'),
                ('\(store.learner)/gone', '\(store.learner)', 'gone', '2026-01-01 00:00:00.000');
            INSERT INTO reviewStates(userId, questionId, state, due, suspended, buriedUntil) VALUES
                ('\(store.learner)', 'q1', 'review', '2026-01-05 00:00:00.000', 0, NULL),
                ('\(store.learner)', 'q2', 'review', '2026-01-04 00:00:00.000', 0, '2030-01-01 00:00:00.000'),
                ('\(store.learner)', 'q3', 'new', NULL, 1, NULL),
                ('\(store.learner)', 'q4', 'review', '2026-01-06 00:00:00.000', 0, '2020-01-01 00:00:00.000');
            """)
        try QuestionDocs(database: store.database, learner: store.learner).refreshAll()
    }

    static let scopes: [(QuestionScope, [String])] = [
        (.channel("net"), ["q0", "q1", "q2", "q3", "q4", "q5"]),
        (.channel("net", subChannel: "dns"), ["q4", "q5"]),
        (.channel("none"), []),
        (.certification("saa"), ["saa-q0", "saa-q1", "saa-q2", "saa-q3"]),
        (.certification("saa", domain: "d2"), ["saa-q1", "saa-q3"]),
        (.path("way"), ["q5", "q1", "saa-q0"]),
        (.path("way", milestone: "m1"), ["saa-q0", "q1"]),
        (.path("way", milestone: "none"), []),
        (.tag("first"), ["q0"]),
        (.bookmarks, ["q3", "q0"]),
        (.wrong, ["q4", "q2"]),
        (.ids(["q5", "gone", "q1", "saa-q0"]), ["q5", "q1", "saa-q0"]),
        (.all, ["q0", "q1", "q2", "q3", "q4", "q5", "saa-q0", "saa-q1", "saa-q2", "saa-q3"]),
    ]

    @Test("Every scope lists its questions, counts them, and pages through them", arguments: scopes)
    func paging(scope: QuestionScope, expected: [String]) throws {
        #expect(try store.questions(in: scope, limit: 100).map(\.id) == expected)
        #expect(try store.count(in: scope) == expected.count)
        var paged: [String] = []
        var cursor: QuestionCursor?
        while let row = try store.questions(in: scope, after: cursor, limit: 1).first {
            paged.append(row.id)
            cursor = row.cursor
        }
        #expect(paged == expected)
    }

    @Test("A row tells how the learner stands with the question")
    func rows() throws {
        let rows = try store.questions(in: .channel("net"), limit: 4)
        #expect(rows.map(\.answers) == [0, 1, 3, 0])
        #expect(rows.map(\.lastCorrect) == [nil, true, false, nil])
        #expect(rows.map(\.isBookmarked) == [true, false, false, true])
        #expect(rows.map(\.isSuspended) == [false, false, false, true])
        #expect(rows[0].stem == "Which of these is q0?" && rows[0].kind == .single && rows[0].difficulty == .beginner)
    }

    @Test("Lists tell totals, what was seen and what was answered right")
    func tallies() throws {
        #expect(try store.channels().map { [$0.total, $0.seen, $0.correct] } == [[6, 3, 1]])
        #expect(
            try store.subChannels(of: "net").map { "\($0.id) \($0.title) \($0.total) \($0.seen) \($0.correct)" }
                == ["tcp TCP 4 2 1", "dns DNS 2 1 0"])
        #expect(try store.certifications().map { [$0.total, $0.seen, $0.correct] } == [[4, 1, 0]])
        #expect(try store.overallTally() == Tally(total: 10, seen: 4, correct: 1))
        #expect(
            try store.libraryCounts()
                == LibraryCounts(
                    channels: 1, certifications: 1, paths: 1, questions: 10, bookmarks: 3, wrong: 2, tags: 2))
    }

    static let draws: [(QuestionScope, CandidateSelection, [String])] = [
        (.channel("net"), .all, ["q0", "q1", "q4", "q5"]),
        (.channel("net"), .unseenFirst, ["q0", "q5", "q4", "q1"]),
        (.channel("net"), .wrong, ["q4"]),
        (.channel("net"), .due(Timestamp(milliseconds: 1_800_000_000_000)), ["q1", "q4"]),
        (.channel("net"), .due(Timestamp(milliseconds: 1_767_571_200_000)), ["q1"]),
        (.all, .unseenFirst, ["q0", "q5", "saa-q1", "saa-q2", "saa-q3", "q4", "saa-q0", "q1"]),
        (.all, .wrong, ["q4"]),
        (.all, .due(Timestamp(milliseconds: 1_800_000_000_000)), ["q1", "q4"]),
        (.wrong, .all, ["q4"]),
        (.wrong, .unseenFirst, ["q4"]),
        (.wrong, .wrong, ["q4"]),
        (.wrong, .due(Timestamp(milliseconds: 1_800_000_000_000)), ["q4"]),
        (.bookmarks, .all, ["q0"]),
        (.bookmarks, .unseenFirst, ["q0"]),
        (.tag("first"), .unseenFirst, ["q0"]),
        (.ids(["q5", "q4", "q3", "q1"]), .all, ["q5", "q4", "q1"]),
        (.ids(["q5", "q4", "q3", "q1"]), .unseenFirst, ["q5", "q4", "q1"]),
        (.ids(["q5", "q4", "q1"]), .wrong, ["q4"]),
        (.path("way"), .all, ["q5", "q1", "saa-q0"]),
        (.path("way"), .unseenFirst, ["q5", "saa-q0", "q1"]),
        (.path("way", milestone: "m0"), .unseenFirst, ["q5", "q1"]),
        (.path("way"), .wrong, []),
        (.path("way"), .due(Timestamp(milliseconds: 1_800_000_000_000)), ["q1"]),
        (.certification("saa", domain: "d1"), .unseenFirst, ["saa-q2", "saa-q0"]),
    ]

    @Test("A session draws what is neither suspended nor buried, in the order asked for", arguments: draws)
    func candidates(scope: QuestionScope, selection: CandidateSelection, expected: [String]) throws {
        #expect(try store.candidates(in: scope, what: selection, limit: 100).map(\.id) == expected)
        #expect(try store.candidates(in: scope, what: selection, limit: 1).map(\.id) == Array(expected.prefix(1)))
        #expect(try store.candidateCount(in: scope, what: selection, atMost: 100) == expected.count)
        #expect(try store.candidateCount(in: scope, what: selection, atMost: 1) == min(1, expected.count))
    }

    @Test("A batch comes in the order asked for, without those that are not here")
    func batch() throws {
        #expect(try store.questions(ids: ["q3", "gone", "q1"]).map(\.id) == ["q3", "q1"])
    }

    @Test("Names without a target are listed with where they stand")
    func dangling() throws {
        #expect(try store.danglingNames() == [DanglingName(table: "bookmarks", questionId: "gone", rows: 1)])
    }

    @Test("Row counts name every table but the index's own")
    func counts() throws {
        let counts = try store.tableCounts()
        #expect(counts.first { $0.table == "questions" }?.rows == 10)
        #expect(counts.map(\.table).contains("questionSearch") && !counts.map(\.table).contains("questionSearch_data"))
    }

    @Test("A sound file has nothing to report; a count that drifted and a lost index entry are named, and left")
    func integrity() throws {
        #expect(try store.integrity() == [])
        try store.database.execute(
            "UPDATE facetCounts SET seen = 9 WHERE facet = 'all'; DELETE FROM questionDocs WHERE questionId = 'q0'")
        #expect(
            try store.integrity() == [
                "question q0 is missing from the search index",
                "kept counts that differ from the rows: 3, the first is all : 10/9/1, should be 10/4/1",
            ])
        #expect(try store.overallTally().seen == 9)
    }

    @Test("A search index that lost its words is named")
    func damagedSearch() throws {
        // SQLite's defence of the index's own tables would refuse this.
        csqlite_db_config_int(store.database.handle, SQLITE_DBCONFIG_DEFENSIVE, 0)
        try store.database.execute("DELETE FROM questionSearch_data WHERE id > 10")
        #expect(try store.integrity().first?.hasPrefix("the search index is damaged") == true)
    }

    @Test("No query of a screen goes through a large table, with statistics and without", arguments: [false, true])
    func plans(isAnalyzed: Bool) throws {
        if isAnalyzed { try store.database.execute("ANALYZE") }
        let before = Set(store.database.preparedSQL)
        for (scope, _) in Self.scopes {
            let page = try store.questions(in: scope, limit: 1)
            _ = try store.questions(in: scope, after: page.last?.cursor, limit: 1)
            _ = try store.count(in: scope)
            for selection in [CandidateSelection.all, .unseenFirst, .wrong, .due(Timestamp(milliseconds: 0))] {
                _ = try store.candidates(in: scope, what: selection, limit: 100)
                _ = try store.candidateCount(in: scope, what: selection, atMost: 100)
            }
        }
        _ = try store.channels()
        _ = try store.subChannels(of: "net")
        _ = try store.certifications()
        _ = try store.domains(of: "saa")
        _ = try store.questions(ids: ["q1"])
        _ = try store.recordedPackFiles()
        _ = (try store.tags(limit: 1), try store.tags(after: "t", limit: 1), try store.libraryCounts())
        _ = (try store.learningPaths(), try store.pathRow("way"), try store.prerequisites(["way", "saa", "none"]))
        _ = try store.pastSessions(limit: 1)
        let statements = store.database.preparedSQL.filter { !before.contains($0) }
        #expect(statements.count > 30)
        for sql in statements { try QueryPlan(sql, in: store.database).requireIndexes() }
    }

    @Test("A page is read without sorting the rest", arguments: [false, true])
    func pagesDoNotSort(isAnalyzed: Bool) throws {
        if isAnalyzed { try store.database.execute("ANALYZE") }
        let before = Set(store.database.preparedSQL)
        for (scope, _) in Self.scopes {
            // A list is sorted as it was written down, and is no longer than that.
            switch scope {
            case .ids, .path: continue
            default: break
            }
            let page = try store.questions(in: scope, limit: 1)
            _ = try store.questions(in: scope, after: page.last?.cursor, limit: 1)
        }
        for sql in store.database.preparedSQL where !before.contains(sql) {
            #expect(try !QueryPlan(sql, in: store.database).sorts, "\(sql)")
        }
    }
}
