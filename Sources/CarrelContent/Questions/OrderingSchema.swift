import CarrelCore

/// A question answered by putting items in order; written in the right one.
enum OrderingSchema {
    static func read(_ fields: inout Fields) -> QuestionBody? {
        var labels = LabelReader()
        let items = fields.list("items", .required, atLeast: 2, atMost: LabelReader.mostLabels) { labels.label($0, $1) }
        let distractors = labels.distractors(&fields, beside: items.count)
        guard !items.isEmpty else { return nil }
        return QuestionBody(
            answer: items.map(\.text).joined(separator: " → "),
            payload: .ordering(items: items, distractors: distractors), labels: labels.all)
    }
}
