import CarrelCore

/// A question as the catalogue keeps it, with the learner's corrections laid over it.
public struct StoredQuestion: Equatable, Identifiable, Sendable {
    public var question: Question
    public var contentHash: String
    /// No pack has it any more; it is kept for the answers it was given.
    public var isRetired: Bool
    /// Options that left: not drawn, but shown where they were once chosen.
    public var retiredOptions: [AnswerOption]
    /// The learner's, in the order a page shows the fields.
    public var corrections: [Correction] = []

    public var id: String { question.id }

    public init(
        question: Question, contentHash: String, isRetired: Bool = false, retiredOptions: [AnswerOption] = []
    ) {
        self.question = question
        self.contentHash = contentHash
        self.isRetired = isRetired
        self.retiredOptions = retiredOptions
    }
}

extension Store {
    /// The question of that id, retired ones too.
    public func question(_ id: String) throws -> StoredQuestion? {
        try QuestionReader(database).question(id).map(corrected)
    }

    /// Those of `ids` that the catalogue has, in the order of `ids`.
    public func questions(ids: [String]) throws -> [StoredQuestion] {
        let reader = QuestionReader(database)
        return try database.snapshot { try ids.compactMap { try reader.question($0).map(corrected) } }
    }

    private func corrected(_ stored: StoredQuestion) throws -> StoredQuestion {
        let errata = try errata(of: stored.id)
        guard !errata.isEmpty else { return stored }
        var stored = stored
        (stored.question, stored.corrections) = stored.question.corrected(by: errata.values)
        return stored
    }
}

/// Builds questions from their rows.
struct QuestionReader {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func question(_ id: String) throws -> StoredQuestion? {
        guard var stored = try database.first(Self.select, id, map: row) else { return nil }
        try database.forEach(Self.options, id) { row in
            let option = AnswerOption(
                id: String(row.text(0).dropFirst(id.count + 1)), text: row.text(1), isCorrect: row.bool(2),
                why: row.optionalText(3), isFixed: row.bool(4))
            if row.bool(5) { stored.retiredOptions.append(option) } else { stored.question.options.append(option) }
        }
        return stored
    }

    private static let select = """
        SELECT id, kind, question, answer, explanation, difficulty, channel, subChannel,
               certificationId, domainId, tldr, eli5, diagram, exhibit, tags, companies, jobTitleRelevance,
               experienceLevelTags, voiceKeywords, sourceUrl, payload, contentHash, status = 'deleted'
          FROM questions WHERE id = ?
        """

    private static let options = """
        SELECT id, text, isCorrect, explanation, fixed, retired
          FROM answerOptions WHERE questionId = ? ORDER BY "order"
        """

    private func row(_ row: Row) throws -> StoredQuestion {
        var question = Question(
            id: row.text(0), kind: try row.value(1), stem: row.text(2), answer: row.text(3), explanation: row.text(4),
            difficulty: try row.value(5), channel: row.text(6), subChannel: row.text(7))
        question.certification = row.optionalText(8)
        question.domain = row.optionalText(9)
        question.tldr = row.optionalText(10)
        question.eli5 = row.optionalText(11)
        question.diagram = row.optionalText(12)
        question.exhibit = row.optionalText(13)
        question.tags = try row.json(14) ?? []
        question.companies = try row.json(15) ?? []
        question.jobTitles = try row.json(16) ?? [:]
        question.levels = try row.json(17) ?? []
        question.keywords = try row.json(18) ?? []
        let payload = try row.json(20, as: StoredPayload.self)
        question.sources = payload?.sources ?? row.optionalText(19).map { [$0] } ?? []
        question.payload = payload?.detail ?? .none
        question.related = payload?.related ?? []
        return StoredQuestion(question: question, contentHash: row.text(21), isRetired: row.bool(22))
    }
}
