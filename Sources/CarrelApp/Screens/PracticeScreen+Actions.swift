import CarrelCore
import CarrelStorage
import CarrelTerminal

// What keys do in each phase of a practice session.

extension PracticeScreen {
    var facts: QuestionFacts {
        guard let session else { return QuestionFacts() }
        return QuestionFacts(
            hasNext: position + 1 < session.items.count, hasPrevious: position > 0,
            isLast: position + 1 >= session.items.count && nextOpen == nil, fieldIsEmpty: field.isEmpty,
            isSingle: item?.question.kind == .single)
    }

    /// Another item that still waits for its answer.
    private var nextOpen: Int? {
        session?.nextOpen(after: position, passingBy: missing).flatMap { $0 == position ? nil : $0 }
    }

    var keys: KeyTable<QuestionFacts, QuestionAction> {
        switch phase {
        case .choosing: .choice
        case .writing: .field
        case .commanding: .fieldCommands
        case .grading: .grading
        case .answered: .answered
        case .loading, .missing: .missing
        }
    }

    mutating func handle(_ key: Key, at now: Moment) -> [Effect] {
        if let trouble {
            if key == .enter { return [.perform(trouble.command)] }
            // Anything else gives the attempt up: what counts is what is on screen by then.
            self.trouble = nil
        }
        if phase == .choosing, case .char(let character) = key, OptionLabels.isReserved(character) {
            guard let index = OptionLabels.index(for: character, count: order.count) else { return [] }
            cursor = index
            return choose(order[index])
        }
        if let action = keys.action(for: key, in: facts) { return carryOut(action, at: now) }
        if phase == .writing, field.handle(key, columns: fieldColumns) { hasUnsavedDraft = true }
        return []
    }

    private mutating func carryOut(_ action: QuestionAction, at now: Moment) -> [Effect] {
        if move(action) { return [] }
        switch action {
        case .choose: return order.indices.contains(cursor) ? choose(order[cursor]) : []
        case .answer, .reveal: return answer(at: now)
        case .dontKnow: return give(selection: .none, grade: .wrong, at: now)
        case .strike: return strike()
        case .newLine:
            field.insert("\n")
            hasUnsavedDraft = true
        case .leaveField:
            phase = .commanding
            return keepDraft()
        case .enterField: phase = .writing
        case .accept: return grade(suggestedRating)
        case .again: return grade(.again)
        case .hard: return grade(.hard)
        case .good: return grade(.good)
        case .easy: return grade(.easy)
        case .next: return phase == .answered || phase == .missing ? nextOrFinish() : go(to: position + 1)
        case .previous: return go(to: position - 1)
        case .flag: return flag()
        case .bookmark:
            guard let item else { return [] }
            return [.perform(.bookmark(question: item.question.id, isOn: !item.isBookmarked))]
        case .undo: return [.perform(.undo), .barrier]
        case .help: return [.push(.help(keys.help(in: facts)))]
        case .back: return leave()
        case .up, .down, .pageUp, .pageDown, .first, .last: break
        }
        return []
    }

    private mutating func move(_ action: QuestionAction) -> Bool {
        let count = lineCount
        let visible = textRows
        switch action {
        case .up, .down:
            let step = action == .up ? -1 : 1
            if phase == .choosing, order.indices.contains(cursor + step) {
                cursor += step
                revealCursor()
            } else if phase != .choosing {
                scroll.move(step, lines: count, visible: visible)
            }
        case .pageUp: scroll.page(-1, lines: count, visible: visible)
        case .pageDown: scroll.page(1, lines: count, visible: visible)
        case .first: scroll.home()
        case .last: scroll.end(lines: count, visible: visible)
        default: return false
        }
        return true
    }

    // MARK: Answering

    private mutating func choose(_ option: String) -> [Effect] {
        revealCursor()
        if item?.question.kind == .single {
            chosen = chosen == [option] ? [] : [option]
        } else if chosen.remove(option) == nil {
            chosen.insert(option)
        }
        let question = questionId
        session?.place.chosen[question] = chosen.isEmpty ? nil : chosen
        return [keepPlace()]
    }

    private mutating func answer(at now: Moment) -> [Effect] {
        guard let question = item?.question else { return [] }
        if question.kind == .free { return give(response: field.text, at: now) }
        guard !chosen.isEmpty else {
            return [.say(question.kind == .single ? "choose one, or 0 if you don't know" : Self.chooseWords(question))]
        }
        let grade = ChoiceGrade.grade(
            selected: chosen, options: question.options, allowsPartialCredit: question.kind == .multiple)
        return give(selection: .chosen(chosen), grade: grade, at: now)
    }

