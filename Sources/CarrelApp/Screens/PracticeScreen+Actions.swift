import CarrelCore
import CarrelStorage
import CarrelTerminal

// What keys do in each phase of a practice session.

extension PracticeScreen {
    var facts: QuestionFacts {
        guard let session else { return QuestionFacts() }
        return QuestionFacts(
            hasNext: neighbour(1) != nil, hasPrevious: neighbour(-1) != nil,
            isLast: nextOpen == nil, isOver: session.status != .active,
            fieldIsEmpty: simulation?.field.isEmpty ?? field.isEmpty,
            hasSuggestion: suggestedRating != nil, hasTwoGrades: session.settings.grades == .two,
            isHolding: pad?.isHolding == true, isWaiting: pad?.isWaiting == true,
            hasPromptHelp: simulation?.simulation.helpsOnQuestionMark == true,
            canExclude: pad?.canExclude == true, isExhibitCut: pad?.isExhibitCut == true, depths: depths)
    }

    /// The item before or after; in a session that is over, the nearest that was answered: nothing is asked any more.
    private func neighbour(_ step: Int) -> Int? {
        guard let session else { return nil }
        return stride(from: position + step, through: step < 0 ? 0 : session.items.count - 1, by: step).first {
            let question = session.items[$0].questionId
            guard among?.contains(question) != false else { return false }
            return session.status == .active || session.answers[question]?.grade != nil
        }
    }

    /// Another item that still waits for its answer.
    private var nextOpen: Int? {
        session?.nextOpen(after: position, passingBy: missing).flatMap { $0 == position ? nil : $0 }
    }

    var keys: KeyTable<QuestionFacts, QuestionAction> {
        switch phase {
        case .choosing: choosingKeys
        case .writing: simulation == nil ? .field : .simulation
        case .weighing: .confidence
        case .commanding: simulation == nil ? .fieldCommands : .simulationCommands
        case .grading: .grading
        case .answered: .answered
        case .loading, .missing: .missing
        }
    }

    private var choosingKeys: KeyTable<QuestionFacts, QuestionAction> {
        switch pad {
        case .ordering: .ordering
        case .matching: .matching
        case .hotspot: .hotspot
        case .choice, nil: .choice
        }
    }

    var offer: KeyOffer? { keys.offer(in: facts) }

    mutating func handle(_ key: Key, at now: Moment) -> [Effect] {
        if let trouble {
            if key == .enter { return [.perform(trouble.command)] }
            // Anything else gives the attempt up: what counts is what is on screen by then.
            self.trouble = nil
            return (hasUnsavedDraft ? [] : [.gaveUp]) + press(key, at: now)
        }
        return press(key, at: now)
    }

    private mutating func press(_ key: Key, at now: Moment) -> [Effect] {
        let action = keys.action(for: key, in: facts)
        if action != .back { leaving = .no }
        if action != .reset { isResetAsked = false }
        if let action {
            if let step = PadAction(action, key: key), phase == .choosing || step.isLook { return act(step, at: now) }
            if let step = SimulationAction(action, key: key), simulation != nil { return perform(step) }
            return carryOut(action, at: now)
        }
        if phase == .writing, simulation != nil {
            simulation?.type(key)
            return []
        }
        if phase == .writing, field.handle(key, columns: fieldColumns) {
            hasUnsavedDraft = true
            if field.isCut { return [.say(LineEditor.cutWords)] }
        }
        return []
    }

    private mutating func carryOut(_ action: QuestionAction, at now: Moment) -> [Effect] {
        if move(action) { return [] }
        switch action {
        case .answer, .reveal: return answer(at: now)
        case .guess: return submit(.guess)
        case .unsure: return submit(.unsure)
        case .sure: return submit(.sure)
        case .skip: return submit(nil)
        case .changeAnswer:
            phase = weighed?.phase ?? phase
            weighed = nil
        case .dontKnow:
            return give(
                selection: .none, response: item?.question.kind == .free ? field.text : nil, grade: .wrong, at: now)
        case .strike: return strike()
        case .newLine:
            field.insert("\n")
            hasUnsavedDraft = true
        case .leaveField:
            phase = .commanding
            return keepDraft()
        case .enterField: phase = .writing
        case .accept:
            guard let suggestedRating else { return [.say(gradeWords)] }
            return grade(suggestedRating)
        case .again: return grade(.again)
        case .hard: return grade(.hard)
        case .good: return grade(.good)
        case .easy: return grade(.easy)
        case .onward: return onward()
        case .next: return neighbour(1).map { go(to: $0) } ?? []
        case .previous: return neighbour(-1).map { go(to: $0) } ?? []
        case .flag: return flag()
        case .bookmark:
            guard let item else { return [] }
            return [.perform(.bookmark(question: item.question.id, isOn: !item.isBookmarked))]
        case .note: return [.push(.writing(Writing(question: questionId, purpose: .note)))]
        case .thisQuestion:
            let isOpen = phase == .choosing || phase == .writing || phase == .commanding
            let place: QuestionMenu.Place = isOpen ? .openQuestion : .answeredQuestion
            return [.push(.questionMenu(QuestionMenu(question: questionId, place: place, order: order)))]
        case .editor: return keepDraft() + [.edit(field.text)]
        case .clock:
            guard let session else { return [] }
            var settings = session.settings
            settings.showsTimer.toggle()
            return [.perform(.record([NewEvent(.settingChanged(settings.change(of: .timer)))]))]
        case .copy: return [.copy(wholeText, name: "the question")]
        case .undo: return [.perform(.undo), .barrier]
        case .help: return [.push(.help(help))]
        case .back: return leave()
        case .short, .simple, .diagram, .sources, .related, .history, .whole:
            return QuestionDepth(action).map { open($0) } ?? []
        case .reset: return reset()
        case .run, .complete, .olderLine, .newerLine, .scrollBack, .scrollOn, .leaveMode, .endModes, .clearPrompt,
            .listHelp,
            .dropLine, .device:
            break
        case .choose, .label, .exclude, .unpair, .putBack, .left, .right, .onPart, .leftward, .rightward, .overview,
            .up,
            .down,
            .pageUp, .pageDown, .first, .last:
            break
        }
        return []
    }

