import CarrelCore

/// A learning path in a list.
public struct PathRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var title: String
    public var kind: LearningPath.Kind
    public var targetCompany: String?
    public var targetJobTitle: String?
    public var difficulty: Difficulty
    /// Over the active questions of all milestones, each once.
    public var tally: Tally
    public var milestones: [MilestoneRow]

    /// Hours of work left, the sum over its milestones.
    public var hoursLeft: Double { milestones.reduce(0) { $0 + $1.hoursLeft } }

    /// Where to go on: the first milestone with something left to answer rightly; nil when none has.
    public var current: Int? { milestones.firstIndex { $0.tally.total > 0 && !$0.isFinished } }
}

/// A milestone of a learning path, and how far the learner is with it.
public struct MilestoneRow: Equatable, Identifiable, Sendable {
    public var id: String
    public var title: String
    public var estimatedHours: Int
    /// Over its active questions.
    public var tally: Tally

    public init(id: String, title: String, estimatedHours: Int, tally: Tally) {
        self.id = id
        self.title = title
        self.estimatedHours = estimatedHours
        self.tally = tally
    }

    /// Every question was answered rightly at its last time, and there is one.
    public var isFinished: Bool { tally.total > 0 && tally.correct == tally.total }

    /// The estimated hours times the share of questions whose last answer is not right.
    ///
    /// Zero where no question of it is here: nothing can be done for it.
    public var hoursLeft: Double {
        guard tally.total > 0 else { return 0 }
        return Double(estimatedHours) * Double(tally.total - tally.correct) / Double(tally.total)
    }
}

/// Something that a path or a certification expects to come before it.
public struct Prerequisite: Equatable, Identifiable, Sendable {
    public enum Kind: Equatable, Sendable { case path, certification }

    public var id: String
    /// The id, where no pack here has it.
    public var title: String
    /// Nil where no pack here has it.
    public var kind: Kind?
    public var tally: Tally

    public init(id: String, title: String, kind: Kind?, tally: Tally) {
        self.id = id
        self.title = title
        self.kind = kind
        self.tally = tally
    }
}
