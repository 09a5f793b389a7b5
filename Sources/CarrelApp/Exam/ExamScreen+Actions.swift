import CarrelCore
import CarrelStorage
import CarrelTerminal

// What keys do while an exam is sat.

extension ExamScreen {
    var facts: QuestionFacts {
        var facts = QuestionFacts()
        facts.hasNext = sitting?.allows(.next) == true
        facts.hasPrevious = sitting?.allows(.previous) == true
        facts.isLast = sitting?.isLast == true
        facts.isHolding = pad?.isHolding == true
        facts.canExclude = pad?.canExclude == true
        return facts
    }

    var keys: KeyTable<QuestionFacts, QuestionAction> {
        switch (phase, pad) {
        case (.weighing, _): .confidence
        case (.timeUp, _), (.loading, _), (.missing, _), (_, nil): .examMissing
        case (_, .choice): .exam
        case (_, .ordering): .examOrdering
        case (_, .matching): .examMatching
        case (_, .hotspot): .examHotspot
        }
    }

    var offer: KeyOffer? { overview.map { _ in KeyTable.overview.offer(in: ()) } ?? keys.offer(in: facts) }

    mutating func press(_ key: Key) -> [Effect] {
        if let trouble {
            if key == .enter { return [.perform(trouble.command)] }
            self.trouble = nil
        }
        if phase == .timeUp { return key == .enter ? [.perform(.submit(sessionId)), .barrier] : [] }
        if overview != nil { return overviewPress(key) }
        let action = keys.action(for: key, in: facts)
        if action != .onward { confirmed = nil }
        return action.map { carryOut($0, key) } ?? []
    }

    private mutating func carryOut(_ action: QuestionAction, _ key: Key) -> [Effect] {
        if scroll(action) { return [] }
        if phase == .open, let action = PadAction(action, key: key) { return act(action) }
        switch action {
        case .onward: return onward()
        case .next: return move(.next)
        case .previous: return move(.previous)
        case .guess: return weigh(.guess)
        case .unsure: return weigh(.unsure)
        case .sure: return weigh(.sure)
        case .skip: return weigh(nil)
        case .changeAnswer: phase = .open
        case .strike:
            guard let option = pad?.pointed else { return [] }
            let isStruck = session?.marks.struck[questionId]?.contains(option) == true
            return [.perform(record(.optionStruck(OptionStruck(option: option, isStruck: !isStruck))))]
        case .flag:
            let isFlagged = session?.marks.flagged.contains(questionId) == true
            return [.perform(record(.itemMarked(ItemMarked(isMarked: !isFlagged))))]
        case .bookmark:
            guard let item else { return [] }
            return [.perform(.bookmark(question: item.question.id, isOn: !item.isBookmarked))]
        case .note:
            let sheet = ScratchSheet(session: sessionId, text: session?.marks.notes[""] ?? "")
            return [keepPlace(), .push(.writing(Writing(question: questionId, purpose: .scratch(sheet))))]
        case .thisQuestion: return [.push(.writing(Writing(question: questionId, purpose: .report)))]
        case .overview: return openOverview()
        case .clock:
            hidesClock.toggle()
            return isClockShown && hidesClock ? [.say("the last five minutes always show")] : []
        case .copy: return [.copy(spoken, name: "the question")]
        case .undo: return [.perform(.undo), .barrier]
        case .help: return [.push(.help(keys.help(in: facts)))]
        case .back:
            readClock()
            return [keepPlace(), .push(.confirm(leaving))]
        default: break
        }
        return []
    }

    private mutating func scroll(_ action: QuestionAction) -> Bool {
        let visible = textRows, count = lineCount
        switch action {
        case .pageUp: scroll.page(-1, lines: count, visible: visible)
        case .pageDown: scroll.page(1, lines: count, visible: visible)
        case .first: scroll.home()
        case .last: scroll.end(lines: count, visible: visible)
        default: return false
        }
        noticeEnd()
        return true
    }

    // MARK: Answering

    mutating func act(_ action: PadAction) -> [Effect] {
        guard var pad, phase == .open else { return [] }
        let outcome = pad.perform(action)
        self.pad = pad
        switch outcome {
        case .nothing: return []
        case .moved:
            revealPointer()
            return []
        case .struckOut:
            revealPointer()
            return [.say("struck out; \(keys.word(of: .strike)) restores it")]
        case .changed:
            revealPointer()
            return give(nil)
        }
    }

    /// Records what the pad says: it stands from then on, and is graded when the exam is handed in.
    private mutating func give(_ confidence: Confidence?) -> [Effect] {
        guard let item, let pad else { return [] }
        let event = item.sat(pad.selection, confidence: confidence, after: standing, shownAt: shownAt, at: now.at)
        if let clock = place.exam?.clock { place.exam?.clock = clock.read(at: now) }
        return [.perform(record(.answerGiven(event)))]
    }

