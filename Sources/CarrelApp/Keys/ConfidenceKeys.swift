import CarrelCore
import CarrelTerminal

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    /// An answer is ready, and nothing is revealed until it is said how sure it is.
    static let confidence = KeyTable(
        .confidence, "Keys while you say how sure you are", cases: QuestionFacts.cases,
        bindings: [
            Binding([.enter], .skip, "skip", help: "answer without saying", isHinted: true),
            Binding([.char("1")], .guess, "guess", help: "answer: a guess", isHinted: true),
            Binding([.char("2")], .unsure, "unsure", help: "answer: not sure", isHinted: true),
            Binding([.char("3")], .sure, "sure", help: "answer: sure", isHinted: true),
            Binding([.escape], .changeAnswer, "back", help: "back to the answer, to change it", isHinted: true),
        ])
}

extension Confidence {
    /// What a learner calls it, as the keys do.
    var word: String {
        switch self {
        case .guess: "guess"
        case .unsure: "unsure"
        case .sure: "sure"
        }
    }
}
