import CarrelCore

extension Store {
    /// The learner's own settings, as last changed.
    public func settings() throws -> [String: String] { try values("learnerSettings") }

    /// The learner's goals, as last set.
    public func goals() throws -> [String: String] { try values("goals") }

    /// The learner's corrections of a question, by field.
    public func errata(of question: String) throws -> [String: ErrataSet] {
        try Errata(database: database, learner: learner).of(question)
    }

    private func values(_ table: String) throws -> [String: String] {
        let pairs = try database.rows("SELECT key, value FROM \(table) WHERE userId = ?", learner) {
            ($0.text(0), $0.text(1))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

/// Reads the learner's corrections.
struct Errata {
    let database: Database
    let learner: String

    /// By field.
    func of(_ question: String) throws -> [String: ErrataSet] {
        let errata = try database.rows(
            "SELECT field, value, reason, baseHash FROM errata WHERE userId = ? AND questionId = ?", learner, question
        ) {
            ErrataSet(
                field: $0.text(0), value: $0.text(1), reason: $0.optionalText(2), baseHash: $0.optionalText(3))
        }
        return Dictionary(errata.map { ($0.field, $0) }) { first, _ in first }
    }
}
