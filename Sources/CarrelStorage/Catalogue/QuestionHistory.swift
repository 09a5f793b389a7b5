import CarrelCore
import CarrelJSON

/// Writes `questionHistory`: what happened to a question of the catalogue, and when.
struct QuestionHistory {
    let database: Database
    let now: Timestamp

    /// A question that had never been here; its row is its snapshot.
    func created(_ question: Question, source: String) throws {
        try write(question.id, "created", source: source, summary: "added to \(question.channel)")
    }

    /// - Parameter event: `updated`, or `restored` for one that had been retired.
    func updated(_ event: String, from old: Question, to new: Question, source: String) throws {
        let fields = QuestionChange.fields(from: old, to: new)
        let summary = fields.isEmpty ? nil : "changed: " + fields.joined(separator: ", ")
        try write(
            new.id, event, source: source, summary: summary, fields: fields, before: JSONText.encode(old),
            after: JSONText.encode(new))
    }

    func retired(_ question: Question) throws {
        try write(
            question.id, "deleted", source: nil, summary: "retired from \(question.channel)",
            before: JSONText.encode(question), reason: "no pack has it any more")
    }

    private func write(
        _ id: String, _ event: String, source: String?, summary: String?, fields: [String] = [],
        before: String? = nil, after: String? = nil, reason: String? = nil
    ) throws {
        try database.run(
            """
            INSERT INTO questionHistory(questionId, eventType, eventSource, sourceName, changesSummary, changedFields,
                                        beforeSnapshot, afterSnapshot, reason, createdAt)
            VALUES (?, ?, 'import', ?, ?, ?, ?, ?, ?, ?)
            """, id, event, source, summary, try JSONText.encode(unlessEmpty: fields), before, after, reason, now)
    }
}
