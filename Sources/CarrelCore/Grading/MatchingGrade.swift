/// Grading of `matching`.
public enum MatchingGrade {
    /// Right is every left side with its own right side. Where partial credit is allowed, each right pair earns the
    /// same share; what is not paired, or paired with a distractor, earns nothing and costs nothing.
    ///
    /// - Parameters:
    ///   - paired: Ids of right sides by left. A right side has the id of the pair it belongs to.
    ///   - pairs: Ids of the pairs.
    public static func grade(
        paired: [String: String], pairs: [String], allowsPartialCredit: Bool = false
    ) -> AnswerGrade {
        let right = pairs.count { paired[$0] == $0 }
        guard right < pairs.count else { return pairs.isEmpty ? .wrong : .right }
        guard allowsPartialCredit else { return .wrong }
        return AnswerGrade(isCorrect: false, score: Double(right) / Double(pairs.count))
    }
}
