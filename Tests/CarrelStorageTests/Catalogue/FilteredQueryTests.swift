import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Filtered and sorted lists")
struct FilteredQueryTests {
    private typealias Sample = SampleCatalogue

    /// What a naive list knows of a question.
    private struct Item {
        var question: Question
        var position: Int
        var row: QuestionRow
        /// Of its last answer.
        var isSlow: Bool
        var isSureButWrong: Bool
    }

    let store: Store
    private let items: [Item]

    /// Two channels and a certification whose questions are answered, marked and set aside at random.
    init() throws {
        // No two answers are of one moment.
        var now: Int64 = 1_790_000_000_000
        let clock = {
            now += 1
            return Moment(at: Timestamp(milliseconds: now), zone: 0)
        }
        let store = try Store.open(.memory, clock: clock, seed: 1)
        var generator = SplitMix64(seed: 11)
        let net = Self.questions("net", 40, using: &generator), sys = Self.questions("sys", 20, using: &generator)
        let certification = Sample.certification(questions: 10)
        try store.load(Sample.channel(net), Sample.channel(sys, id: "sys", title: "Systems"), certification)
        try Self.study(store, net.map(\.id) + sys.map(\.id) + certification.questions.map(\.question.id), &generator)
        let rows = try store.questions(in: .all, limit: 1_000)
        let byId = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        // A later answer to the same question takes the place of the earlier one.
        let last = Dictionary(
            try store.database.rows(
                """
                SELECT questionId, ifnull(elapsedMs, 0) > 120000, ifnull(isCorrect = 0 AND confidence = 5, 0)
                  FROM userAnswers WHERE elapsedMs IS NOT NULL ORDER BY createdAt
                """
            ) { ($0.text(0), (isSlow: $0.bool(1), isSureButWrong: $0.bool(2))) }
        ) { $1 }
        let packs = [net, certification.questions.map(\.question), sys]
        items = packs.flatMap { pack in
            pack.enumerated().compactMap { place, question in
                byId[question.id].map {
                    Item(
                        question: question, position: place, row: $0, isSlow: last[question.id]?.isSlow ?? false,
                        isSureButWrong: last[question.id]?.isSureButWrong ?? false)
                }
            }
        }
        self.store = store
    }

    private static func questions(
        _ channel: String, _ count: Int, using generator: inout SplitMix64
    ) -> [Question] {
        // Ids in another order than the author's.
        (0..<count).map { number in
            var question = Sample.question("\(channel)-\(number * 7 % count)", channel: channel)
            question.difficulty = Difficulty.ofQuestions.randomElement(using: &generator) ?? .beginner
            question.kind = [.single, .free, .multiple].randomElement(using: &generator) ?? .free
            question.tags = ["a", "b", "c"].filter { _ in Bool.random(using: &generator) }
            question.companies = ["Acme", "Big Co"].filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            question.subChannel = Bool.random(using: &generator) ? "tcp" : "dns"
            return question
        }
    }

