/// Grading of `hotspot`.
public enum HotspotGrade {
    /// As a choice is graded: right is the set of the correct regions; where partial credit is allowed, right choices
    /// less wrong ones over the number of correct regions, never under nothing.
    public static func grade(
        selected: Set<String>, regions: [Region], allowsPartialCredit: Bool = false
    ) -> AnswerGrade {
        ChoiceGrade.grade(
            selected: selected, key: Set(regions.lazy.filter(\.isCorrect).map(\.id)),
            allowsPartialCredit: allowsPartialCredit)
    }
}
