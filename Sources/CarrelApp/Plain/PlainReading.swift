import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What there is to read about a question beside itself, by the keys that open it on the screen.
struct PlainReading {
    let desk: PlainDesk
    let page: SpokenQuestion
    /// What is not answered yet must not be given away.
    let isOpen: Bool

    private var question: Question { page.item.question }
    private var dialogue: Dialogue { desk.dialogue }

    /// What is offered: nothing that the question does not have.
    var depths: [QuestionDepth] {
        guard isOpen else { return [] }
        return QuestionDepth.allCases.filter { depth in
            switch depth {
            case .short: question.tldr != nil
            case .simple: question.eli5 != nil
            case .diagram: question.diagram != nil
            case .sources: !question.sources.isEmpty
            case .related: page.item.hasRelated
            case .history: true
            // It was printed whole.
            case .whole: false
            }
        }
    }

    func depth(_ typed: String) -> QuestionDepth? { depths.first { String($0.key) == typed } }

    var help: [String] { depths.map { "\($0.key): \($0.help)" } }

    func say(_ depth: QuestionDepth) throws -> PlainOutcome {
        if depth == .related { return try desk.related(question.id) }
        dialogue.say(["", "\(depth.title):"])
        switch depth {
        case .short: dialogue.say(page.text(question.tldr ?? ""))
        case .simple: dialogue.say(page.text(question.eli5 ?? ""))
        case .diagram: dialogue.say(Mermaid.tidied(question.diagram ?? "").map { String($0) })
        // In one piece each, as they are opened and copied.
        case .sources: dialogue.say(question.sources.enumerated().map { "\($0 + 1). \($1)" })
        case .history: try sayHistory()
        case .related, .whole: break
        }
        return .back
    }

    private func sayHistory() throws {
        guard case .answers(let past) = try desk.fetch(.answers(to: question.id)) else { return }
        let now = desk.clock()
        guard !past.answers.isEmpty else { return dialogue.say("Not answered yet.") }
        for answer in past.answers {
            dialogue.say(answer.words(at: now), after: "- ")
            for option in answer.chosen {
                dialogue.say(
                    PlainStem.line(OptionLabels.resolve(option, order: page.order), limit: .max), after: "  ")
            }
            if let response = answer.response { dialogue.say(response, after: "  ") }
        }
    }
}

extension AnswerFacts {
    /// When it was given and what it was: `2026-11-20 09:12: partly right`.
    func words(at now: Moment) -> String {
        let verdict = grade.map { $0.isCorrect ? "right" : $0.isPartial ? "partly right" : "wrong" }
        return "\(at.local(now)): \(verdict ?? "not graded")"
    }
}