    private static func study(_ store: Store, _ ids: [String], _ generator: inout SplitMix64) throws {
        let open = try store.start(ids), done = try store.start(ids, key: .review)
        for id in ids.shuffled(using: &generator) {
            let roll = Int.random(in: 0..<10, using: &generator)
            if roll < 7 {
                try store.answer(
                    id, in: open, isCorrect: [true, false, nil][roll % 3],
                    confidence: [nil, .sure, .unsure][roll % 3],
                    elapsedMs: 119_999 + roll / 3)
            }
            if roll == 3 || Int.random(in: 0..<9, using: &generator) == 0 {
                try store.answer(id, in: done, isCorrect: false, confidence: .sure, elapsedMs: 125_000)
                if roll == 3 { try store.answer(id, in: open, isCorrect: true, elapsedMs: 2_000) }
            }
            if roll == 3 { try store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: open, questionId: id) }
            if roll == 8 { try store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: done, questionId: id) }
            if roll == 4 || roll == 9 { try store.record(.bookmarkSet(BookmarkSet()), questionId: id) }
            if roll == 5 { try store.record(.bookmarkSet(BookmarkSet(note: "note")), questionId: id) }
            if roll == 6 { try store.record(.questionSuspended(QuestionSuspended()), questionId: id) }
            if roll == 1 {
                try store.record(.errataSet(ErrataSet(field: "answer", value: "better")), questionId: id)
            }
        }
        try store.record(.sessionCompleted(SessionCompleted()), sessionId: done)
        try store.database.run(
            "UPDATE reviewStates SET due = '2026-01-01 00:00:00.000' WHERE substr(questionId, -1) < '5'")
        try QuestionDocs(database: store.database, learner: store.learner).refreshAll()
    }

    // MARK: The naive model

    private func admits(_ filter: QuestionFilter, _ item: Item) -> Bool {
        func stands(_ status: QuestionStatus) -> Bool {
            switch status {
            case .wrong: item.row.lastCorrect == false
            case .unseen: item.row.answers == 0
            case .right: item.row.lastCorrect == true
            case .bookmarked: item.row.isBookmarked
            case .flagged: item.row.isFlagged
            case .noted: item.row.hasNote
            case .mine: item.row.isMine
            case .due: item.row.isDue
            case .suspended: item.row.isSuspended
            case .slow: item.isSlow
            case .sureButWrong: item.isSureButWrong
            }
        }
        let question = item.question
        let (wanted, excluded) = (filter.wanted, filter.excluded)
        let standings = wanted.statuses.intersection(QuestionStatus.standings)
        let places = wanted.channels.union(wanted.certifications)
        return (wanted.difficulties.isEmpty || wanted.difficulties.contains(question.difficulty))
            && (wanted.kinds.isEmpty || wanted.kinds.contains(question.kind))
            && (places.isEmpty || places.contains(question.channel))
            && wanted.tags.isSubset(of: question.tags) && wanted.companies.isSubset(of: question.companies)
            && (standings.isEmpty || standings.contains(where: stands))
            && wanted.statuses.subtracting(QuestionStatus.standings).allSatisfy(stands)
            && !excluded.difficulties.contains(question.difficulty) && !excluded.kinds.contains(question.kind)
            && !excluded.channels.union(excluded.certifications).contains(question.channel)
            && excluded.tags.isDisjoint(with: question.tags) && excluded.companies.isDisjoint(with: question.companies)
            && !excluded.statuses.contains(where: stands)
    }

    private static func filter(using generator: inout SplitMix64) -> QuestionFilter {
        func conditions() -> QuestionFilter.Conditions {
            var out = QuestionFilter.Conditions()
            func some<Value: Hashable>(_ values: [Value], _ share: Int) -> Set<Value> {
                Set(values.filter { _ in Int.random(in: 0..<share, using: &generator) == 0 })
            }
            out.difficulties = some(Difficulty.ofQuestions, 4)
            out.kinds = some([.single, .free, .multiple, .simulation], 5)
            out.tags = some(["a", "b", "none"], 6)
            out.companies = some(["Acme", "Big Co"], 9)
            out.channels = some(["net", "sys"], 8)
            out.certifications = some(["saa"], 8)
            out.statuses = some(QuestionStatus.allCases, 9)
            return out
        }
        var filter = QuestionFilter()
        filter.wanted = conditions()
        if Bool.random(using: &generator) { filter.excluded = conditions() }
        return filter
    }

    static let scopes: [QuestionScope] = [
        .all, .channel("net"), .channel("sys", subChannel: "dns"), .certification("saa", domain: "d1"), .tag("a"),
        .bookmarks, .wrong,
    ]

    @Test("A filter admits what it says, in every scope, page by page, and counts it")
    func naive() throws {
        var generator = SplitMix64(seed: 5)
        let byId = Dictionary(uniqueKeysWithValues: items.map { ($0.row.id, $0) })
        var found = 0
        for round in 0..<400 {
            let scope = Self.scopes[round % Self.scopes.count]
            let filter = Self.filter(using: &generator)
            let all = try store.questions(in: scope, limit: 1_000).map(\.id)
            let expected = all.filter { id in byId[id].map { admits(filter, $0) } ?? false }
            #expect(try pages(scope, filter) == expected, "\(scope) \(filter.words)")
            #expect(
                try pages(.filtered(scope, filter), QuestionFilter()).sorted() == expected.sorted(),
                "\(scope) \(filter.words)")
            #expect(
                try store.count(in: scope, matching: filter) == BoundedCount(number: expected.count, isExact: true))
            let drawn = try store.candidates(in: .filtered(scope, filter), what: .all, limit: 1_000).map(\.id)
            #expect(drawn == expected.filter { byId[$0]?.row.isSuspended == false })
            found += expected.count
        }
        #expect(found > 400, "the filters admit something")
    }

    private func pages(_ scope: QuestionScope, _ filter: QuestionFilter) throws -> [String] {
        var ids: [String] = []
        var cursor: QuestionCursor?
        while true {
            let page = try store.questions(in: scope, matching: filter, after: cursor, limit: 7)
            ids += page.map(\.id)
            cursor = page.last?.cursor
            if page.count < 7 { return ids }
        }
    }

    @Test("A search with fields alone finds what the same filter lists")
    func searched() throws {
        var generator = SplitMix64(seed: 6)
        for _ in 0..<300 {
            let filter = Self.filter(using: &generator)
            let expected = try store.questions(in: .all, matching: filter, limit: 1_000).map(\.id)
            let found = try store.search(SearchQuery(filter: filter), mode: .asYouType)
            #expect(filter.isEmpty || found.ids.sorted() == expected.sorted(), "\(filter.words)")
        }
    }

    @Test("A list comes in the author's order, whatever the ids; moved questions move, and are not changed")
    func authors() throws {
        #expect(
            try store.questions(in: .channel("sys"), limit: 100).map(\.id) == (0..<20).map { "sys-\($0 * 7 % 20)" })
        let stamps = try store.texts("SELECT id, lastUpdated FROM questions ORDER BY id")
        let sys = items.filter { $0.question.channel == "sys" }.map(\.question)
        let report = try store.load(Sample.channel(sys.reversed(), id: "sys", title: "Systems"))
        #expect(report.questions.unchanged == 20)
        #expect(try store.questions(in: .channel("sys"), limit: 100).map(\.id) == sys.reversed().map(\.id))
        #expect(try store.texts("SELECT id, lastUpdated FROM questions ORDER BY id") == stamps)
        #expect(try store.integrity() == [])
    }

    @Test(
        "Sorted lists are whole, in order, and page",
        arguments: [QuestionScope.all, .channel("net"), .tag("a"), .bookmarks])
    func sorted(scope: QuestionScope) throws {
        func list(_ sort: QuestionSort, by limit: Int = 9) throws -> [QuestionRow] {
            var rows: [QuestionRow] = []
            while true {
                let page = try store.questions(in: scope, sort: sort, after: rows.last?.cursor, limit: limit)
                rows += page
                if page.count < limit { return rows }
            }
        }
        let plain = try store.questions(in: scope, limit: 1_000)
        for sort in QuestionSort.allCases { #expect(try list(sort).map(\.id).sorted() == plain.map(\.id).sorted()) }
        #expect(try list(.difficulty).map(\.difficulty.place) == plain.map(\.difficulty.place).sorted())
        let times = try list(.lastAnswered).map { $0.lastAt?.text ?? "" }
        #expect(times == times.sorted())
        // By ones, so that each row has its place.
        let newest = try list(.newest, by: 1).map { row -> Int in
            if case .number(let document)? = row.cursor?.keys.first { return document }
            return 0
        }
        #expect(newest == newest.sorted(by: >))
    }

    @Test("What is kept about a question is what the folded tables say, after recording and after a rebuild")
    func kept() throws {
        let select =
            "SELECT questionId, answers, standing, lastScore, lastAt, due, asideUntil, marks FROM questionDocs ORDER BY 1"
        let before = try store.texts(select)
        try QuestionDocs(database: store.database, learner: store.learner).refreshAll()
        #expect(try store.texts(select) == before)
        #expect(try store.integrity() == [])
    }

    @Test("A path's questions are listed milestone by milestone, each once")
    func paths() throws {
        var path = LearningPath(
            id: "p", title: "P", description: "d", kind: .skill, difficulty: .beginner,
            milestones: [
                .init(id: "m1", title: "1", estimatedHours: 1, questions: ["net-7", "net-0"]),
                .init(id: "m2", title: "2", estimatedHours: 1, questions: ["sys-0", "net-7", "gone"]),
            ])
        path.channels = ["net"]
        try store.load(
            Pack(file: Sample.file("path"), subject: .path(path), subjectHash: "h", questions: []))
        #expect(try store.questions(in: .path("p"), limit: 9).map(\.id) == ["net-7", "net-0", "sys-0"])
        #expect(try store.questions(in: .path("p", milestone: "m2"), limit: 9).map(\.id) == ["sys-0", "net-7"])
        #expect(try store.count(in: .path("p")) == 3 && store.count(in: .path("none")) == 0)
    }

    @Test("Labels come with how often they are used, the most frequent first")
    func labels() throws {
        let tags = try store.labels(.tag, limit: 9)
        #expect(Set(tags.map(\.label)).isSuperset(of: ["a", "b", "c"]))
        #expect(tags.map(\.questions) == tags.map(\.questions).sorted(by: >))
        #expect(try store.labels(.company, limit: 1).count == 1)
    }

    @Test("No list, search or count goes through a large table without an index", arguments: [false, true])
    func plans(isAnalyzed: Bool) throws {
        if isAnalyzed { try store.database.execute("ANALYZE") }
        var generator = SplitMix64(seed: 8)
        let before = Set(store.database.preparedSQL)
        for round in 0..<140 {
            let scope = Self.scopes[round % Self.scopes.count]
            let filter = Self.filter(using: &generator)
            let sort = QuestionSort.allCases[round % 4]
            let page = try store.questions(in: scope, matching: filter, sort: sort, limit: 1)
            _ = try store.questions(in: scope, matching: filter, sort: sort, after: page.last?.cursor, limit: 1)
            _ = try store.search(SearchQuery(terms: [.init("which", isPrefix: true)], filter: filter), mode: .asYouType)
            _ = try store.count(in: scope, matching: filter)
        }
        for sql in store.database.preparedSQL where !before.contains(sql) && !sql.contains("questionSearch_") {
            try QueryPlan(sql, in: store.database).requireIndexes()
        }
    }
}
