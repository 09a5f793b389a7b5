import CarrelCore
import CarrelStorage

extension StorePerformer {
    /// The history of the learner's answers, the latest first.
    func answers(to question: String) throws -> [AnswerFacts] {
        let stored = try store.question(question)
        let options = (stored?.question.options ?? []) + (stored?.retiredOptions ?? [])
        return try store.answers(to: question).map { past in
            let answer = past.answer
            var facts = AnswerFacts(at: answer.answeredAt)
            facts.grade = answer.isCorrect.map { AnswerGrade(isCorrect: $0, score: answer.score ?? 0) }
            facts.rating = answer.grade
            facts.elapsedMs = answer.elapsedMs
            facts.session = [past.sessionTitle, past.sessionSubtitle].compactMap { $0 }
            facts.response = answer.response
            facts.isAnswered = answer.isAnswered
            if case .chosen(let ids) = answer.selection {
                // In the author's order: the order on screen was another one each time.
                facts.chosen = options.filter { ids.contains($0.id) }.map(\.text)
                facts.unknown = ids.count - facts.chosen.count
            }
            return facts
        }
    }
}
