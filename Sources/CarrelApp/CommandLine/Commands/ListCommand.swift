import CarrelCore
import CarrelStorage

/// `carrel list WHAT`: a page or all of what there is, as a table, as ids or as JSON.
struct ListCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    /// A list in each of its forms.
    private struct Rows {
        var table: TextTable
        var ids: [String]
        /// Nil where all there are were listed.
        var limit: Int?
        var json: () throws -> Void
    }

    func run() throws -> Int32 {
        guard let what = invocation.operands.first.flatMap(Listing.init(rawValue:)) else { return 2 }
        if invocation.has("--in"), what != .questions { throw UsageError("--in goes with carrel list questions") }
        if invocation.has("--ids"), invocation.has("--json") { throw UsageError("--ids and --json: only one of them") }
        let limit = try RowLimit(invocation, usual: 100)
        let store = try LearnerFile(places).lookAtLibrary()
        let rows = try rows(of: what, in: store, limit: limit)
        LearnerFile.close(store)
        if invocation.has("--json") {
            try rows.json()
        } else if invocation.has("--ids") {
            if !rows.ids.isEmpty { Console.say(rows.ids.joined(separator: "\n")) }
        } else if rows.table.rows.isEmpty {
            Console.complain("no \(what.rawValue) yet")
        } else {
            Console.say(rows.table.lines(columns: Console.columns).joined(separator: "\n"))
        }
        if let limit = rows.limit { Console.complain("only the first \(limit); --limit all lists every one") }
        return 0
    }

    private func rows(of what: Listing, in store: Store, limit: RowLimit) throws -> Rows {
        switch what {
        case .topics: topics(try Self.everyTopic(in: store))
        case .channels: channels(try store.channels().filter { $0.total > 0 })
        case .certifications: certifications(try store.certifications())
        case .paths: paths(try store.learningPaths())
        case .sessions: sessions(try limit.rows { try store.pastSessions(after: $0, limit: $1) })
        case .bookmarks: bookmarks(try limit.rows { try store.bookmarks(after: $0, limit: $1) })
        case .questions: try questions(in: store, limit)
        }
    }

    private func topics(_ listed: [Listing.Topic]) -> Rows {
        let headings: [(String, TextTable.Alignment)] = [
            ("ID", .start), ("TYPE", .start), ("QUESTIONS", .end), ("TITLE", .start),
        ]
        let cells = listed.map { [$0.id, $0.type, "\($0.questions)", $0.title] }
        return Rows(
            table: TextTable(headings: headings, rows: cells), ids: listed.map(\.id), json: { try Console.json(listed) }
        )
    }

    private static let tally: [(String, TextTable.Alignment)] = [("QUESTIONS", .end), ("SEEN", .end), ("RIGHT", .end)]

    private func channels(_ rows: [ChannelRow]) -> Rows {
        let listed = rows.map {
            Listing.Channel(id: $0.id, title: $0.title, questions: $0.total, seen: $0.seen, right: $0.correct)
        }
        let cells = listed.map { [$0.id, $0.title, "\($0.questions)", "\($0.seen)", "\($0.right)"] }
        return Rows(
            table: TextTable(headings: [("CHANNEL", .start), ("TITLE", .start)] + Self.tally, rows: cells),
            ids: listed.map(\.id), json: { try Console.json(listed) })
    }

    private func certifications(_ rows: [CertificationRow]) -> Rows {
        let listed = rows.map {
            Listing.Certification(
                id: $0.id, name: $0.name, provider: $0.provider, examCode: $0.examCode, questions: $0.total,
                seen: $0.seen, right: $0.correct)
        }
        let cells = listed.map {
            [$0.id, $0.name, $0.examCode ?? "", "\($0.questions)", "\($0.seen)", "\($0.right)"]
        }
        let headings: [(String, TextTable.Alignment)] = [
            ("CERTIFICATION", .start), ("NAME", .start), ("EXAM", .start),
        ]
        return Rows(
            table: TextTable(headings: headings + Self.tally, rows: cells), ids: listed.map(\.id),
            json: { try Console.json(listed) })
    }

    private func paths(_ rows: [PathRow]) -> Rows {
        let listed = rows.map { row in
            Listing.Path(
                id: row.id, title: row.title, type: row.kind.rawValue, questions: row.tally.total,
                seen: row.tally.seen, right: row.tally.correct, hoursLeft: row.hoursLeft,
                milestones: row.milestones.map {
                    Listing.Channel(
                        id: $0.id, title: $0.title, questions: $0.tally.total, seen: $0.tally.seen,
                        right: $0.tally.correct)
                })
        }
        let cells = listed.map { path in
            [
                path.id, path.title, path.type, "\(path.milestones.count)", "\(path.questions)", "\(path.seen)",
                "\(path.right)",
            ]
        }
        let headings: [(String, TextTable.Alignment)] = [
            ("PATH", .start), ("TITLE", .start), ("TYPE", .start), ("MILESTONES", .end),
        ]
        return Rows(
            table: TextTable(headings: headings + Self.tally, rows: cells), ids: listed.map(\.id),
            json: { try Console.json(listed) })
    }

    private func sessions(_ page: RowLimit.Page<SessionRow>) -> Rows {
        let listed = page.rows.map {
            Listing.Session(
                id: $0.id, title: $0.title, subtitle: $0.subtitle, type: $0.type.rawValue, mode: $0.mode.rawValue,
                status: $0.status.rawValue, questions: $0.totalItems, answered: $0.completedItems,
                right: $0.correctAnswers, score: $0.score, seconds: $0.timeSpent, startedAt: $0.startedAt.iso,
                lastAccessedAt: $0.lastAccessedAt.iso)
        }
        let cells = zip(page.rows, listed).map { row, session in
            [
                session.id, row.lastAccessedAt.local(SystemClock.now()), session.status,
                "\(session.answered)/\(session.questions)", "\(session.right)",
                [session.title, session.subtitle].compactMap { $0 }.joined(separator: ", "),
            ]
        }
        let headings: [(String, TextTable.Alignment)] = [
            ("SESSION", .start), ("LAST", .start), ("STATUS", .start), ("ANSWERED", .end), ("RIGHT", .end),
            ("TITLE", .start),
        ]
        return Rows(
            table: TextTable(headings: headings, rows: cells), ids: listed.map(\.id), limit: page.limit,
            json: { try Console.json(listed) })
    }

    private func bookmarks(_ page: RowLimit.Page<BookmarkRow>) -> Rows {
        let listed = page.rows.map {
            Listing.Bookmark(question: $0.questionId, stem: $0.stem, note: $0.note, createdAt: $0.createdAt.iso)
        }
        let cells = listed.map { bookmark in
            let note = bookmark.note.map { " [\(PlainStem.line($0))]" } ?? ""
            return [bookmark.question, (bookmark.stem.map { PlainStem.line($0) } ?? "in no pack here") + note]
        }
        return Rows(
            table: TextTable(headings: [("QUESTION", .start), ("STEM", .start)], rows: cells),
            ids: listed.map(\.question), limit: page.limit, json: { try Console.json(listed) })
    }

    private func questions(in store: Store, _ limit: RowLimit) throws -> Rows {
        let scope = try invocation.options["--in"].map { try TopicName($0).topic(in: store).scope } ?? .all
        let page = try limit.rows { last, count in
            try store.questions(in: scope, after: last?.cursor, limit: count)
        }
        let cells = page.rows.map { row in
            [row.id, row.kind.rawValue, row.difficulty.rawValue, row.standingWords, PlainStem.line(row.stem)]
        }
        let headings: [(String, TextTable.Alignment)] = [
            ("QUESTION", .start), ("KIND", .start), ("DIFFICULTY", .start), ("LAST", .start), ("STEM", .start),
        ]
        return Rows(
            table: TextTable(headings: headings, rows: cells), ids: page.rows.map(\.id), limit: page.limit,
            json: { try Console.json(page.rows.map(Listing.Question.init)) })
    }
}

extension Listing.Question {
    init(_ row: QuestionRow) {
        self.init(
            id: row.id, stem: row.stem, kind: row.kind.rawValue, difficulty: row.difficulty.rawValue,
            channel: row.channel, subChannel: row.subChannel, answers: row.answers, lastRight: row.lastCorrect,
            lastAt: row.lastAt?.iso, isBookmarked: row.isBookmarked, isDue: row.isDue)
    }
}

extension QuestionRow {
    /// How the last answer stands, in a word.
    var standingWords: String {
        if answers == 0 { return "new" }
        guard let lastCorrect else { return "ungraded" }
        return lastCorrect ? "right" : isPartly ? "partly" : "wrong"
    }
}
