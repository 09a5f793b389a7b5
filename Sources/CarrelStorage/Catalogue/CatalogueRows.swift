import CarrelCore

/// How far the learner is with some questions.
public struct Tally: Equatable, Sendable {
    public var total: Int
    /// Answered at least once.
    public var seen: Int
    /// Answered rightly at the last time.
    public var correct: Int

    public init(total: Int = 0, seen: Int = 0, correct: Int = 0) {
        self.total = total
        self.seen = seen
        self.correct = correct
    }
}

/// A channel in a list.
public struct ChannelRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var title: String
    public var icon: String?
    public var category: Channel.Category?
    public var description: String?
    public var total: Int
    public var seen: Int
    public var correct: Int
}

/// A sub-channel in a list.
public struct SubChannelRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var title: String
    public var total: Int
    public var seen: Int
    public var correct: Int
}

/// A certification in a list.
public struct CertificationRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var name: String
    public var provider: String
    public var examCode: String?
    public var icon: String?
    public var difficulty: Difficulty
    public var total: Int
    public var seen: Int
    public var correct: Int
}

/// A certification's domain in a list.
public struct DomainRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var name: String
    /// Per cent.
    public var weight: Int
    public var total: Int
    public var seen: Int
    public var correct: Int
}

/// How much there is in the library.
public struct LibraryCounts: Equatable, Sendable {
    public var channels: Int
    public var certifications: Int
    public var paths: Int
    public var questions: Int
    public var bookmarks: Int
    /// Questions whose last answer was wrong.
    public var wrong: Int
    public var tags: Int
}

/// A tag in a list.
public struct TagRow: Equatable, Identifiable, Sendable {
    public var tag: String
    public var tally: Tally

    public var id: String { tag }
}
