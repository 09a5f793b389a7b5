/// One event of the learner's work, as the journal keeps it. Never changed once written.
public struct JournalEntry: Equatable, Identifiable, Sendable {
    /// A ULID.
    public var id: String
    /// Equal to `hlc` until a server caps it.
    public var ord: Int64
    /// Hybrid logical clock: milliseconds since 1970, shifted left by 16, made unique and increasing. It orders and
    /// nothing else, and is never turned into a floating-point number: it exceeds 2⁵³.
    public var hlc: Int64
    /// Wall time; dates, due times and durations come from here.
    public var at: Timestamp
    /// Minutes east of UTC where it happened.
    public var zone: Int
    public var sessionId: String?
    public var questionId: String?
    /// The entry that an `undone` takes back.
    public var target: String?
    public var event: JournalEvent

    public init(
        id: String, ord: Int64, hlc: Int64, at: Timestamp, zone: Int, sessionId: String? = nil,
        questionId: String? = nil, target: String? = nil, event: JournalEvent
    ) {
        self.id = id
        self.ord = ord
        self.hlc = hlc
        self.at = at
        self.zone = zone
        self.sessionId = sessionId
        self.questionId = questionId
        self.target = target
        self.event = event
    }
}

/// Where an entry stands: the one order of everything, (ord, hlc, id).
public struct JournalPosition: Hashable, Comparable, Sendable {
    public var ord: Int64
    public var hlc: Int64
    public var id: String

    public init(ord: Int64, hlc: Int64, id: String) {
        self.ord = ord
        self.hlc = hlc
        self.id = id
    }

    public static func < (left: JournalPosition, right: JournalPosition) -> Bool {
        (left.ord, left.hlc, left.id) < (right.ord, right.hlc, right.id)
    }
}

extension JournalEntry {
    public var position: JournalPosition { JournalPosition(ord: ord, hlc: hlc, id: id) }
}
