import CarrelCore

/// A session as lists show it: a row of `userSessions` without its items.
public struct SessionRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var type: SessionType
    public var mode: SessionMode
    /// `SessionKey.text`.
    public var key: String
    public var title: String
    public var subtitle: String?
    public var channelId: String?
    public var certificationId: String?
    public var status: SessionStatus
    public var totalItems: Int
    /// Items with an answer, graded or not.
    public var completedItems: Int
    /// Of the items that count.
    public var correctAnswers: Int
    /// Per cent of the items.
    public var progress: Int
    public var startedAt: Timestamp
    public var lastAccessedAt: Timestamp
    public var completedAt: Timestamp?
    /// 0…100; nil before it is completed, and where nothing was scored.
    public var score: Double?
    public var passed: Bool?
    /// Seconds; nil without a clock.
    public var timeLimit: Int?
    /// Seconds spent on answers.
    public var timeSpent: Int
}

extension SessionRow {
    static let columns = """
        id, sessionType, mode, sessionKey, title, subtitle, channelId, certificationId, status, totalItems,
        completedItems, correctAnswers, progress, startedAt, lastAccessedAt, completedAt, score, passed, timeLimit,
        timeSpent
        """

    /// How many columns `columns` names: what a query adds comes after them.
    static let columnCount = 20

    init(_ row: Row) throws {
        id = row.text(0)
        type = try row.value(1)
        mode = try row.value(2)
        key = row.text(3)
        title = row.text(4)
        subtitle = row.optionalText(5)
        channelId = row.optionalText(6)
        certificationId = row.optionalText(7)
        status = try row.value(8)
        totalItems = row.int(9)
        completedItems = row.int(10)
        correctAnswers = row.int(11)
        progress = row.int(12)
        startedAt = try row.timestamp(13)
        lastAccessedAt = try row.timestamp(14)
        completedAt = try row.optionalTimestamp(15)
        score = row.optionalDouble(16)
        passed = row.optionalBool(17)
        timeLimit = row.optionalInt(18)
        timeSpent = row.int(19)
    }
}
