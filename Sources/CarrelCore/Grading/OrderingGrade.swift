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
        let steps = inOrder(placed, as: items).count - 1 - (placed.count - known.count)
        return AnswerGrade(isCorrect: false, score: max(0, Double(steps) / Double(items.count - 1)))
    }

    /// The most of `placed` that stand in the order of `items`, whatever stands between them: a longest common
    /// subsequence of both.
    public static func inOrder(_ placed: [String], as items: [String]) -> [String] {
        // lengths[p][i]: of what is placed from p on, and the items from i on.
        var lengths = Array(repeating: Array(repeating: 0, count: items.count + 1), count: placed.count + 1)
        for p in placed.indices.reversed() {
            for i in items.indices.reversed() {
                lengths[p][i] =
                    placed[p] == items[i] ? lengths[p + 1][i + 1] + 1 : max(lengths[p + 1][i], lengths[p][i + 1])
            }
        }
        var found: [String] = [], p = 0, i = 0
        while p < placed.count, i < items.count {
            if placed[p] == items[i] {
                found.append(placed[p])
                (p, i) = (p + 1, i + 1)
            } else if lengths[p + 1][i] >= lengths[p][i + 1] {
                p += 1
            } else {
                i += 1
            }
        }
        return found
    }
}
