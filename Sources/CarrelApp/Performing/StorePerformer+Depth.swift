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
            facts.chosen = stored?.question.words(for: answer.selection, options: options) ?? []
            facts.unknown = max(0, answer.selection.ids.count + answer.selection.pairs.count - facts.chosen.count)
            return facts
        }
    }
}
