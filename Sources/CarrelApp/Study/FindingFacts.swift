import CarrelCore
import CarrelStorage

// What the queries of searches, filters and previews come to.

/// A question as it stands beside a list.
struct PreviewFacts: Equatable, Sendable {
    var question: Question
    /// How it stands with the learner; nil where no pack has it any more.
    var row: QuestionRow?
    var note: String?
    /// Minutes after local midnight at which the learner's day begins.
    var dayStart = StudyDay.usualStart
}

/// The labels that questions of a scope carry, the most frequent first.
struct FilterLabels: Equatable, Sendable {
    var tags: [LabelCount] = []
    var companies: [LabelCount] = []
    /// The counts are of this scope; else of everything.
    var areOfScope = true
}

extension QuestionSort {
    /// The next one, as `s` goes through them.
    var next: QuestionSort {
        let all = Self.allCases
        let index = all.firstIndex(of: self) ?? 0
        return all[(index + 1) % all.count]
    }

    /// For a list that is in this order.
    var words: String {
        switch self {
        case .catalogue: "in the usual order"
        case .difficulty: "the easiest first"
        case .lastAnswered: "longest not answered first"
        case .newest: "the newest first"
        }
    }
}
