import CarrelCore
import CarrelStorage

// A session, question by question.

extension PlainDesk {
    func study(_ id: String) throws -> PlainOutcome {
        guard case .session(let found?) = try fetch(.session(id)), !found.items.isEmpty else {
            dialogue.say("This session is not here any more.")
            return .back
        }
        guard found.mode.givesFeedbackAtOnce else { return try sit(id) }
        var session = found
        var missing: Set<String> = []
        dialogue.say("")
        let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: ", ")
        dialogue.say("\(title). ? says what can be typed.")
        var next: Int? = session.status == .active ? Self.first(of: session) : nil
        while let position = next {
            session.place.cursor = position
            _ = keep(.keepPlace(PlacedSession(session: id, place: session.place)))
            var item = PlainItem(desk: self, session: session, position: position)
            switch try item.run() {
            case .leave: return .leave
            case .missing:
                missing.insert(session.items[position].questionId)
                next = item.session.nextOpen(after: position, passingBy: missing)
            case .next: next = item.session.nextOpen(after: position, passingBy: missing)
            case .previous: next = max(0, position - 1)
            case .at(let question):
                next = item.session.items.firstIndex { $0.questionId == question } ?? position
            }
            session = item.session
        }
        if session.status == .active {
            let open = session.items.count { session.answers[$0.questionId]?.grade == nil }
            if open > 0 { dialogue.say("\(RelativeTime.count(open, "question")) cannot be asked here.") }
            guard keep(.record([NewEvent(.sessionCompleted(session.completed), sessionId: id)])) else { return .back }
        }
        return try summary(id)
    }

    /// Where the learner was, if that still waits for an answer; else the first that does.
    private static func first(of session: StudySession) -> Int? {
        let place = session.resumePosition
        return session.answers[session.items[place].questionId]?.grade == nil ? place : session.nextOpen(after: place)
    }

    private func summary(_ id: String) throws -> PlainOutcome {
        guard case .summary(let facts?) = try fetch(.summary(id)) else { return .back }
        let total = facts.session.items.count
        dialogue.say([
            "", "Done: \(facts.right) of \(total) right (\(Share(part: facts.right, whole: total).percent) %).",
        ])
        let counts = [(facts.partly, "partly right"), (facts.wrong, "wrong"), (facts.unanswered, "not answered")]
        for (count, words) in counts where count > 0 { dialogue.say("\(count) \(words).") }
        dialogue.say("Time \(RelativeTime.clock(milliseconds: facts.elapsedMs)).")
        var keys: [(letter: String, words: String, request: StudyRequest)] = []
        if !facts.missed.isEmpty {
            let topic = StudyTopic.retry(facts.missed, of: id, title: facts.session.title)
            let choices = StudyChoices(count: nil, what: .all, order: .mixed)
            keys.append(("r", "retries the wrong ones", StudyRequest(topic: topic, choices: choices, startsOver: true)))
        }
        if let topic = facts.again { keys.append(("m", "10 more", StudyRequest(topic: topic, startsOver: true))) }
        let words = keys.map { "\($0.letter) \($0.words), " }.joined()
        while let typed = dialogue.ask("\(words)Enter goes back, q leaves:") {
            if typed.isEmpty { return .back }
            if typed == "q" { return .leave }
            if let key = keys.first(where: { $0.letter == typed }) { return try start(key.request) }
            dialogue.say("\(typed): not one of these.")
        }
        return .leave
    }
}
