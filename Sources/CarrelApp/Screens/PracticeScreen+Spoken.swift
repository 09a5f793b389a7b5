// What is on screen, in words alone.

extension PracticeScreen {
    /// The question, and once it is answered the verdict and the explanation: as plain mode prints it.
    var spoken: String {
        guard let item else { return "" }
        // A line is as long as its text: whoever reads it breaks it anew.
        let question = SpokenQuestion(item: item, order: order, columns: 1_000)
        switch phase {
        case .grading: return (question.asked + [""] + question.answered(nil, typed: typed)).joined(separator: "\n")
        case .answered:
            return (question.asked + [""] + question.answered(standing, typed: typed)).joined(separator: "\n")
        default: return question.asked.joined(separator: "\n")
        }
    }
}
