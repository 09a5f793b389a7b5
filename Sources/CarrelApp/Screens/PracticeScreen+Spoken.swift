// What is on screen, in words alone.

extension PracticeScreen {
    /// The question, and once it is answered the verdict and the explanation: as plain mode prints it.
    var spoken: String {
        guard let item, phase != .grading, phase != .answered || session?.status != .active else { return told }
        let isFlagged = session?.marks.flagged.contains(questionId) == true
        return "\(whereabouts.capitalisedFirst), \(item.states(isFlagged: isFlagged).joined(separator: ", ")).\n\(told)"
    }

    var whereabouts: String { session.map { "question \(position + 1) of \($0.items.count)" } ?? "" }

    private var told: String {
        guard let item else { return "" }
        let question = SpokenQuestion.onScreen(item, order: order)
        switch phase {
        // The question was heard when it was asked.
        case .grading:
            let names = grades.ratings.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            let suggested = suggestedRating.map { "; your answer suggests \($0)" } ?? ""
            let ask = "How well did you know it? \(names)\(suggested)"
            return (question.answered(nil, typed: typed) + [ask]).joined(separator: "\n")
        case .answered:
            // Of a session that is over nothing was asked on this screen.
            let asked = session?.status == .active ? [] : question.asked + [""]
            var verdict = question.answered(standing, typed: typed)
            if let standing, let words = HeardVerdict.words(item.question, standing), !verdict.isEmpty {
                verdict[0] = words
            }
            return ([item.notice(of: standing).map { $0 + "." }].compactMap(\.self) + asked + verdict)
                .joined(separator: "\n")
        default: return question.asked.joined(separator: "\n")
        }
    }

    /// All that is told of the question by now, to be copied.
    var wholeText: String {
        guard let item, session?.status == .active, phase == .grading || phase == .answered else { return told }
        return SpokenQuestion.onScreen(item, order: order).asked.joined(separator: "\n") + "\n\n" + told
    }
}

extension String {
    /// With its first letter as a sentence begins.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
