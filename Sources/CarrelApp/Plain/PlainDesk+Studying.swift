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
            case .back: return .back
            case .missing:
                missing.insert(session.items[position].questionId)
                next = item.session.nextOpen(after: position, passingBy: missing)
            case .next:
                next = item.session.nextOpen(after: position, passingBy: missing)
                if let next, next <= position { dialogue.say("That was the last; question \(next + 1) is still open.") }
            case .previous:
                next = max(0, position - 1)
                if position == 0 { dialogue.say("This is the first question.") }
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

    /// What a session came to.
    func summary(_ id: String) throws -> PlainOutcome {
        guard case .summary(let facts?) = try fetch(.summary(id)) else {
            dialogue.say("This session is not here any more.")
            return .back
        }
        let total = facts.session.items.count
        dialogue.say([
            "", "Done: \(facts.right) of \(total) right (\(Share(part: facts.right, whole: total).percent) %).",
        ])
        let counts = [(facts.partly, "partly right"), (facts.wrong, "wrong"), (facts.unanswered, "not answered")]
        for (count, words) in counts where count > 0 { dialogue.say("\(count) \(words).") }
        dialogue.say("Time \(RelativeTime.clock(milliseconds: facts.elapsedMs)).")
        if let due = facts.dueWords { dialogue.say("\(due).") }
        return try goOn(from: facts)
    }

    private func goOn(from facts: SummaryFacts) throws -> PlainOutcome {
        let id = facts.session.id
        var keys: [(letter: String, words: String, choose: () throws -> PlainOutcome)] = []
        if !facts.missed.isEmpty {
            keys.append(("r", "retries the wrong ones", { try start(facts.retry) }))
            keys.append(("w", "reviews them", { try review(id, among: facts.missed) }))
        }
        if !facts.graded.isEmpty { keys.append(("v", "reviews all answers", { try review(id, among: facts.graded) })) }
        if let topic = facts.again {
            keys.append(("m", "10 more", { try start(StudyRequest(topic: topic, startsOver: true)) }))
        }
        let words = keys.map { "\($0.letter) \($0.words), " }.joined()
        while let typed = dialogue.ask("\(words)Enter goes back, q leaves:") {
            if typed.isEmpty { return .back }
            if typed == "q" { return .leave }
            guard let key = keys.first(where: { $0.letter == typed }) else {
                if typed == "?" { continue }
                dialogue.say("\(Dialogue.quoted(typed)): not one of these.")
                continue
            }
            let outcome = try attempt(key.choose)
            // A session that was begun from here has a summary of its own.
            if outcome == .leave || "rm".contains(Character(typed)) { return outcome }
        }
        return .leave
    }

    /// Answers of a session that is over, one after the other.
    ///
    /// - Parameters:
    ///   - questions: Those to be read; nil for all that were graded.
    ///   - first: The one to begin at; nil is the first of them.
    func review(
        _ id: String, among questions: [String]? = nil, from first: String? = nil
    ) throws -> PlainOutcome {
        guard case .session(let found?) = try fetch(.session(id)) else {
            dialogue.say("This session is not here any more.")
            return .back
        }
        let wanted = questions ?? found.items.map(\.questionId).filter { found.answers[$0]?.grade != nil }
        let places = wanted.compactMap { id in found.items.firstIndex { $0.questionId == id } }
        var index = first.flatMap(wanted.firstIndex) ?? 0
        while let position = places[safe: index] {
            dialogue.say(["", "\(index + 1) of \(places.count) to review."])
            var item = PlainItem(desk: self, session: found, position: position, isReview: true)
            switch try item.run() {
            case .leave: return .leave
            case .back, .at: return .back
            case .next, .missing: index += 1
            case .previous: index = max(0, index - 1)
            }
        }
        return .back
    }
}
