import CarrelCore
import CarrelStorage

/// What every screen asks of the file, one by one.
struct QueryMeasurement {
    /// A query and what it took, in milliseconds.
    struct Timed {
        var name: String
        /// Milliseconds that 99 of 100 are to stay under; nil where no figure is given.
        var goal: Double?
        var rounds: Rounds
        /// Of all rounds, on a processor.
        var processor: Samples
    }

    private(set) var timed: [Timed] = []
    let store: Store
    let shape: LibraryShape
    private let repetitions: Int
    private var prose: ProseGenerator
    var longest: LibraryShape.Group { shape.longest }

    /// - Parameter repetitions: In each of five rounds.
    init(on database: String, of shape: LibraryShape, repetitions: Int) throws {
        store = try GeneratedLibrary.open(database)
        self.shape = shape
        self.repetitions = repetitions
        prose = ProseGenerator(seed: shape.seed &+ 4)
        try catalogue()
        try lists()
        try filteredLists()
        try typedFilters()
        try filterCounts()
        try searches()
        try sessions()
        try paths()
        try ownWork()
        try candidates()
        try exam()
    }

    /// Rows a question list fetches at a time.
    static let page = 100

    // MARK: The queries, by screen

    private mutating func catalogue() throws {
        let shape = shape
        let now = SystemMoment.now()
        let today = StudyDay(now.at, zone: now.zone, start: StudyDay.usualStart)
        try time("home") { store, _ in
            _ = try store.libraryCounts()
            _ = try store.activeSessions(limit: 5)
            _ = try store.studyStreak(today: today)
            _ = try store.activity(from: StudyDay(today.number - 83), to: today)
            _ = try store.recentSessions(limit: 1)
        }
        try time("channels") { store, _ in _ = try store.channels() }
        try time("sub-channels") { store, prose in
            _ = try store.subChannels(of: prose.pick(shape.groups).id)
        }
        try time("certifications") { store, _ in _ = try store.certifications() }
        let certification = shape.certification
        try time("domains") { store, _ in _ = try store.domains(of: certification.id) }
        try time("counts of a scope") { store, prose in
            let group = prose.pick(shape.groups)
            _ = try store.count(in: .channel(group.id, subChannel: prose.pick(group.parts).id))
        }
    }

    /// Places throughout a list, as it is scrolled: one page after the other, fifty at most.
    private func cursors(_ scope: QuestionScope, _ sort: QuestionSort = .catalogue) throws -> [QuestionCursor] {
        var cursors: [QuestionCursor] = []
        while cursors.count < 50,
            let next = try store.questions(in: scope, sort: sort, after: cursors.last, limit: Self.page).last?.cursor
        {
            cursors.append(next)
        }
        return cursors
    }

    private mutating func lists() throws {
        let longest = longest
        let cursors = try cursors(.channel(longest.id))
        try time("questions, first page of 100") { store, _ in
            _ = try store.questions(in: .channel(longest.id), limit: Self.page)
        }
        try time("questions, any page of 100") { store, prose in
            _ = try store.questions(in: .channel(longest.id), after: prose.pick(cursors), limit: Self.page)
        }
        try time("questions of a sub-channel") { store, prose in
            let scope = QuestionScope.channel(longest.id, subChannel: prose.pick(longest.parts).id)
            _ = try store.questions(in: scope, limit: Self.page)
        }
        try time("questions answered wrong") { store, _ in _ = try store.questions(in: .wrong, limit: Self.page) }
        try time("questions of a tag") { store, prose in
            _ = try store.questions(in: .tag("topic-\(prose.number(0..<240))"), limit: Self.page)
        }
        try time("bookmarks") { store, _ in _ = try store.bookmarks(limit: 1_000) }
        try time("one question with its bookmark") { store, prose in
            let id = PackWriter.id(of: prose.number(0..<longest.questions), in: longest)
            _ = try store.question(id)
            _ = try store.isBookmarked(id)
        }
    }

    static func filter(_ text: String) -> QuestionFilter { SearchQuery.read(text + " ").query.filter }

