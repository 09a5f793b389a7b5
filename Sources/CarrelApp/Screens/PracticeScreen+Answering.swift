import CarrelCore
import CarrelTerminal

// From a choice or a typed text to the answer that is recorded, and its grade.

extension PracticeScreen {
    mutating func choose(_ option: String, at now: Moment) -> [Effect] {
        revealCursor()
        confirmedCount = nil
        if session?.marks.struck[questionId]?.contains(option) == true {
            return [.say("struck out; \(KeyTable.choice.word(of: .strike)) restores it")]
        }
        if item?.question.kind == .single {
            let answersAtOnce = session?.settings.answersAtOnce == true
            chosen = chosen == [option] && !answersAtOnce ? [] : [option]
            if answersAtOnce {
                let question = questionId
                session?.place.chosen[question] = chosen
                return answer(at: now)
            }
        } else if chosen.remove(option) == nil {
            chosen.insert(option)
        }
        let question = questionId
        session?.place.chosen[question] = chosen.isEmpty ? nil : chosen
        return [keepPlace()]
    }

    mutating func answer(at now: Moment) -> [Effect] {
        guard let question = item?.question else { return [] }
        if question.kind == .free { return weigh(at: now) }
        guard !chosen.isEmpty else {
            return [.say(Self.chooseWords(question))]
        }
        if let count = question.choose, question.kind == .multiple, chosen.count != count,
            confirmedCount != chosen.count
        {
            confirmedCount = chosen.count
            return [
                .say(
                    "\(chosen.count) chosen, \(count) asked for; \(keys.word(of: .answer)) again answers all the same"),
                .barrier,
            ]
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
        return give(selection: .chosen(chosen), grade: item?.grade(chosen), confidence: confidence, at: weighed.at)
    }

    private static func chooseWords(_ question: Question) -> String {
        "choose \(question.kind == .single ? "one" : question.choose.map { "\($0)" } ?? "all that apply"), "
            + "or \(KeyTable.choice.word(of: .dontKnow)) if you don't know"
    }

    /// Records an answer; a free one without a grade, which the learner gives after seeing the model answer.
    mutating func give(
        selection: AnswerGiven.Selection = .none, response: String? = nil, grade: AnswerGrade? = nil,
        confidence: Confidence? = nil, at now: Moment
    ) -> [Effect] {
        guard let item, session != nil else { return [] }
        let event = item.answer(
            selection: selection, response: response, grade: grade, confidence: confidence, shownAt: shownAt,
            at: now.at)
        var place = currentPlace
        place.chosen[questionId] = nil
        place.drafts[questionId] = nil
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
