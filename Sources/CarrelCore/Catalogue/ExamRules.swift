/// The rules of an exam: data, never code.
public struct ExamRules: Codable, Equatable, Sendable {
    public enum Navigation: String, Codable, CaseIterable, Sendable {
        case free
        case forwardOnly = "forward-only"
    }

    /// What happens when fewer options are chosen than `choose` asks for.
    public enum Incomplete: String, Codable, CaseIterable, Sendable { case warn, refuse }

    /// A part of the exam with its own time, possibly locked once left.
    public struct Section: Codable, Equatable, Identifiable, Sendable {
        public var id: String
        public var questions: Int
        public var minutes: Int
        public var locks: Bool

        public init(id: String, questions: Int, minutes: Int, locks: Bool) {
            self.id = id
            self.questions = questions
            self.minutes = minutes
            self.locks = locks
        }
    }

    /// The reporting scale, e.g. 100–900; `pass` lies on it.
    public struct Scale: Codable, Equatable, Sendable {
        public var low: Int
        public var high: Int

        public init(low: Int, high: Int) {
            self.low = low
            self.high = high
        }

        public static let percent = Scale(low: 0, high: 100)
    }

    /// Everything shown, unscored items included.
    public var questions: Int
    public var unscored: Int = 0
    public var minutes: Int
    /// The cut score, on `scale`.
    public var pass: Int
    public var scale: Scale = .percent
    public var navigation: Navigation = .free
    public var allowsPartialCredit: Bool = false
    /// Minutes left at which the learner is warned, longest first.
    public var warnings: [Int] = []
    public var sections: [Section] = []
    public var asksConfidence: Bool = false
    public var incomplete: Incomplete = .warn

    public init(questions: Int, minutes: Int, pass: Int) {
        self.questions = questions
        self.minutes = minutes
        self.pass = pass
    }

    /// The share of the points that passes, 0…1: (pass − low) / (high − low).
    public var cut: Double { Double(pass - scale.low) / Double(scale.high - scale.low) }
}
