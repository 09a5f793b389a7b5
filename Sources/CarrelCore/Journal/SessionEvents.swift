/// A session begins: everything about it that never changes.
public struct SessionStarted: Codable, Equatable, Sendable {
    public var type: SessionType
    public var mode: SessionMode
    public var key: String
    public var title: String
    public var subtitle: String?
    public var channelId: String?
    public var certificationId: String?
    public var items: [DrawnItem]
    /// Seconds; nil without a clock.
    public var timeLimit: Int?
    /// What an exam began under: it ends under the same, whatever its author changes meanwhile.
    public var rules: ExamRules?

    public init(
        type: SessionType, mode: SessionMode, key: String, title: String, subtitle: String? = nil,
        channelId: String? = nil, certificationId: String? = nil, items: [DrawnItem], timeLimit: Int? = nil,
        rules: ExamRules? = nil
    ) {
        self.type = type
        self.mode = mode
        self.key = key
        self.title = title
        self.subtitle = subtitle
        self.channelId = channelId
        self.certificationId = certificationId
        self.items = items
        self.timeLimit = timeLimit
        self.rules = rules
    }
}

public struct SessionPaused: Codable, Equatable, Sendable { public init() {} }

public struct SessionResumed: Codable, Equatable, Sendable { public init() {} }

/// A session was finished by the learner or by its clock.
public struct SessionCompleted: Codable, Equatable, Sendable {
    /// 0…100; nil where nothing was scored.
    public var score: Double?
    public var result: SessionResult?

    public init(score: Double? = nil, result: SessionResult? = nil) {
        self.score = score
        self.result = result
    }
}

public struct SessionAbandoned: Codable, Equatable, Sendable { public init() {} }

/// An item was flagged for this session, or the flag taken off.
public struct ItemMarked: Codable, Equatable, Sendable {
    public var isMarked: Bool

    public init(isMarked: Bool) { self.isMarked = isMarked }
}

/// An option was struck out, or restored.
public struct OptionStruck: Codable, Equatable, Sendable {
    public var option: String
    public var isStruck: Bool

    public init(option: String, isStruck: Bool) {
        self.option = option
        self.isStruck = isStruck
    }
}

/// The scratch note of an item, or of the whole session when the entry names no question, now reads `text`.
public struct ScratchNoted: Codable, Equatable, Sendable {
    public var text: String

    public init(text: String) { self.text = text }
}
