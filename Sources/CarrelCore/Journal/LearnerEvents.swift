/// A question is kept for good, with an optional note; setting it again replaces the note.
public struct BookmarkSet: Codable, Equatable, Sendable {
    public var note: String?

    public init(note: String? = nil) { self.note = note }
}

public struct BookmarkCleared: Codable, Equatable, Sendable { public init() {} }

/// A learner reports something about a question.
public struct FeedbackGiven: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable { case error, improvement, general }

    public var type: Kind
    public var message: String

    public init(type: Kind, message: String) {
        self.type = type
        self.message = message
    }
}

/// The learner's own correction of one field of a question.
public struct ErrataSet: Codable, Equatable, Sendable {
    /// `question`, `answer`, `explanation`, `tldr`, `eli5` or `option/<id>/(text|isCorrect|explanation)`.
    public var field: String
    public var value: String
    public var reason: String?
    /// Of the text that was corrected: when the pack's no longer matches, its author has changed it.
    public var baseHash: String?

    public init(field: String, value: String, reason: String? = nil, baseHash: String? = nil) {
        self.field = field
        self.value = value
        self.reason = reason
        self.baseHash = baseHash
    }
}

public struct ErrataCleared: Codable, Equatable, Sendable {
    public var field: String

    public init(field: String) { self.field = field }
}

public struct QuestionSuspended: Codable, Equatable, Sendable { public init() {} }

public struct QuestionUnsuspended: Codable, Equatable, Sendable { public init() {} }

/// A question is left out until a moment.
public struct QuestionBuried: Codable, Equatable, Sendable {
    public var until: Timestamp

    public init(until: Timestamp) { self.until = until }
}

/// One of the learner's own settings, as text.
public struct SettingChanged: Codable, Equatable, Sendable {
    public var key: String
    public var value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

extension SettingChanged {
    /// The beginning of keys under which the program remembers something by itself, e.g. the choices made last.
    public static let rememberedPrefix = "remembered/"

    /// Not something the learner set, so nothing an undo takes back.
    public var isRemembered: Bool { key.hasPrefix(Self.rememberedPrefix) }
}

public struct GoalSet: Codable, Equatable, Sendable {
    public var key: String
    public var value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

public struct GoalCleared: Codable, Equatable, Sendable {
    public var key: String

    public init(key: String) { self.key = key }
}

/// The chance of passing as it was estimated just before a mock exam; probabilities 0…1.
public struct Prediction: Codable, Equatable, Sendable {
    public var pPass: Double
    public var low: Double
    public var high: Double
    public var isReady: Bool

    public init(pPass: Double, low: Double, high: Double, isReady: Bool) {
        self.pPass = pPass
        self.low = low
        self.high = high
        self.isReady = isReady
    }
}

/// The entry named by the journal entry's `target` no longer counts.
public struct Undone: Codable, Equatable, Sendable { public init() {} }
