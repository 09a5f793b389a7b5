import CarrelCore
import CarrelStorage
import CarrelTerminal

// What there is to read about a question once it is answered, by the keys that open it on the screen.

extension PlainItem {
    /// What is offered: nothing before the answer, and nothing that the question does not have.
    var depths: [QuestionDepth] {
        guard let item, session.answers[questionId] != nil else { return [] }
        return QuestionDepth.allCases.filter { depth in
            switch depth {
            case .short: item.question.tldr != nil
            case .simple: item.question.eli5 != nil
            case .diagram: item.question.diagram != nil
            case .sources: !item.question.sources.isEmpty
            case .related: item.hasRelated
            case .history: true
            // It was printed whole.
            case .whole: false
            }
        }
    }

    func say(_ depth: QuestionDepth, of item: StudyItem) throws {
        let question = item.question
        dialogue.say(["", "\(depth.title):"])
        switch depth {
        case .short: dialogue.say(page(item).text(question.tldr ?? ""))
        case .simple: dialogue.say(page(item).text(question.eli5 ?? ""))
        case .diagram: dialogue.say(Mermaid.tidied(question.diagram ?? "").map { String($0) })
        // In one piece each, as they are opened and copied.
        case .sources: dialogue.say(question.sources.enumerated().map { "\($0 + 1). \($1)" })
        case .related: try sayRelated()
        case .history: try sayHistory()
        case .whole: break
        }
    }

    private func sayRelated() throws {
        guard case .relatedQuestions(let related) = try desk.fetch(.relatedQuestions(questionId)) else { return }
        var bond: Bond?
        for question in related {
            if question.bond != bond { dialogue.say("\(question.bond.heading):") }
            bond = question.bond
            dialogue.say("- \(PlainStem.line(question.stem)) (\(question.id))")
        }
    }

    private func sayHistory() throws {
        guard case .answers(let past) = try desk.fetch(.answers(to: questionId)) else { return }
        let now = desk.clock()
        dialogue.say(past.answers.map { "- \($0.words(at: now))" })
    }
}

extension AnswerFacts {
    /// When it was given and what it was: `2026-11-20 09:12: partly right`.
    func words(at now: Moment) -> String {
        let verdict = grade.map { $0.isCorrect ? "right" : $0.isPartial ? "partly right" : "wrong" }
        return "\(at.local(now)): \(verdict ?? "not graded")"
    }
}
