import CarrelCore

/// A question in a list.
public struct QuestionRow: Equatable, Identifiable, Sendable {
    public var id: String
    /// The beginning of the stem, in Markdown: up to 200 characters; as the learner corrected it.
    public var stem: String
    public var kind: QuestionKind
    public var difficulty: Difficulty
    public var subChannel: String
    /// How often the learner has answered it.
    public var answers: Int
    /// Nil while no answer is graded.
    public var lastCorrect: Bool?
    public var isBookmarked: Bool
    public var isSuspended: Bool
    /// Left out of draws until the learner's day ends.
    public var isBuried = false
    /// Where the list goes on after this row: of the last one of a page.
    public var cursor: QuestionCursor?
    /// The id of its channel or certification.
    public var channel: String = ""
    public var channelTitle: String = ""
    /// Of its sub-channel or domain.
    public var subChannelTitle: String = ""
    /// 0…1, of the last graded answer.
    public var lastScore: Double?
    public var lastAt: Timestamp?
    public var hasNote: Bool = false
    /// The learner has corrected it.
    public var isMine: Bool = false
    /// In a session that is not over.
    public var isFlagged: Bool = false
    public var isDue: Bool = false

    /// The last graded answer was neither wholly right nor wholly wrong.
    public var isPartly: Bool { lastCorrect == false && (lastScore ?? 0) > 0 }
}

/// A place in a list of questions; good for the scope, the filter and the sort it came from.
public struct QuestionCursor: Equatable, Sendable {
    enum Key: Equatable, Sendable {
        case text(String)
        case number(Int)

        var value: any Bindable {
            switch self {
            case .text(let text): text
            case .number(let number): number
            }
        }
    }

    /// Which part of a list that is sorted in parts, counted from 0.
    var part: Int = 0
    /// What the part is ordered by.
    var keys: [Key]
}

/// Makes rows of lists, and reads what they share once.
struct QuestionRowReader {
    private let database: Database
    private let now: Timestamp
    private let flagged: Set<String>
    private var titles: TopicTitles

    /// Of `d`, and of `q`, the question.
    static let columns = """
        d.questionId,
        substr(IIF(d.marks & \(QuestionMarks.mine.rawValue), \(Store.shownStem(learner: "(SELECT id FROM users)")),
                   q.question), 1, \(ListedStem.fetched)), d.kind, d.level, d.channel, d.subChannel, d.answers, d.standing,
        d.lastScore, d.lastAt, d.due, d.asideUntil, d.marks,
        CASE WHEN d.asideUntil IS NOT NULL THEN
            (SELECT r.buriedUntil FROM reviewStates r
              WHERE r.userId = (SELECT id FROM users) AND r.questionId = d.questionId) END
        """
    static let columnCount = 14

    init(for store: Store) throws {
        database = store.database
        now = store.clock().at
        flagged = Set(try store.database.rows(AnswerStatus.flagged.select, store.learner) { $0.text(0) })
        titles = TopicTitles(store.database)
    }

    mutating func row(_ row: Row) throws -> QuestionRow {
        let id = row.text(0)
        let topic = try titles.titles(of: row.text(4), row.text(5))
        let standing = Standing(rawValue: row.int(7)) ?? .unseen
        let marks = QuestionMarks(rawValue: row.int(12))
        let isAside = row.optionalText(11).map { $0 > now.text } ?? false
        let isDue = row.optionalText(10).map { $0 <= now.text } ?? false
        var out = QuestionRow(
            id: id, stem: ListedStem.text(row.text(1)), kind: try row.value(2),
            difficulty: Difficulty(place: row.int(3)), subChannel: topic.part, answers: row.int(6),
            lastCorrect: standing.isRight, isBookmarked: marks.contains(.bookmarked),
            isSuspended: marks.contains(.suspended))
        out.isBuried = row.optionalText(13).map { $0 > now.text } ?? false
        (out.channel, out.channelTitle, out.subChannelTitle) = (topic.id, topic.title, topic.partTitle)
        out.lastScore = row.optionalDouble(8)
        out.lastAt = try row.optionalTimestamp(9)
        out.hasNote = marks.contains(.noted)
        out.isMine = marks.contains(.mine)
        out.isFlagged = flagged.contains(id)
        out.isDue = isDue && !isAside
        return out
    }
}

/// Titles of channels and certifications and of their parts, each read once: rows share their text.
struct TopicTitles {
    /// Ids and titles of a topic and a part of it.
    typealias Titles = (id: String, title: String, part: String, partTitle: String)

    private struct Topic {
        var id: String
        var title: String
        var parts: [String: (id: String, title: String)] = [:]

        init(_ id: String, _ title: String, parts: [(id: String, title: String)]) {
            (self.id, self.title) = (id, title)
            for part in parts where self.parts[part.id] == nil { self.parts[part.id] = part }
        }
    }

    private let database: Database
    private var known: [String: Topic] = [:]

    init(_ database: Database) { self.database = database }

    /// The ids themselves where no pack names them.
    mutating func titles(of topic: String, _ part: String) throws -> Titles {
        let found = try known[topic] ?? read(topic)
        known[topic] = found
        let foundPart = found.parts[part]
        return (found.id, found.title, foundPart?.id ?? part, foundPart?.title ?? part)
    }

    private func read(_ id: String) throws -> Topic {
        let channel = try database.first("SELECT title FROM channels WHERE id = ?", id) { $0.text(0) }
        if let channel {
            let parts = try database.rows("SELECT id, title FROM subChannels WHERE channelId = ?", id) {
                (id: $0.text(0), title: $0.text(1))
            }
            return Topic(id, channel, parts: parts)
        }
        return try database.first("SELECT name, domains FROM certifications WHERE id = ?", id) { row in
            let domains = try row.json(1, as: [Certification.Domain].self) ?? []
            return Topic(id, row.text(0), parts: domains.map { (id: $0.id, title: $0.name) })
        } ?? Topic(id, id, parts: [])
    }
}

extension Difficulty {
    /// From `questionDocs.level`.
    init(place: Int) {
        let all = Difficulty.allCases
        self = all[min(max(place - 1, 0), all.count - 1)]
    }
}

extension Standing {
    /// Nil for a status that is told by something else.
    init?(_ status: QuestionStatus) {
        switch status {
        case .unseen: self = .unseen
        case .wrong: self = .wrong
        case .right: self = .right
        default: return nil
        }
    }

    /// Nil while no answer is graded.
    var isRight: Bool? {
        switch self {
        case .unseen, .ungraded: nil
        case .wrong: false
        case .right: true
        }
    }
}