    private static let filters = [
        "difficulty:advanced", "kind:free", "kind:simulation", "kind:free difficulty:beginner", "is:wrong", "is:unseen",
        "is:due", "is:bookmarked", "is:flagged", "tag:topic-7", "-tag:topic-7", "tag:topic-7 is:wrong",
        "tag:topic-7 tag:topic-130", "-is:unseen", "difficulty:advanced is:wrong kind:multiple", "company:acme",
        "is:wrong is:bookmarked", "is:mine",
    ]

    private mutating func filteredLists() throws {
        let scopes: [(String, QuestionScope)] = [("of \(longest.questions)", .channel(longest.id)), ("of all", .all)]
        for (name, scope) in scopes {
            for filter in Self.filters {
                try time("list \(name), \(filter)") { store, _ in
                    _ = try store.questions(in: scope, matching: Self.filter(filter), limit: Self.page)
                }
            }
            for sort in [QuestionSort.difficulty, .lastAnswered, .newest] {
                let cursors = try cursors(scope, sort)
                try time("list \(name), by \(sort.rawValue)") { store, _ in
                    _ = try store.questions(in: scope, sort: sort, limit: Self.page)
                }
                try time("list \(name), by \(sort.rawValue), any page") { store, prose in
                    _ = try store.questions(in: scope, sort: sort, after: prose.pick(cursors), limit: Self.page)
                }
            }
        }
        try time("list of wrong ones, difficulty:advanced") { store, _ in
            _ = try store.questions(in: .wrong, matching: Self.filter("difficulty:advanced"), limit: Self.page)
        }
    }

    /// What is typed into a list behind `/`: every title may have to be looked at.
    private mutating func typedFilters() throws {
        for typed in ["s", "sched", "cs 90", "zzzz"] {
            var filter = QuestionFilter()
            filter.typed = typed
            try time("list of all, typed \(typed)", goal: nil) { store, _ in
                _ = try store.questions(in: .all, matching: filter, limit: Self.page)
            }
        }
    }

    private mutating func filterCounts() throws {
        let scopes: [(String, QuestionScope)] = [("of \(longest.questions)", .channel(longest.id)), ("of all", .all)]
        for (name, scope) in scopes {
            for filter in Self.filters {
                try time("count \(name), \(filter)") { store, _ in
                    _ = try store.count(in: scope, matching: Self.filter(filter))
                }
            }
        }
    }

    /// Typed so far, in turn.
    private static let typed = [
        "t", "a", "s", "th", "the", "sc", "sched", "scheduler", "certif", "case", "outcome 4", "scheduler ca",
        "the router rejects", "on t", "a b c", "\"write-ahead log\"", "\"the load balancer", "router -socket",
        "-router", "zebra", "systems 77", "tag:topic-7", "t tag:topic-7", "the kind:free", "the kind:simulation",
        "cache channel:systems", "the is:bookmarked", "the is:wrong", "the is:unseen", "the is:due", "the is:flagged",
        "t is:mine", "kernel -is:unseen", "the channel:exam-1 cert:exam-1 is:wrong difficulty:adv",
    ]

    private mutating func searches() throws {
        for typed in Self.typed {
            let query = SearchQuery.read(typed).query
            try time("search \(typed)") { store, _ in _ = try store.search(query, mode: .asYouType) }
        }
        for typed in ["t", "scheduler", "the router rejects", "\"write-ahead log\"", "the kind:free"] {
            let query = SearchQuery.read(typed).query
            let ids = try store.search(query, mode: .asYouType).ids
            try time("24 hits of \(typed)") { store, _ in _ = try store.hits(ids.prefix(24), of: query) }
        }
    }

    mutating func time(
        _ name: String, goal: Double? = 5, _ query: (Store, inout ProseGenerator) throws -> Void
    ) throws {
        try query(store, &prose)
        let once = try Stopwatch.milliseconds { try query(store, &prose) }
        // What is far too slow is known to be after a few.
        let repetitions = once > 20 ? max(5, repetitions / 20) : repetitions
        var processor = Samples()
        let rounds = try Rounds(5) { _ in
            var samples = Samples()
            for _ in 0..<repetitions {
                let timing = try Stopwatch.timing { try query(store, &prose) }
                samples.add(timing.elapsed)
                processor.add(timing.processor)
            }
            return samples
        }
        timed.append(Timed(name: name, goal: goal, rounds: rounds, processor: processor))
    }
}
