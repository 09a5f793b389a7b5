/// What kind of thing a session goes through (the published schema's words).
public enum SessionType: String, Codable, CaseIterable, Sendable {
    case test
    case voiceInterview = "voice-interview"
    case certification, channel, training, path, review
}

/// How a session treats an answer.
public enum SessionMode: String, Codable, CaseIterable, Sendable {
    case practice, timed, exam, review, adaptive

    /// Whether the learner is told at once, so that the first answer is the one memory is judged by.
    public var givesFeedbackAtOnce: Bool { self == .practice || self == .review || self == .adaptive }

    /// Whether its clock goes on while nobody is there: an exam's does, a practice's stands still.
    public var runsAlone: Bool { self == .exam }
}

public enum SessionStatus: String, Codable, CaseIterable, Sendable { case active, completed, abandoned }

/// One question as a session drew it. Never changes after the start.
public struct DrawnItem: Codable, Equatable, Sendable {
    public var questionId: String
    /// Option ids in the order they are shown.
    public var options: [String]
    /// False for an exam item that is shown but not counted.
    public var isScored: Bool

    public init(questionId: String, options: [String] = [], isScored: Bool = true) {
        self.questionId = questionId
        self.options = options
        self.isScored = isScored
    }
}

/// What the learner has done to a session beside answering: all of it comes back with the session.
public struct SessionMarks: Equatable, Sendable {
    /// Question ids flagged for this session.
    public var flagged: Set<String> = []
    /// Option ids struck out, by question.
    public var struck: [String: Set<String>] = [:]
    /// Scratch notes, by question; the sheet of the whole session is under the empty id.
    public var notes: [String: String] = [:]

    public init() {}

    public mutating func take(_ mark: ItemMarked, of question: String) {
        if mark.isMarked { flagged.insert(question) } else { flagged.remove(question) }
    }

    public mutating func take(_ strike: OptionStruck, of question: String) {
        var options = struck[question] ?? []
        if strike.isStruck { options.insert(strike.option) } else { options.remove(strike.option) }
        struck[question] = options.isEmpty ? nil : options
    }
}

/// What a completed exam came to; kept in the session's data.
public struct SessionResult: Codable, Equatable, Sendable {
    /// Points earned and points possible over scored items, in thousandths.
    public var earned: Int
    public var possible: Int
    /// On the certification's scale.
    public var scaledScore: Int?
    public var passed: Bool?

    public init(earned: Int, possible: Int, scaledScore: Int? = nil, passed: Bool? = nil) {
        self.earned = earned
        self.possible = possible
        self.scaledScore = scaledScore
        self.passed = passed
    }
}