    /// In the field `?` is a letter: its keys are told beside it.
    private var help: HelpTopic {
        var topic = keys.help(in: facts)
        if phase == .commanding { topic.further = [KeyTable.field.help(in: facts)] }
        return topic
    }

    private mutating func move(_ action: QuestionAction) -> Bool {
        let count = lineCount
        let visible = textRows
        switch action {
        case .up, .down:
            scroll.move(action == .up ? -1 : 1, lines: count, visible: visible)
        case .pageUp: scroll.page(-1, lines: count, visible: visible)
        case .pageDown: scroll.page(1, lines: count, visible: visible)
        case .first: scroll.home()
        case .last: scroll.end(lines: count, visible: visible)
        default: return false
        }
        return true
    }

    // MARK: Marks

    private func strike() -> [Effect] {
        guard let option = pad?.pointed else { return [] }
        let isStruck = session?.marks.struck[questionId]?.contains(option) == true
        return [.perform(record(.optionStruck(OptionStruck(option: option, isStruck: !isStruck))))]
    }

    private func flag() -> [Effect] {
        let isFlagged = session?.marks.flagged.contains(questionId) == true
        return [.perform(record(.itemMarked(ItemMarked(isMarked: !isFlagged))))]
    }

    func record(_ event: JournalEvent, place: SessionPlace? = nil) -> Command {
        .record(
            [NewEvent(event, sessionId: sessionId, questionId: questionId)],
            place: place.map { PlacedSession(session: sessionId, place: $0) })
    }

    // MARK: Moving on, and leaving

    /// To what still waits for an answer; with nothing left the session is finished. One that is over is only read.
    mutating func onward() -> [Effect] {
        guard let session else { return [] }
        if session.status != .active {
            return neighbour(1).map { go(to: $0) } ?? leave()
        }
        guard let open = nextOpen else { return finish() }
        let isBack = open < position
        let left = session.items.count { session.answers[$0.questionId]?.grade == nil }
        return go(to: open) + (isBack ? [.say("\(RelativeTime.count(left, "question")) left unanswered")] : [])
    }

    private mutating func go(to wanted: Int) -> [Effect] {
        guard let session, session.items.indices.contains(wanted), wanted != position else { return [] }
        _ = keepDraft()
        position = wanted
        self.session?.place.cursor = wanted
        phase = .loading
        return [keepPlace(), .perform(.fetch(.item(questionId))), .barrier]
    }

    private func finish() -> [Effect] {
        guard let session else { return [] }
        let event = JournalEvent.sessionCompleted(session.completed)
        return [.perform(.record([NewEvent(event, sessionId: sessionId)], place: nil)), .barrier]
    }

    private mutating func leave() -> [Effect] {
        // What was never fetched must not replace what is stored.
        guard session != nil, leaving != .refused else { return [.pop] }
        _ = keepDraft()
        leaving = .asked
        return [keepPlace()]
    }

    // MARK: The place

    var currentPlace: SessionPlace {
        var place = session?.place ?? SessionPlace()
        place.cursor = position
        return place
    }

    func keepPlace() -> Effect {
        .perform(.keepPlace(PlacedSession(session: sessionId, place: currentPlace)))
    }

    /// Keeps what is typed, when it is not kept already.
    mutating func keepDraft() -> [Effect] {
        guard hasUnsavedDraft, session != nil else { return [] }
        hasUnsavedDraft = false
        let question = questionId
        session?.place.drafts[question] = field.isEmpty ? nil : field.text
        return [keepPlace()]
    }
}
