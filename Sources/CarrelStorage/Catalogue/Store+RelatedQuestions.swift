import CarrelCore

/// A question that belongs with another one, as a list shows it.
public struct RelatedQuestion: Equatable, Identifiable, Sendable {
    public var id: String
    public var bond: Bond
    /// 0–100.
    public var strength: Int
    /// The beginning of the stem, in Markdown: up to 200 characters.
    public var stem: String
    /// How often the learner has answered it.
    public var answers: Int
    /// Nil while no answer is graded.
    public var lastCorrect: Bool?

    public init(
        id: String, bond: Bond, strength: Int, stem: String, answers: Int = 0, lastCorrect: Bool? = nil
    ) {
        self.id = id
        self.bond = bond
        self.strength = strength
        self.stem = stem
        self.answers = answers
        self.lastCorrect = lastCorrect
    }
}

extension Store {
    /// The active questions that belong with `question`: those it names and those that name it, by bond, the
    /// strongest first. One that is bound in several ways, or from both ends, is listed once, with the closest bond.
    ///
    /// - Parameter limit: So many from each side are looked at.
    public func relatedQuestions(of question: String, limit: Int = 100) throws -> [RelatedQuestion] {
        let found = try database.snapshot {
            try related(question, from: "sourceQuestionId", to: "targetQuestionId", limit: limit)
                + related(question, from: "targetQuestionId", to: "sourceQuestionId", limit: limit)
        }
        let sorted = found.sorted { ($0.bond, -$0.strength, $0.id) < ($1.bond, -$1.strength, $1.id) }
        var listed: Set<String> = []
        return sorted.filter { listed.insert($0.id).inserted }
    }

    /// Whether any active question belongs with `question`.
    public func hasRelatedQuestions(_ question: String) throws -> Bool {
        try database.integer(
            """
            SELECT EXISTS (SELECT 1 FROM questionRelationships qr CROSS JOIN questions q ON q.id = qr.targetQuestionId
                            WHERE qr.sourceQuestionId = ? AND q.status = 'active')
                OR EXISTS (SELECT 1 FROM questionRelationships qr CROSS JOIN questions q ON q.id = qr.sourceQuestionId
                            WHERE qr.targetQuestionId = ? AND q.status = 'active')
            """, question, question) > 0
    }

    private func related(
        _ question: String, from own: String, to other: String, limit: Int
    ) throws -> [RelatedQuestion] {
        // The strongest are chosen before a question is read: thousands may name the same one.
        try database.rows(
            """
            SELECT q.id, nearest.relationshipType, nearest.strength, substr(q.question, 1, \(ListedStem.fetched)),
                   (SELECT answers FROM itemFacts WHERE userId = ? AND questionId = q.id),
                   (SELECT lastCorrect FROM itemFacts WHERE userId = ? AND questionId = q.id)
              FROM (SELECT qr.\(other) AS id, qr.relationshipType, qr.strength FROM questionRelationships qr
                     WHERE qr.\(own) = ? ORDER BY qr.strength DESC LIMIT ?) nearest
                   CROSS JOIN questions q ON q.id = nearest.id
             WHERE q.status = 'active'
            """, learner, learner, question, limit
        ) { row in
            RelatedQuestion(
                id: row.text(0), bond: Bond(try row.value(1), isStated: own == "sourceQuestionId"),
                strength: row.int(2), stem: ListedStem.text(row.text(3)), answers: row.int(4),
                lastCorrect: row.optionalBool(5))
        }
    }
}
