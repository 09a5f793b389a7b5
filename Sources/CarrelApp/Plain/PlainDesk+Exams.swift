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
            case "?": continue
            default: dialogue.say("\(Dialogue.quoted(typed)): not one of these.")
            }
        }
        return .leave
    }

    func begin(_ certification: String) throws -> PlainOutcome {
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

    func examResult(_ id: String) throws -> PlainOutcome {
        guard case .examResult(let facts?) = try fetch(.examResult(id)) else {
            dialogue.say("There is no result of this session.")
            return .back
        }
        let words = ExamResultWords(facts)
        let sentences = [words.verdict, words.points, words.time] + words.certainty
        return try PlainMenu(desk: self).run { _ in
            PlainRows(
                title: "\(facts.session.title), result.", entries: actions(facts) + parts(facts),
                about: sentences.map { "\($0)." })
        }
    }

    private func actions(_ facts: ExamResultFacts) -> [PlainEntry] {
        let id = facts.session.id
        var entries = facts.reviews.map { review in
            PlainEntry(words: "\(review.label): \(review.questions.count)") {
                try self.review(id, among: review.questions)
            }
        }
        if !facts.missed.isEmpty {
            entries.append(
                PlainEntry(words: "Practise what was not right: \(facts.missed.count)") {
                    try start(.retry(facts.missed, of: facts.session))
                })
        }
        let report = PlainEntry(words: "Report, item by item") {
            dialogue.say(ExamReport(facts).spoken(columns: dialogue.columns))
            return .stay
        }
        return entries + [report]
    }

    /// Its domains and the attempts before it, each to be gone through.
    private func parts(_ facts: ExamResultFacts) -> [PlainEntry] {
        let domains = facts.domains.map { domain in
            PlainEntry(words: Self.words(domain)) {
                try review(facts.session.id, among: facts.questions(of: domain))
            }
        }
        let attempts = facts.earlier.map { attempt in
            PlainEntry(words: attempt.words) { try examResult(attempt.id) }
        }
        return (domains.isEmpty ? [] : [PlainEntry(words: "Domains:")] + domains)
            + (attempts.isEmpty ? [] : [PlainEntry(words: "Earlier attempts:")] + attempts)
    }

    /// `Threats, weight 60 %: 40 % of the points, 50 % before`
    private static func words(_ domain: ExamResultFacts.Domain) -> String {
        func percent(_ share: Double) -> String { "\((share * 100).wholePercent) %" }
        return "\(domain.name), weight \(domain.weight) %: \(percent(domain.points.share)) of the points"
            + (domain.before.isEmpty ? "" : ", before: \(domain.before.map(percent).joined(separator: ", "))")
    }
}