    private static func chooseWords(_ question: Question) -> String {
        "choose \(question.choose.map { "\($0)" } ?? "all that apply"), or 0 if you don't know"
    }

    /// Records an answer; a free one without a grade, which the learner gives after seeing the model answer.
    private mutating func give(
        selection: AnswerGiven.Selection = .none, response: String? = nil, grade: AnswerGrade? = nil, at now: Moment
    ) -> [Effect] {
        guard let item, session != nil else { return [] }
        let elapsed = max(0, min(now.at.milliseconds - shownAt.milliseconds, 24 * 3_600_000))
        let event = AnswerGiven(
            selection: selection, response: response.flatMap { $0.isEmpty ? nil : $0 }, isCorrect: grade?.isCorrect,
            score: grade?.score, grade: grade.map { Rating(isCorrect: $0.isCorrect, confidence: nil) },
            contentHash: item.contentHash, certificationId: item.question.certification,
            domainId: item.question.domain, elapsedMs: Int(elapsed))
        var place = currentPlace
        place.chosen[questionId] = nil
        place.drafts[questionId] = nil
        return [.perform(record(.answerGiven(event), place: place)), .barrier]
    }

    private mutating func grade(_ rating: Rating) -> [Effect] {
        let isCorrect = rating != .again
        let event = AnswerGraded(isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: rating)
        return [.perform(record(.answerGraded(event))), .barrier]
    }

    /// What the marked grade is: as the typed answer suggests, else good.
    var suggestedRating: Rating { typed?.suggestedRating ?? .good }

    // MARK: Marks

    private func strike() -> [Effect] {
        guard order.indices.contains(cursor) else { return [] }
        let option = order[cursor]
        let isStruck = session?.marks.struck[questionId]?.contains(option) == true
        return [.perform(record(.optionStruck(OptionStruck(option: option, isStruck: !isStruck))))]
    }

    private func flag() -> [Effect] {
        let isFlagged = session?.marks.flagged.contains(questionId) == true
        return [.perform(record(.itemMarked(ItemMarked(isMarked: !isFlagged))))]
    }

    private func record(_ event: JournalEvent, place: SessionPlace? = nil) -> Command {
        .record(
            [NewEvent(event, sessionId: sessionId, questionId: questionId)],
            place: place.map { PlacedSession(session: sessionId, place: $0) })
    }

    // MARK: Moving on, and leaving

    private mutating func nextOrFinish() -> [Effect] {
        guard facts.isLast else { return next() }
        // A session that is over is only looked at.
        return session?.status == .active ? finish() : leave()
    }

    mutating func next() -> [Effect] {
        guard let session else { return [] }
        return go(to: position + 1 < session.items.count ? position + 1 : nextOpen ?? position)
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
        let scored = session.items.filter(\.isScored)
        let points = scored.reduce(0.0) { $0 + (session.answers[$1.questionId]?.grade?.score ?? 0) }
        let score = scored.isEmpty ? nil : 100 * points / Double(scored.count)
        let event = JournalEvent.sessionCompleted(SessionCompleted(score: score))
        return [.perform(.record([NewEvent(event, sessionId: sessionId)], place: nil)), .barrier]
    }

    private mutating func leave() -> [Effect] {
        // What was never fetched must not replace what is stored.
        guard session != nil else { return [.pop] }
        _ = keepDraft()
        return [keepPlace(), .pop]
    }

    // MARK: The place

    private var currentPlace: SessionPlace {
        var place = session?.place ?? SessionPlace()
        place.cursor = position
        return place
    }

    private func keepPlace() -> Effect {
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

extension KeyTable where Facts == QuestionFacts, Action == QuestionAction {
    /// The item cannot be asked here: one can only move on.
    static let missing = KeyTable(
        context: "Keys on an item that is not here",
        bindings: [
            Binding([.enter, .char("n"), .right], .next, "next", help: "the next question", isHinted: true),
            Binding([.char("p"), .left], .previous, "previous", help: "the question before") { $0.hasPrevious },
            Binding([.char("?")], .help, "help", help: "this list of keys", isHinted: true),
            Binding([.escape, .char("q")], .back, "back", help: "leave the session", isHinted: true),
        ])
}
