import CarrelCore

/// An entry as the journal holds it, and whether an `undone` names it.
struct RecordedEntry: Equatable {
    var entry: JournalEntry
    var isUndone: Bool

    /// Whether a fold takes it in.
    var isLive: Bool { !(isUndone && entry.event.isUndoable) }
}

/// The journal's rows. Entries are only ever added; of one that comes again, the lower `ord` stands.
struct JournalTable {
    let database: Database
    let codec: EventCodec
    /// What was read once need not be decoded again: an entry's event never changes. Nil to keep nothing.
    let decoded: DecodedEvents?

    init(_ database: Database, codec: EventCodec = EventCodec(), keeping decoded: DecodedEvents? = nil) {
        self.database = database
        self.codec = codec
        self.decoded = decoded
    }

    // MARK: Writing

    func insert(_ entry: JournalEntry) throws {
        let stored = try codec.stored(entry.event)
        try database.run(
            """
            INSERT INTO journal(id, ord, hlc, at, tz, kind, v, sessionId, questionId, target, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.id, entry.ord, entry.hlc, entry.at, entry.zone, stored.kind, stored.version, entry.sessionId,
            entry.questionId, entry.target, stored.body)
    }

    func lowerOrder(of id: String, to ord: Int64) throws {
        try database.run("UPDATE journal SET ord = ? WHERE id = ? AND ord > ?", ord, id, ord)
    }

    // MARK: Reading

    /// The order's next place: the time, and after everything there is.
    func nextPlace(at moment: Timestamp, count: Int = 1) throws -> Int64 {
        let last = try database.integer("SELECT max(ord) FROM journal")
        let (after, overflow) = last.addingReportingOverflow(1)
        let first = max(max(0, moment.milliseconds) << 16, after)
        guard !overflow, !first.addingReportingOverflow(Int64(count)).overflow else {
            throw JournalError.orderExhausted
        }
        return first
    }

    func entry(_ id: String) throws -> RecordedEntry? {
        try database.first(Self.select + " WHERE e.id = ?", id, map: recorded)
    }

    func entries(ofQuestion id: String) throws -> [RecordedEntry] {
        try database.rows(Self.select + " WHERE e.questionId = ? ORDER BY e.ord, e.hlc, e.id", id, map: recorded)
    }

    /// What a session's own row is folded from.
    func headEntries(ofSession id: String) throws -> [RecordedEntry] {
        try database.rows(Self.selectHead, id, map: recorded)
    }

    /// Entries of one kind that are about neither a session nor a question.
    func entries(of kinds: [JournalKind]) throws -> [RecordedEntry] {
        try kinds.flatMap {
            try database.rows(
                Self.select
                    + """
                     WHERE e.kind = ? AND e.sessionId IS NULL AND e.questionId IS NULL
                    ORDER BY e.ord, e.hlc, e.id
                    """, $0.rawValue, map: recorded)
        }
    }

    /// How many of a session's entries count, and when the last of them was.
    func activity(ofSession id: String) throws -> SessionActivity {
        let count = try database.integer("SELECT count(*) " + Self.liveOfSession, id)
        let last = try database.first(
            "SELECT e.at " + Self.liveOfSession + " ORDER BY e.ord DESC, e.hlc DESC, e.id DESC LIMIT 1", id
        ) { try $0.timestamp(0) }
        return SessionActivity(entries: Int(count), last: last)
    }

    private func recorded(_ row: Row) throws -> RecordedEntry {
        RecordedEntry(entry: try entry(row), isUndone: row.bool(11))
    }

    /// The entry of a row of `EntryRow.columns`.
    func entry(_ row: Row) throws -> JournalEntry {
        let id = row.text(0)
        return JournalEntry(
            id: id, ord: row.int64(1), hlc: row.int64(2), at: try row.timestamp(3), zone: row.int(4),
            sessionId: row.optionalText(7), questionId: row.optionalText(8), target: row.optionalText(9),
            event: event(id, EventCodec.Stored(kind: row.text(5), version: row.int(6), body: row.text(10))))
    }

    private func event(_ id: String, _ stored: @autoclosure () -> EventCodec.Stored) -> JournalEvent {
        guard let decoded else { return codec.event(stored()) }
        if let known = decoded[id] { return known }
        let stored = stored()
        let event = codec.event(stored)
        decoded.keep(event, of: id, body: stored.body)
        return event
    }

    // MARK: SQL

    private static let isUndone = """
        EXISTS (SELECT 1 FROM journal u
                 WHERE u.target = e.id AND u.kind = 'undone' AND u.v <= \(JournalKind.undone.version))
        """

    private static let select = """
        SELECT e.id, e.ord, e.hlc, e.at, e.tz, e.kind, e.v, e.sessionId, e.questionId, e.target, e.body, \(isUndone)
          FROM journal e
        """

    private static let selectHead =
        select + """
             WHERE e.sessionId = ? AND e.kind IN (\(JournalKind.list(JournalKind.ofSessionHead)))
             ORDER BY e.ord, e.hlc, e.id
            """

    private static let liveOfSession = """
          FROM journal e
         WHERE e.sessionId = ? AND e.kind IN (\(JournalKind.list(JournalKind.allCases.filter { $0 != .undone })))
           AND e.v <= \(JournalKind.undone.version)
           AND (NOT \(isUndone) OR e.kind IN ('sessionStarted', 'sessionCompleted')
                OR e.kind = 'answerGraded' AND json_extract(e.body, '$.isSubmission'))
        """
}

/// Events by entry, for as long as one command needs them.
final class DecodedEvents {
    private var byId: [String: JournalEvent] = [:]
    /// Bytes of bodies that may still be kept.
    private var room = 32 << 20

    subscript(id: String) -> JournalEvent? { byId[id] }

    /// Keeps the event that `body` was decoded to, unless there is no more room.
    func keep(_ event: JournalEvent, of id: String, body: String) {
        guard room >= body.utf8.count else { return }
        room -= body.utf8.count
        byId[id] = event
    }

    /// What is read from now on is not kept.
    func close() { room = 0 }
}

extension JournalKind {
    /// What a session's own row and data are folded from; answers are rows of their own.
    static let ofSessionHead: [JournalKind] = [
        .sessionStarted, .sessionPaused, .sessionResumed, .sessionCompleted, .sessionAbandoned, .itemMarked,
        .optionStruck, .scratchNoted, .prediction,
    ]

    /// What the answer to one item of one session is folded from.
    static let ofAnswer: [JournalKind] = [.answerGiven, .answerGraded, .itemMarked]

    /// For a statement.
    static func list(_ kinds: [JournalKind]) -> String {
        kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }
}
