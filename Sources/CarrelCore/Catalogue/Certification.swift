/// An examination: what it covers, and the rules it is sat under.
public struct Certification: Codable, Equatable, Identifiable, Sendable {
    public struct Domain: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        public var name: String
        /// Per cent; the weights of a certification sum to 100.
        public var weight: Int
        public var topics: [String]

        public init(id: String, name: String, weight: Int, topics: [String] = []) {
            self.id = id
            self.name = name
            self.weight = weight
            self.topics = topics
        }
    }

    /// A channel that also prepares for the exam; weight in per cent.
    public struct ChannelMapping: Codable, Equatable, Sendable {
        public var channel: String
        public var weight: Int

        public init(channel: String, weight: Int) {
            self.channel = channel
            self.weight = weight
        }
    }

    public enum Status: String, Codable, CaseIterable, Sendable { case active, draft, archived }

    public var id: String
    public var name: String
    public var provider: String
    public var description: String
    public var category: String
    public var difficulty: Difficulty
    public var examCode: String?
    public var officialURL: String?
    public var icon: String?
    public var estimatedHours: Int = 40
    public var domains: [Domain]
    public var rules: ExamRules
    public var channelMappings: [ChannelMapping] = []
    public var prerequisites: [String] = []
    public var tags: [String] = []
    public var status: Status = .active

    public init(
        id: String, name: String, provider: String, description: String, category: String, difficulty: Difficulty,
        domains: [Domain], rules: ExamRules
    ) {
        self.id = id
        self.name = name
        self.provider = provider
        self.description = description
        self.category = category
        self.difficulty = difficulty
        self.domains = domains
        self.rules = rules
    }
}
