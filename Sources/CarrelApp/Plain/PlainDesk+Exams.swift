import CarrelCore
import CarrelStorage

// Exams: the page before one, sitting it, and what it came to.

extension PlainDesk {
    /// The rules of a certification's exam before it begins, or the one under way.
    func exam(_ certification: String) throws -> PlainOutcome {
        guard case .examPage(let facts?) = try fetch(.examPage(certification)) else {
            dialogue.say("\(certification): in no pack here.")
            return .back
        }
        if let active = facts.active { return try sit(active.id) }
        guard facts.rules.questions > 0 else {
            dialogue.say(ExamPageFacts.nothingToAsk)
            return .back
        }
        dialogue.say("")
        dialogue.say("\(facts.certification.name), exam.", after: "")
        let rules = ExamRuleWords(facts.rules, asksConfidence: facts.asksConfidence).lines
        for line in rules + [facts.shortage].compactMap({ $0 }) {
            dialogue.say(line, after: "- ")
        }
        for attempt in facts.attempts.prefix(5) { dialogue.say("Sat before: \(attempt.words).") }
        while let typed = dialogue.ask("Enter begins the exam, b goes back, q leaves:") {
            switch typed {
            case "": return try begin(certification)
            case "b": return .back
            case "q": return .leave
            default: dialogue.say("\(typed): not one of these.")
            }
        }
        return .leave
    }

    private func begin(_ certification: String) throws -> PlainOutcome {
        switch try performer.perform(.sit(ExamRequest(certification: certification))).get() {
        case .started(let session), .alreadyActive(let session, _, _): return try sit(session)
        default:
            dialogue.say(ExamPageFacts.nothingToAsk)
            return .back
        }
    }

    /// A session that tells nothing before its end: under way, or what it came to.
    func sit(_ id: String) throws -> PlainOutcome {
        guard case .session(let found?) = try fetch(.session(id)), !found.items.isEmpty else {
            dialogue.say("This exam is not here any more.")
            return .back
        }
        switch found.status {
        case .completed: return try examResult(id)
        case .abandoned:
            dialogue.say("This exam was given up.")
            return .back
        case .active:
            var exam = PlainExam(desk: self, session: found)
            switch try exam.sit() {
            case .left: return .leave
            case .handedIn: return try examResult(id)
            }
        }
    }

    // MARK: The result

    private func examResult(_ id: String) throws -> PlainOutcome {
        guard case .examResult(let facts?) = try fetch(.examResult(id)) else {
            dialogue.say("There is no result of this session.")
            return .back
        }
        let words = ExamResultWords(facts)
        dialogue.say("")
        for line in ["\(facts.session.title), result.", "\(words.verdict).", "\(words.points).", "\(words.time)."] {
            dialogue.say(line, after: "")
        }
        if !facts.domains.isEmpty { dialogue.say("Domains:") }
        for domain in facts.domains { dialogue.say(Self.words(domain), after: "- ") }
        for line in words.certainty { dialogue.say("\(line).", after: "") }
        var keys = "r prints the report"
        if !facts.missed.isEmpty { keys += ", v reviews what was not right, w practises it" }
        while let typed = dialogue.ask("\(keys), Enter goes back, q leaves:") {
            switch typed {
            case "": return .back
            case "q": return .leave
            case "r": dialogue.say(ExamReport(facts).spoken(columns: dialogue.columns))
            case "v" where !facts.missed.isEmpty: if try review(facts) == .leave { return .leave }
            case "w" where !facts.missed.isEmpty:
                let topic = StudyTopic.retry(facts.missed, of: id, title: facts.session.title)
                let choices = StudyChoices(count: nil, what: .all, order: .mixed)
                return try start(StudyRequest(topic: topic, choices: choices, startsOver: true))
            default: dialogue.say("\(typed): not one of these.")
            }
        }
        return .leave
    }

    /// `Threats, weight 60 %: 40 % of the points, 50 % before`
    private static func words(_ domain: ExamResultFacts.Domain) -> String {
        func percent(_ share: Double) -> String { "\(Int(share * 100 + 1e-6)) %" }
        return "\(domain.name), weight \(domain.weight) %: \(percent(domain.points.share)) of the points"
            + (domain.before.isEmpty ? "" : ", before: \(domain.before.map(percent).joined(separator: ", "))")
    }

    /// What was not right, one after the other, with what would have been.
    private func review(_ facts: ExamResultFacts) throws -> PlainOutcome {
        for (number, id) in facts.missed.enumerated() {
            guard case .item(let item?) = try fetch(.item(id)),
                let drawn = facts.session.items.first(where: { $0.questionId == id })
            else { continue }
            let page = SpokenQuestion(
                item: item, order: item.question.optionOrder(drawn: drawn.options), columns: dialogue.columns)
            dialogue.say(["", "\(number + 1) of \(facts.missed.count) not right."] + page.asked + [""])
            if !facts.session.isAnswered(id) { dialogue.say("Not answered.") }
            dialogue.say(page.answered(facts.session.answers[id]))
            guard let typed = dialogue.ask("Enter goes on, b goes back to the result, q leaves:") else { return .leave }
            if typed == "q" { return .leave }
            if typed == "b" { return .back }
        }
        return .back
    }
}
