import CarrelCore
import CarrelStorage

// What a session's screen makes of events once they are on disk.

extension PracticeScreen {
    /// What the journal now holds is shown; nothing is before.
    mutating func recorded(_ events: [NewEvent], at now: Moment) -> [Effect] {
        var effects: [Effect] = []
        for event in events { effects += apply(event, at: now) }
        return effects
    }

    private mutating func apply(_ new: NewEvent, at now: Moment) -> [Effect] {
        let question = new.questionId ?? ""
        switch new.event {
        case .answerGiven(let given):
            let answer = StandingAnswer(given)
            session?.answers[question] = answer
            session?.place.clear(question)
            hasUnsavedDraft = false
            weighed = nil
            phase = answer.grade == nil ? .grading : .answered
            revealInSight()
            return [.barrier] + suggestion
        case .answerGraded(let graded):
            session?.answers[question]?.grade = AnswerGrade(isCorrect: graded.isCorrect, score: graded.score)
            session?.answers[question]?.rating = graded.grade
            phase = .answered
            // The explanation was in sight while grading: the next question can come at once.
            return [.barrier] + (facts.isLast ? [] : onward())
        case .itemMarked(let mark):
            session?.marks.take(mark, of: question)
            return [.say(mark.isMarked ? "flagged for this session" : "flag taken off")]
        case .optionStruck(let strike):
            session?.marks.take(strike, of: question)
            guard question == questionId else { return [] }
            return act(.strike(strike.option, isStruck: strike.isStruck), at: now)
        case .settingChanged(let change):
            session?.settings.apply(change)
            return []
        case .sessionCompleted: return [.replace(.summary(session: sessionId))]
        default: return []
        }
    }
}
