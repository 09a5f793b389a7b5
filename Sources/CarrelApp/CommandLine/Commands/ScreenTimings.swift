import CarrelCore
import CarrelStorage
import Glibc

/// How long the queries of the screens take on this file: what a learner waits for after a key.
struct ScreenTimings {
    let rows: [DoctorReport.Timing]

    /// How often each is asked.
    private static let rounds = 20

    init(of store: Store) throws {
        let performer = StorePerformer(store: store, clock: SystemClock.now, seed: 0)
        rows = try Self.queries(of: store).map { name, query in
            var times: [Double] = []
            for _ in 0..<Self.rounds {
                let start = Self.now()
                _ = try performer.perform(.fetch(query)).get()
                times.append(Self.now() - start)
            }
            times.sort()
            return DoctorReport.Timing(
                query: name, p50: Self.quantile(0.5, of: times), p95: Self.quantile(0.95, of: times),
                p99: Self.quantile(0.99, of: times))
        }
    }

    /// Milliseconds on a clock that nobody sets.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    /// The smallest of `sorted` that a share of `part` does not exceed (nearest rank).
    static func quantile(_ part: Double, of sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((part * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    /// Those whose rows grow with the file, on the largest of everything.
    private static func queries(of store: Store) throws -> [(String, Query)] {
        var queries: [(String, Query)] = [
            ("Home", .home), ("channels", .channels), ("certifications", .certifications), ("paths", .paths),
            ("bookmarks", .bookmarks), ("history", .history(after: nil)), ("tags", .tags(after: nil)),
            ("all questions", .questions(.all, after: nil)), ("wrong answers", .questions(.wrong, after: nil)),
        ]
        if let channel = try store.channels().max(by: { $0.total < $1.total }) {
            let scope = QuestionScope.channel(channel.id, subChannel: nil)
            queries += [
                ("questions of a channel", .questions(scope, after: nil)),
                ("the same by difficulty", .questions(scope, after: nil, sort: .difficulty)),
                ("set-up of a channel", .setUp(scope)), ("filters of a channel", .filterLabels(scope)),
            ]
        }
        if let tag = try store.tags(limit: 1).first?.tag {
            queries.append(("search as typed", .search(SearchQuery.read(String(tag.prefix(4))).query, .asYouType)))
            queries.append(("search", .search(SearchQuery.read(tag + " ").query, .all)))
        }
        if let session = try store.pastSessions(limit: 1).first {
            queries += [("a session", .session(session.id)), ("a summary", .summary(session.id))]
        }
        if let question = try store.questions(in: .all, limit: 1).first {
            queries += [("a question", .item(question.id)), ("its answers", .answers(to: question.id))]
        }
        return queries
    }
}
