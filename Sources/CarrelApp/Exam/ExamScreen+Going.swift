import CarrelCore
import CarrelStorage
import CarrelTerminal

// From item to item, and out of the exam.

extension ExamScreen {
    /// Enter: on to the next item, after what has to be said about leaving this one.
    mutating func onward() -> [Effect] {
        if let effects = savedFirst() { return effects }
        if let words = incompleteFirst(.onward) { return words }
        if let words = unreadFirst(.onward) { return words }
        if asksConfidence, session?.isAnswered(questionId) == true, !weighed.contains(questionId) {
            phase = .weighing
            return [.barrier]
        }
        if sitting?.isLast == true { return openOverview() + [.barrier] }
        if sitting?.leavesForGood == true {
            let isSection = rules.navigation == .free
            if isSection, let words = caution(.leaving, "this ends the part, and there is no way back to it") {
                return words
            }
            if session?.isAnswered(questionId) != true,
                let words = caution(.unanswered, "not answered, and there is no way back")
            {
                return words
            }
        }
        return move(.next)
    }

    /// Said where the rules let nobody leave an item with more or fewer parts of an answer than are asked for.
    var refusal: [Effect]? {
        guard phase == .open, rules.incomplete == .refuse, let fault = pad?.amount.fault else { return nil }
        return [.say("item \(position + 1): \(fault)"), .barrier]
    }

    /// Says once that more or fewer parts are given than are asked for.
    mutating func incompleteFirst(_ action: QuestionAction) -> [Effect]? {
        if let refusal { return refusal }
        guard phase == .open, let amount = pad?.amount, let fault = amount.fault else { return nil }
        return caution(.amount(amount.given), fault, action)
    }

    /// Says once that the end of the text was not in sight; who goes on all the same has been told.
    mutating func unreadFirst(_ action: QuestionAction) -> [Effect]? {
        guard !isRead else { return nil }
        if let words = caution(.unread, "there is more of this question below", action) { return words }
        isRead = true
        return nil
    }

    /// Says something once, and lets the same key pressed again do it all the same.
    private mutating func caution(
        _ caution: Caution, _ words: String, _ action: QuestionAction = .onward
    ) -> [Effect]? {
        let order: [Caution] = [.unread, .leaving, .unanswered]
        if confirmed == caution { return nil }
        // What was confirmed before it is not asked again.
        if let confirmed, let done = order.firstIndex(of: confirmed), let here = order.firstIndex(of: caution),
            here < done
        {
            return nil
        }
        if case .amount = caution, let confirmed, order.contains(confirmed) { return nil }
        confirmed = caution
        return [.say("\(words); \(keys.word(of: action)) again goes on"), .barrier]
    }

    /// - Parameter isForced: Nothing can hold it back, an answer that is not on disk either.
    mutating func move(_ event: ExamSitting.Event, isForced: Bool = false) -> [Effect] {
        if !isForced, let effects = savedFirst() { return effects }
        let before = position
        do {
            try run?.apply(event, at: now)
        } catch {
            return [.say(error.words)]
        }
        return position == before ? [] : arrived()
    }

    /// To the item of which something was taken back, where the rules let one.
    mutating func show(undone question: String?) -> [Effect] {
        guard let index = session?.items.firstIndex(where: { $0.questionId == question }), index != position,
            sitting?.allows(.go(index)) == true
        else { return [] }
        return move(.go(index))
    }

    /// What is asked before an exam is left.
    var leaving: Confirmation {
        let session = session
        let open = (session?.items.count ?? 0) - (session?.answered ?? 0)
        let isStrict = run?.time.runsAlone == true
        let leave: [Effect] =
            isStrict
            ? [.pop, .pop]
            : [
                .pop,
                .perform(
                    .record([NewEvent(.sessionPaused(SessionPaused()), sessionId: sessionId)], place: place)),
            ]
        return Confirmation(
            title: session?.title ?? "Exam",
            // The header goes on saying how much time is left.
            message: "\(session?.answered ?? 0) of \(session?.items.count ?? 0) answered.",
            buttons: [
                Confirmation.Button(label: "Stay", effects: [.pop]),
                Confirmation.Button(
                    label: isStrict ? "Leave, the clock runs on" : "Leave, the clock pauses", effects: leave),
                Confirmation.Button(
                    label: open == 0 ? "Finish" : "Finish with \(RelativeTime.count(open, "item")) unanswered",
                    effects: [.pop, .push(.confirm(finishing))]),
            ])
    }

    /// At another item.
    mutating func arrived() -> [Effect] {
        phase = .loading
        noticeShown()
        return [keepPlace(), .perform(.fetch(.item(questionId))), .barrier]
    }
}

extension ExamSitting.Refusal {
    /// In words for the learner.
    var words: String {
        switch self {
        case .isOver: "this exam is over"
        case .noItem: "there is no item there"
        case .noWayBack: "this exam has no way back"
        case .notReached: "this exam goes from item to item"
        case .isLocked: "that part is closed"
        case .laterSection: "that part comes after this one"
        }
    }
}
