import CarrelCore

extension Store {
    /// How many questions the learner corrected, those that are in no pack here too.
    public func correctedQuestionCount() throws -> Int {
        Int(try database.integer("SELECT count(DISTINCT questionId) FROM errata WHERE userId = ?", learner))
    }

    /// Every question the learner corrected that the catalogue has, by id, with the pack it is from.
    public func correctedQuestions() throws -> [(question: StoredQuestion, pack: String?)] {
        let packs = try database.rows(
            """
            SELECT q.id, q.pack FROM questions q
             WHERE q.id IN (SELECT questionId FROM errata WHERE userId = ?) ORDER BY q.id
            """, learner
        ) { ($0.text(0), $0.optionalText(1)) }
        let questions = try questions(ids: packs.map(\.0))
        return zip(questions, packs).map { ($0, $1.1) }
    }
}
