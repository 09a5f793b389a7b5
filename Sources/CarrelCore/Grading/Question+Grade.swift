extension Question {
    /// The grade of an answer; nil where a learner gives it (free), or where the answer is no selection (simulation).
    ///
    /// A perfect answer earns exactly 1 and nothing else does. An answer of nothing, or of another kind's form, is
    /// wrong.
    public func grade(_ selection: AnswerGiven.Selection, allowsPartialCredit: Bool) -> AnswerGrade? {
        switch (kind, payload, selection) {
        case (.free, _, _), (.simulation, _, _): nil
        case (.single, _, .chosen(let ids)), (.multiple, _, .chosen(let ids)):
            ChoiceGrade.grade(
                selected: ids, options: options, allowsPartialCredit: allowsPartialCredit && kind == .multiple)
        case (.ordering, .ordering(let items, _), .ordered(let ids)):
            OrderingGrade.grade(placed: ids, items: items.map(\.id), allowsPartialCredit: allowsPartialCredit)
        case (.matching, .matching(let pairs, _), .paired(let sides)):
            MatchingGrade.grade(paired: sides, pairs: pairs.map(\.id), allowsPartialCredit: allowsPartialCredit)
        case (.hotspot, .hotspot(let regions), .chosen(let ids)):
            HotspotGrade.grade(selected: ids, regions: regions, allowsPartialCredit: allowsPartialCredit)
        default: .wrong
        }
    }
}
