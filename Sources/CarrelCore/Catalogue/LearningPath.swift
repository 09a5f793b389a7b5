/// A guided way through questions, milestone by milestone.
public struct LearningPath: Codable, Equatable, Identifiable, Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case company
        case jobTitle = "job-title"
        case skill, certification
    }

    public struct Milestone: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        public var title: String
        public var estimatedHours: Int
        /// Question ids, in order.
        public var questions: [String]
        /// Resolved to question ids, ordered by id, after every pack is read.
        public var selection: Selection?

        public init(
            id: String, title: String, estimatedHours: Int, questions: [String] = [], selection: Selection? = nil
        ) {
            self.id = id
            self.title = title
            self.estimatedHours = estimatedHours
            self.questions = questions
            self.selection = selection
        }
    }

    /// Questions by property instead of by name. An empty list admits all.
    public struct Selection: Codable, Equatable, Sendable {
        public var channel: String?
        public var subChannel: String?
        public var certification: String?
        public var domain: String?
        public var tag: String?
        public var difficulty: [Difficulty] = []
        public var kind: [QuestionKind] = []
        public var limit: Int?

        public init() {}
    }

    public enum Status: String, Codable, CaseIterable, Sendable { case active, draft, archived }

    public var id: String
    public var title: String
    public var description: String
    public var kind: Kind
    public var difficulty: Difficulty
    public var targetCompany: String?
    public var targetJobTitle: String?
    public var estimatedHours: Int = 40
    public var learningObjectives: [String] = []
    public var prerequisites: [String] = []
    public var tags: [String] = []
    public var channels: [String] = []
    public var milestones: [Milestone]
    public var status: Status = .active

    public init(
        id: String, title: String, description: String, kind: Kind, difficulty: Difficulty, milestones: [Milestone]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.kind = kind
        self.difficulty = difficulty
        self.milestones = milestones
    }
}
