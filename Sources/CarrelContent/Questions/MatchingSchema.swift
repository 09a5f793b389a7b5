import CarrelCore

/// A question answered by finding the right side that belongs to each left one.
enum MatchingSchema {
    static func read(_ fields: inout Fields) -> QuestionBody? {
        // The right sides and the distractors are drawn together and must not look alike; the left sides likewise.
        var labels = LabelReader(), lefts = Distinct("left side")
        let pairs = fields.list("pairs", .required, atLeast: 2, atMost: LabelReader.mostLabels) { site, faults in
            pair(site, &labels, &lefts, faults)
        }
        let distractors = labels.distractors(&fields, beside: pairs.count)
        guard !pairs.isEmpty else { return nil }
        return QuestionBody(
            answer: pairs.map { "\($0.left) = \($0.right)" }.joined(separator: "; "),
            payload: .matching(pairs: pairs, distractors: distractors), labels: labels.all)
    }

    private static func pair(
        _ site: Site, _ labels: inout LabelReader, _ lefts: inout Distinct, _ faults: FaultCollector
    ) -> MatchingPair? {
        guard var fields = Fields(site, faults: faults) else { return nil }
        let left = fields.text("left"), right = fields.text("right")
        let id = labels.id(&fields, for: left), why = fields.text("why", .optional)
        fields.finish("a pair")
        labels.mark(right, at: site["right"], faults)
        if let left { lefts.add(left, at: site["left"], faults) }
        guard let id, let left, let right else { return nil }
        return MatchingPair(id: id, left: left, right: right, why: why)
    }
}
