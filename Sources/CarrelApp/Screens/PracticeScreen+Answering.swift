import CarrelCore
import CarrelTerminal

// From a choice or a typed text to the answer that is recorded, and its grade.

extension PracticeScreen {
    /// Carries out on the answer pad what a key or a click means.
    mutating func act(_ action: PadAction, at now: Moment) -> [Effect] {
        guard phase == .choosing || action.isLook, var pad else { return [] }
        let answersAtOnce = pad.answersAtOnce(session?.settings.answersAtOnce == true)
        let before = pad
        let outcome = pad.perform(action)
        self.pad = pad
        if outcome != .nothing { padWords = item.flatMap { pad.told(since: before, of: $0.question) } }
        switch outcome {
        case .nothing: return []
        case .moved: if !action.isLook { revealCursor() }
        case .struckOut:
            revealCursor()
            confirmedCount = nil
            return [.say("struck out; \(keys.word(of: .strike)) restores it")]
        case .changed:
            revealCursor()
            confirmedCount = nil
            let question = questionId
            session?.place[selectionOf: question] = pad.selection
            return answersAtOnce ? answer(at: now) : [keepPlace()]
        }
        return []
    }

    mutating func answer(at now: Moment) -> [Effect] {
        guard let question = item?.question else { return [] }
        if question.kind == .free { return weigh(at: now) }
        if let simulation {
            let words = "nothing was entered yet; \(keys.word(of: .dontKnow)) if you don't know"
            return simulation.isUntouched ? [.say(words)] : weigh(at: now)
        }
        guard let pad else { return [] }
        guard !pad.isUntouched else {
            return [.say("\(pad.request), or \(keys.word(of: .dontKnow)) if you don't know")]
        }
        if let fault = pad.amount.fault, confirmedCount != pad.amount.given {
            confirmedCount = pad.amount.given
            return [.say("\(fault); \(keys.word(of: .answer)) again answers all the same"), .barrier]
        }
        return weigh(at: now)
    }

    /// Asks how sure the learner is, where they want to be asked, before anything is given away.
    private mutating func weigh(at now: Moment) -> [Effect] {
        weighed = WeighedAnswer(phase: phase, at: now)
        guard session?.settings.asksConfidence == true else { return submit(nil) }
        phase = .weighing
        revealCursor()
        return [.barrier]
    }

    mutating func submit(_ confidence: Confidence?) -> [Effect] {
        guard let question = item?.question, let weighed else { return [] }
        if phase != .weighing { self.weighed = nil }
        if question.kind == .free { return give(response: field.text, confidence: confidence, at: weighed.at) }
        if let simulation {
            return give(
                response: simulation.response, grade: simulation.grade.answerGrade(), confidence: confidence,
                at: weighed.at)
        }
        let selection = pad?.selection ?? .none
        return give(selection: selection, grade: item?.grade(selection), confidence: confidence, at: weighed.at)
    }

    /// Records an answer; a free one without a grade, which the learner gives after seeing the model answer.
    mutating func give(
        selection: AnswerGiven.Selection = .none, response: String? = nil, grade: AnswerGrade? = nil,
        confidence: Confidence? = nil, at now: Moment
    ) -> [Effect] {
        guard let item, session != nil else { return [] }
        let event = item.answer(
            selection: selection, response: response, grade: grade, confidence: confidence,
            shownAt: shown.start(at: now),
            at: now.at)
        var place = currentPlace
        place.clear(questionId)
        return [.perform(record(.answerGiven(event), place: place)), .barrier]
    }

    mutating func grade(_ rating: Rating) -> [Effect] {
        [.perform(record(.answerGraded(AnswerGraded(rating)))), .barrier]
    }

    /// What a typed answer suggests; nil where nothing was typed: then only the learner knows.
    var suggestedRating: Rating? { typed.flatMap(\.suggestedRating).map { grades.nearest($0) } }

    var grades: LearnerSettings.GradeScale { session?.settings.grades ?? .four }

    var gradeWords: String {
        grades == .two ? "1 or 2 says whether you knew it" : "1 to 4 say how well you knew it"
    }
}
