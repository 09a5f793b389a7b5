// What is on screen, in words alone.

extension PracticeScreen {
    /// The question, and once it is answered the verdict and the explanation: as plain mode prints it.
    var spoken: String {
        guard let item else { return "" }
        let question = SpokenQuestion.onScreen(item, order: order)
        switch phase {
        case .grading: return (question.asked + [""] + question.answered(nil, typed: typed)).joined(separator: "\n")
        case .answered:
            return (question.asked + [""] + question.answered(standing, typed: typed)).joined(separator: "\n")
        default: return question.asked.joined(separator: "\n")
        }
    }
}
