import CarrelCore
import CarrelStorage

/// What every screen asks of the file, one by one.
struct QueryMeasurement {
    /// A query and what it took, in milliseconds.
    struct Timed {
        var name: String
        var rounds: Rounds
        /// Of all rounds, on a processor.
        var processor: Samples
    }

    private(set) var timed: [Timed] = []
    private let store: Store
    private let repetitions: Int
    private var prose = ProseGenerator(seed: LibraryShape.seed &+ 4)
    /// Places throughout the longest list.
    private var cursors: [QuestionCursor] = []
    private let longest = LibraryShape.groups[0]
    private let certification = LibraryShape.groups[LibraryShape.groups.count - 1].id

    /// - Parameter repetitions: In each of five rounds.
    init(on database: String, repetitions: Int) throws {
        store = try GeneratedLibrary.open(database)
        self.repetitions = repetitions
        cursors = try Self.cursors(in: store, scope: .channel(longest.id))
        try catalogue()
        try lists()
        try sessions()
        try candidates()
    }

    /// One page after the other through the whole list, as it is scrolled.
    private static func cursors(in store: Store, scope: QuestionScope) throws -> [QuestionCursor] {
        var cursors: [QuestionCursor] = []
        while let last = try store.questions(in: scope, after: cursors.last, limit: Self.page).last {
            cursors.append(last.cursor)
        }
        return cursors
    }

    /// Rows a question list fetches at a time.
    private static let page = 200
    /// Candidates a session's draw looks at, at most.
    private static let reach = 2_000

    // MARK: The queries, by screen

    private mutating func catalogue() throws {
        let now = SystemMoment.now()
        let today = StudyDay(now.at, zone: now.zone)
        try time("home") { store, _ in
            _ = try store.libraryCounts()
            _ = try store.activeSessions(limit: 5)
            _ = try store.studyStreak(today: today)
            _ = try store.activity(from: StudyDay(today.number - 83), to: today)
            _ = try store.recentSessions(limit: 1)
        }
        try time("channels") { store, _ in _ = try store.channels() }
        try time("sub-channels") { store, prose in
            _ = try store.subChannels(of: prose.pick(LibraryShape.groups).id)
        }
        try time("certifications") { store, _ in _ = try store.certifications() }
        let certification = certification
        try time("domains") { store, _ in _ = try store.domains(of: certification) }
        try time("counts of a scope") { store, prose in
            let group = prose.pick(LibraryShape.groups)
            _ = try store.count(in: .channel(group.id, subChannel: prose.pick(group.parts).id))
        }
    }

    private mutating func lists() throws {
        let longest = longest, cursors = cursors
        try time("questions, first page of 200") { store, _ in
            _ = try store.questions(in: .channel(longest.id), limit: Self.page)
        }
        try time("questions, any page of 200") { store, prose in
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

    private mutating func sessions() throws {
        let rows = try store.recentSessions(limit: 500)
        try time("a session") { store, prose in _ = try store.session(prose.pick(rows).id) }
        try time("a session's review states") { store, prose in
            let ids = (0..<LibraryShape.sessionLength).map { _ in
                PackWriter.id(of: prose.number(0..<4_000), in: LibraryShape.groups[0])
            }
            _ = try store.reviewStates(of: ids)
        }
        try time("what is due") { store, _ in _ = try store.dueCount(at: SystemMoment.now().at) }
        try time("settings") { store, _ in _ = try store.settings() }
    }

    private mutating func candidates() throws {
        let selections: [(String, CandidateSelection)] = [
            ("unseen first", .unseenFirst), ("all", .all), ("wrong", .wrong), ("due", .due(SystemMoment.now().at)),
        ]
        let scopes: [(String, QuestionScope)] = [
            ("of 4,000", .channel(longest.id)),
            ("of a sub-channel", .channel(longest.id, subChannel: longest.parts[0].id)),
            ("of a certification", .certification(certification)), ("of everything", .all),
        ]
        for (scopeName, scope) in scopes {
            for (selectionName, selection) in selections {
                try time("candidates \(scopeName), \(selectionName)") { store, _ in
                    _ = try store.candidates(in: scope, what: selection, limit: Self.reach)
                }
            }
        }
    }

    private mutating func time(_ name: String, _ query: (Store, inout ProseGenerator) throws -> Void) throws {
        try query(store, &prose)
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
        timed.append(Timed(name: name, rounds: rounds, processor: processor))
    }
}
