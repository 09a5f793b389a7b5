/// How well a learner's certainty fits their answers, shown beside a score and never instead of it.
public struct Certainty: Equatable, Sendable {
    /// Answers given with one degree of certainty.
    public struct Level: Equatable, Sendable {
        public var answers = 0
        public var right = 0
    }

    public private(set) var levels: [Confidence: Level] = [:]
    /// The sum of certainty-based marks: right +1, +2, +3 and wrong 0, −2, −6 for a guess, unsure and sure
    /// (Gardner-Medwin's scheme).
    public private(set) var marks = 0

    public init() {}

    public mutating func add(_ confidence: Confidence, isCorrect: Bool) {
        levels[confidence, default: Level()].answers += 1
        if isCorrect { levels[confidence, default: Level()].right += 1 }
        marks += Self.mark(confidence, isCorrect: isCorrect)
    }

    public var answers: Int { levels.values.reduce(0) { $0 + $1.answers } }

    /// The most that `answers` could have come to.
    public var mostMarks: Int { answers * Self.mark(.sure, isCorrect: true) }

    public static func mark(_ confidence: Confidence, isCorrect: Bool) -> Int {
        switch (confidence, isCorrect) {
        case (.guess, true): 1
        case (.unsure, true): 2
        case (.sure, true): 3
        case (.guess, false): 0
        case (.unsure, false): -2
        case (.sure, false): -6
        }
    }
}
