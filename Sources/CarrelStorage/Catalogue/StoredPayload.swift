import CarrelCore
import CarrelJSON

/// What a question has beyond the columns of its table; kept in `questions.payload`.
struct StoredPayload: Codable, Equatable {
    var detail: QuestionPayload?
    /// All of them, where there is more than the one that `sourceUrl` holds.
    var sources: [String]?
    /// As stated, those whose target is in no pack loaded so far among them.
    var related: [Relation]?

    init(_ question: Question) {
        detail = question.payload == .none ? nil : question.payload
        sources = question.sources.count > 1 ? question.sources : nil
        related = question.related.isEmpty ? nil : question.related
    }

    /// Nil when the columns hold everything.
    var text: String? {
        get throws { detail == nil && sources == nil && related == nil ? nil : try JSONText.encode(self) }
    }
}
