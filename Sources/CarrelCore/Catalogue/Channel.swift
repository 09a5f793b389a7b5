/// A topic, with the sub-topics its questions are sorted into.
public struct Channel: Codable, Equatable, Identifiable, Sendable {
    public struct SubChannel: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        public var title: String

        public init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// The areas channels are grouped by.
    public enum Category: String, Codable, CaseIterable, Sendable {
        case fundamentals, engineering, cloud, data, security, ai, mobile, testing, management
    }

    public var id: String
    public var title: String
    public var category: Category
    public var description: String?
    /// One column wide.
    public var icon: String?
    public var roles: [String] = []
    public var subChannels: [SubChannel]

    public init(id: String, title: String, category: Category, subChannels: [SubChannel]) {
        self.id = id
        self.title = title
        self.category = category
        self.subChannels = subChannels
    }
}
