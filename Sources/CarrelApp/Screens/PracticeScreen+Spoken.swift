// What is on screen, in words alone.

extension PracticeScreen {
    /// The question, and once it is answered the verdict and the explanation: as plain mode prints it.
    var spoken: String {
        guard let item else { return "" }
        let question = SpokenQuestion.onScreen(item, order: order)
        switch phase {
        // The question was heard when it was asked.
        case .grading:
            let names = grades.ratings.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            let ask = "How well did you know it? \(names)"
            return (question.answered(nil, typed: typed) + [ask]).joined(separator: "\n")
        case .answered:
            // Of a session that is over nothing was asked on this screen.
            let asked = session?.status == .active ? [] : question.asked + [""]
            return (asked + question.answered(standing, typed: typed)).joined(separator: "\n")
        default: return question.asked.joined(separator: "\n")
        }
    }

    /// All that is told of the question by now, to be copied.
    var wholeText: String {
        guard let item, session?.status == .active, phase == .grading || phase == .answered else { return spoken }
        return SpokenQuestion.onScreen(item, order: order).asked.joined(separator: "\n") + "\n\n" + spoken
    }
}
