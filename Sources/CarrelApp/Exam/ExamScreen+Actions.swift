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
        facts.isWaiting = pad?.isWaiting == true
        facts.hasPromptHelp = simulation?.simulation.helpsOnQuestionMark == true
        facts.fieldIsEmpty = simulation?.field.isEmpty ?? true
        facts.canExclude = pad?.canExclude == true
        facts.isExhibitCut = pad?.isExhibitCut == true
        return facts
    }

    var keys: KeyTable<QuestionFacts, QuestionAction> {
        switch (phase, pad) {
        case (.weighing, _): .confidence
        case (.open, nil) where simulation != nil: simulation?.isAtPrompt == true ? .simulation : .examSimulation
        case (.timeUp, _): .examTimeUp
        case (.loading, _), (.missing, _), (_, nil): .examMissing
        case (_, .choice): .exam
        case (_, .ordering): .examOrdering
        case (_, .matching): .examMatching
        case (_, .hotspot): .examHotspot
        }
    }

    var offer: KeyOffer? { overview?.offer ?? keys.offer(in: facts) }

    mutating func press(_ key: Key) -> [Effect] {
        if let trouble {
            if key == .enter { return [.perform(trouble.command)] }
            self.trouble = nil
            return (unsaved == nil ? [.gaveUp] : []) + pressed(key)
        }
        return pressed(key)
    }

    private mutating func pressed(_ key: Key) -> [Effect] {
        if phase == .timeUp {
            let action = keys.action(for: key, in: facts)
            // Left, it is handed in when it is opened again.
            if action == .back { return [keepPlace(), .pop] }
            guard action == .answer else { return [] }
            return (savedFirst() ?? [.perform(.submit(sessionId))]) + [.barrier]
        }
        if overview != nil { return overviewPress(key) }
        let action = keys.action(for: key, in: facts)
        // How sure one is, is asked in the middle of going on.
        let isGoingOn = action == .onward || action == .next || action == .reset
        if phase != .weighing || action == .changeAnswer, !isGoingOn { confirmed = nil }
        if action == nil, keys.name == .simulation { simulation?.type(key) }
        return action.map { carryOut($0, key) } ?? []
    }

    private mutating func carryOut(_ action: QuestionAction, _ key: Key) -> [Effect] {
        if let step = SimulationAction(action, key: key), simulation != nil { return perform(step) }
        if scroll(action) { return [] }
        if phase == .open, let action = PadAction(action, key: key) { return act(action) }
        switch action {
        case .onward: return onward()
        case .next:
            return sitting?.leavesForGood == true
                ? onward() : incompleteFirst(.next) ?? unreadFirst(.next) ?? move(.next)
        case .previous: return refusal ?? move(.previous)
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
            if hidesClock { return isClockShown ? [.say("the last five minutes always show")] : [] }
            // Whoever hears the screen does not hear its header.
            return timeLeft().map { [.say(ExamTime.words($0))] } ?? []
        case .copy:
            let text = item.map { SpokenQuestion.onScreen($0, order: order).asked.joined(separator: "\n") }
            return text.map { [.copy($0, name: "the question")] } ?? []
        case .reset:
            guard simulation?.isUntouched == false else { return [] }
            guard confirmed == .reset else {
                confirmed = .reset
                return [.say("\(keys.word(of: .reset)) again begins anew: what you entered goes"), .barrier]
            }
            return perform(.reset)
        case .undo:
            if run?.refusesUndo == true { return [.say("nothing was done on this item")] }
            return [.perform(.undo), .barrier]
        case .help: return [.push(.help(keys.help(in: facts)))]
        case .back:
            return savedFirst() ?? [keepPlace(), .push(.confirm(leaving))]
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
        let before = pad
        let outcome = pad.perform(action)
        self.pad = pad
        if outcome != .nothing { padWords = item.flatMap { pad.told(since: before, of: $0.question) } }
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
    func give(_ confidence: Confidence?) -> [Effect] {
        guard let item, pad != nil || simulation != nil else { return [] }
        if let refusal = sitting?.refusal(of: .change) { return [.say(refusal.words)] }
        let event = item.sat(
            pad?.selection ?? .none, response: simulation?.response, confidence: confidence, after: standing,
            shownAt: shown.start(at: now), at: now.at)
        return [.perform(record(.answerGiven(event)))]
    }

    /// The answer that was refused, once more: nothing is left before it is on disk. Nil where all of it is.
    func savedFirst() -> [Effect]? {
        guard let unsaved, unsaved == questionId else { return nil }
        return give(nil)
    }

    var asksConfidence: Bool { rules.asksConfidence || session?.settings.asksConfidence == true }

    private mutating func weigh(_ confidence: Confidence?) -> [Effect] {
        phase = .open
        weighed.insert(questionId)
        guard let confidence else { return onward() }
        // Goes on once it is on disk.
        return give(confidence)
    }

    /// What the journal now holds is shown; nothing is before.
    mutating func recorded(_ events: [NewEvent]) -> [Effect] {
        var effects: [Effect] = []
        run?.noticeDone()
        for new in events {
            let question = new.questionId ?? ""
            switch new.event {
            case .answerGiven(let given):
                let before = session?.answers[question]
                if before?.selection != given.selection || before?.response != given.response {
                    weighed.remove(question)
                }
                if given.confidence != nil { weighed.insert(question) }
                session?.answers[question] = StandingAnswer(given)
                shown = SessionClock(from: now)
                if unsaved == question { unsaved = nil }
                if given.confidence != nil, question == questionId, phase == .open { effects += onward() }
            case .itemMarked(let mark):
                session?.marks.take(mark, of: question)
                overview?.flagged = session?.marks.flagged ?? []
                effects.append(
                    .say(
                        mark.isMarked
                            ? "flagged for this \(session?.mode == .timed ? "session" : "exam")" : "flag taken off"))
            case .optionStruck(let strike):
                session?.marks.take(strike, of: question)
                if question == questionId {
                    effects += act(.strike(strike.option, isStruck: strike.isStruck))
                    noticeStruck()
                }
            case .sessionPaused: effects.append(.pop)
            default: break
            }
        }
        return effects
    }

    mutating func perform(_ action: SimulationAction) -> [Effect] {
        let outcome = simulation?.perform(action)
        fitSimulation()
        return outcome == .entered ? give(nil) : []
    }
}
