import CarrelCore

/// Writes which questions belong with which. A relation to a question that no pack has yet waits for it.
struct RelationshipWriter {
    let database: Database
    let now: Timestamp

    /// The relations of `question` become those it states.
    func put(_ question: Question, isNew: Bool) throws {
        if !isNew {
            try database.run("DELETE FROM questionRelationships WHERE sourceQuestionId = ?", question.id)
            try database.run("DELETE FROM waitingRelationships WHERE sourceQuestionId = ?", question.id)
        }
        for relation in question.related {
            try database.run(
                """
                INSERT INTO waitingRelationships(
                    targetQuestionId, sourceQuestionId, relationshipType, strength)
                VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET strength = excluded.strength
                """, relation.target, question.id, relation.kind.rawValue, relation.strength)
        }
    }

    /// Enters every waiting relation whose target is here now.
    func settle() throws {
        try database.run(
            """
            INSERT OR IGNORE INTO questionRelationships(
                sourceQuestionId, targetQuestionId, relationshipType, strength, createdAt)
            SELECT w.sourceQuestionId, w.targetQuestionId, w.relationshipType, w.strength, ?
              FROM waitingRelationships w CROSS JOIN questions q ON q.id = w.targetQuestionId
             ORDER BY w.sourceQuestionId, w.targetQuestionId, w.relationshipType
            """, now)
        try database.run(
            "DELETE FROM waitingRelationships WHERE targetQuestionId IN (SELECT id FROM questions)")
    }
}
