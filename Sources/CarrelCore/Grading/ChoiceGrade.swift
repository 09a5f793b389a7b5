/// How good an answer was: whether it counts as right, and the share of the points it earns.
public struct AnswerGrade: Equatable, Sendable {
    public var isCorrect: Bool
    /// 0…1.
    public var score: Double

    public init(isCorrect: Bool, score: Double) {
        self.isCorrect = isCorrect
        self.score = score
    }

    public static let right = AnswerGrade(isCorrect: true, score: 1)
    public static let wrong = AnswerGrade(isCorrect: false, score: 0)

    /// Right only in part: some of the points, but not right.
    public var isPartial: Bool { !isCorrect && score > 0 }
}

/// Grading of `single` and `multiple`.
public enum ChoiceGrade {
    /// Exact-set scoring; where partial credit is allowed, right choices less wrong ones over the number of right
    /// options, never under nothing.
    public static func grade(
        selected: Set<String>, options: [AnswerOption], allowsPartialCredit: Bool = false
    ) -> AnswerGrade {
        grade(
            selected: selected, key: Set(options.lazy.filter(\.isCorrect).map(\.id)),
            allowsPartialCredit: allowsPartialCredit)
    }

    /// - Parameter key: The ids that are right.
    static func grade(selected: Set<String>, key: Set<String>, allowsPartialCredit: Bool) -> AnswerGrade {
        if selected == key, !key.isEmpty { return .right }
        guard allowsPartialCredit, !key.isEmpty else { return .wrong }
        let points = selected.intersection(key).count - selected.subtracting(key).count
        return AnswerGrade(isCorrect: false, score: max(0, Double(points) / Double(key.count)))
    }
}
