/// Which questions of a list are wanted, by what they are and how they stand with the learner.
///
/// A question has one difficulty, kind, channel and certification, and is unseen, wrong or right: several of these are
/// alternatives. It may have many tags, companies and other statuses: of these it must have all. Of what is excluded
/// it may have none.
@dynamicMemberLookup
public struct QuestionFilter: Hashable, Sendable {
    /// What one side of a filter names.
    public struct Conditions: Hashable, Sendable {
        public var difficulties: Set<Difficulty> = []
        public var kinds: Set<QuestionKind> = []
        public var tags: Set<String> = []
        public var companies: Set<String> = []
        /// Ids.
        public var channels: Set<String> = []
        /// Ids.
        public var certifications: Set<String> = []
        public var statuses: Set<QuestionStatus> = []

        public init() {}

        public var isEmpty: Bool { self == Conditions() }
    }

    public var wanted = Conditions()
    public var excluded = Conditions()
    /// What the title has to hold, as `FuzzyPattern` finds it; no field of a search asks for it.
    public var typed = ""

    /// Admits every question.
    public init() {}

    public var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty && typed.isEmpty }

    /// Speaks of what is wanted: `filter.tags` is `filter.wanted.tags`.
    public subscript<Value>(dynamicMember member: WritableKeyPath<Conditions, Value>) -> Value {
        get { wanted[keyPath: member] }
        set { wanted[keyPath: member] = newValue }
    }
}