    private var asksConfidence: Bool { rules.asksConfidence || session?.settings.asksConfidence == true }

    private mutating func weigh(_ confidence: Confidence?) -> [Effect] {
        phase = .open
        weighed.insert(questionId)
        guard let confidence else { return onward() }
        return give(confidence) + onward()
    }

    /// What the journal now holds is shown; nothing is before.
    mutating func recorded(_ events: [NewEvent]) -> [Effect] {
        var effects: [Effect] = []
        for new in events {
            let question = new.questionId ?? ""
            switch new.event {
            case .answerGiven(let given):
                if session?.answers[question]?.selection != given.selection { weighed.remove(question) }
                if given.confidence != nil { weighed.insert(question) }
                session?.answers[question] = StandingAnswer(given)
                shownAt = now.at
            case .itemMarked(let mark):
                if mark.isMarked {
                    session?.marks.flagged.insert(question)
                } else {
                    session?.marks.flagged.remove(question)
                }
                overview?.flagged = session?.marks.flagged ?? []
                effects.append(.say(mark.isMarked ? "flagged for this session" : "flag taken off"))
            case .optionStruck(let strike):
                if strike.isStruck {
                    session?.marks.struck[question, default: []].insert(strike.option)
                } else {
                    session?.marks.struck[question]?.remove(strike.option)
                }
                if question == questionId { effects += act(.strike(strike.option, isStruck: strike.isStruck)) }
            case .sessionPaused: effects.append(.pop)
            default: break
            }
        }
        return effects
    }

    // MARK: Going on

    /// Enter: on to the next item, after what has to be said about leaving this one.
    private mutating func onward() -> [Effect] {
        if let pad, let fault = pad.amount.fault {
            if rules.incomplete == .refuse { return [.say(fault), .barrier] }
            if let words = caution(.amount(pad.amount.given), "\(fault)") { return words }
        }
        if !isRead, let words = caution(.unread, "there is more of this question below") { return words }
        if asksConfidence, session?.isAnswered(questionId) == true, !weighed.contains(questionId) {
            phase = .weighing
            return [.barrier]
        }
        if sitting?.isLast == true { return openOverview() + [.barrier] }
        if sitting?.leavesForGood == true {
            let isSection = rules.navigation == .free
            if isSection, let words = caution(.leaving, "this ends the section, and there is no way back to it") {
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

    /// Says something once, and lets the second Enter do it all the same.
    private mutating func caution(_ caution: Caution, _ words: String) -> [Effect]? {
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
        return [.say("\(words); \(keys.word(of: .onward)) again goes on"), .barrier]
    }

    mutating func move(_ event: ExamSitting.Event) -> [Effect] {
        guard var sitting else { return [] }
        let section = sitting.section
        do {
            try sitting.apply(event)
        } catch {
            return [.say(error.words)]
        }
        guard sitting.position != position || sitting != self.sitting else { return [] }
        self.sitting = sitting
        if sitting.section > section, place.exam?.sectionsLeft.count == section {
            let elapsed = elapsed
            place.exam?.sectionsLeft.append(elapsed)
        }
        return arrived()
    }

    /// What is asked before an exam is left.
    var leaving: Confirmation {
        let session = session
        let open = (session?.items.count ?? 0) - (session?.answered ?? 0)
        let left = timeLeft().map { " \(RelativeTime.clock(milliseconds: Int($0))) left." } ?? ""
        let isStrict = time?.runsAlone == true
        let leave: [Effect] =
            isStrict
            ? [.pop, .pop]
            : [
                .pop,
                .perform(
                    .record(
                        [NewEvent(.sessionPaused(SessionPaused()), sessionId: sessionId)],
                        place: PlacedSession(session: sessionId, place: place))),
            ]
        return Confirmation(
            title: session?.title ?? "Exam",
            message: "\(session?.answered ?? 0) of \(session?.items.count ?? 0) answered.\(left)",
            buttons: [
                Confirmation.Button(label: "Stay", effects: [.pop]),
                Confirmation.Button(
                    label: isStrict ? "Leave, the clock runs on" : "Leave, the clock pauses", effects: leave),
                Confirmation.Button(
                    label: open == 0 ? "Finish" : "Finish with \(RelativeTime.count(open, "item")) unanswered",
                    effects: [.pop, .perform(.submit(sessionId))]),
            ])
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
        case .isLocked: "that section is closed"
        case .laterSection: "that section comes after this one"
        }
    }
}
