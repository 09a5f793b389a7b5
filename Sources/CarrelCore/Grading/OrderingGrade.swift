/// Grading of `ordering`.
public enum OrderingGrade {
    /// Right is the right order of every item and of nothing else.
    ///
    /// Partial credit goes by the longest ordered subset (as Moodle's ordering questions have it): of `n` items, the
    /// most that stand in the right order whatever stands between them, `l`, earn `(l − 1)/(n − 1)`; one item in a
    /// wrong place so costs one step, and the reverse of the right order earns nothing. Each entry that is no item, or
    /// is there a second time, takes a step off. Never under nothing.
    ///
    /// - Parameters:
    ///   - placed: Ids in the learner's order; what is left out was taken not to belong.
    ///   - items: Ids in the right order.
    public static func grade(placed: [String], items: [String], allowsPartialCredit: Bool = false) -> AnswerGrade {
        guard !items.isEmpty, placed != items else { return items.isEmpty ? .wrong : .right }
        guard allowsPartialCredit, items.count > 1 else { return .wrong }
        let known = Set(items).intersection(placed)
        let steps = longestOrdered(placed, as: items) - 1 - (placed.count - known.count)
        return AnswerGrade(isCorrect: false, score: max(0, Double(steps) / Double(items.count - 1)))
    }

    /// How many of `placed` stand in the order of `items`: the length of their longest common subsequence.
    public static func longestOrdered(_ placed: [String], as items: [String]) -> Int {
        var row = Array(repeating: 0, count: items.count + 1)
        for id in placed {
            var diagonal = 0
            for (index, item) in items.enumerated() {
                let above = row[index + 1]
                row[index + 1] = id == item ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[items.count]
    }
}
