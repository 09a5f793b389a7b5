/// What a load changed in the catalogue.
public struct LoadReport: Codable, Equatable, Sendable {
    /// By id, sorted.
    public struct Changes: Codable, Equatable, Sendable {
        public var added: [String] = []
        public var changed: [String] = []
        public var retired: [String] = []
        public var restored: [String] = []
        public var unchanged = 0

        public init() {}

        public var isEmpty: Bool { added.isEmpty && changed.isEmpty && retired.isEmpty && restored.isEmpty }

        mutating func sort() {
            added.sort()
            changed.sort()
            retired.sort()
            restored.sort()
        }
    }

    public var questions = Changes()
    public var channels = Changes()
    public var certifications = Changes()
    public var paths = Changes()
    public var interviews = Changes()
    public var shells = Changes()
    /// Pack files taken in.
    public var packs = 0

    public init() {}

    /// Nothing in the catalogue is other than before.
    public var isEmpty: Bool {
        [questions, channels, certifications, paths, interviews, shells].allSatisfy(\.isEmpty)
    }
}
