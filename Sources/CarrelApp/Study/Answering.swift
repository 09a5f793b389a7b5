import CarrelCore

// From what a learner did to the events that keep it: the same on the full screen and line by line.

extension StudyItem {
    /// Nobody looks at one question for longer: what is beyond is an open laptop.
    private static let longest: Int64 = 24 * 3_600_000

    /// An answer to it, as the journal keeps it.
    ///
    /// - Parameters:
    ///   - grade: Nil for a typed answer, which the learner grades after seeing the model answer.
    ///   - shownAt: When the question came on screen.
    func answer(
        selection: AnswerGiven.Selection = .none, response: String? = nil, grade: AnswerGrade? = nil,
        confidence: Confidence? = nil, shownAt: Timestamp, at moment: Timestamp
    ) -> AnswerGiven {
        let elapsed = max(0, min(moment.milliseconds - shownAt.milliseconds, Self.longest))
        return AnswerGiven(
            selection: selection, response: response.flatMap { $0.isEmpty ? nil : $0 }, isCorrect: grade?.isCorrect,
            score: grade?.score, grade: grade.map { Rating(isCorrect: $0.isCorrect, confidence: confidence) },
            confidence: confidence, contentHash: contentHash, certificationId: question.certification,
            domainId: question.domain, elapsedMs: Int(elapsed))
    }

    /// An answer in an exam: it stands without a grade until that is handed in, and its time adds up.
    ///
    /// - Parameter before: What stood for the item until now.
    func sat(
        _ selection: AnswerGiven.Selection, response: String? = nil, confidence: Confidence?,
        after before: StandingAnswer?, shownAt: Timestamp, at moment: Timestamp
    ) -> AnswerGiven {
        var event = answer(
            selection: selection, response: response, confidence: confidence, shownAt: shownAt, at: moment)
        event.elapsedMs = min(event.elapsedMs + (before?.elapsedMs ?? 0), Int(Self.longest))
        return event
    }

    /// The grade of an answer in practice, where part of it counts for something; nil where the learner gives it.
    func grade(_ selection: AnswerGiven.Selection) -> AnswerGrade? {
        question.grade(selection, allowsPartialCredit: true)
    }
}

extension StandingAnswer {
    init(_ given: AnswerGiven) {
        self.init(
            selection: given.selection, response: given.response,
            grade: given.isCorrect.map { AnswerGrade(isCorrect: $0, score: given.score ?? 0) }, rating: given.grade,
            confidence: given.confidence, contentHash: given.contentHash, elapsedMs: given.elapsedMs)
    }
}

extension AnswerGraded {
    /// The grade a learner gives their own answer: anything but "again" is right.
    init(_ rating: Rating) {
        let isCorrect = rating != .again
        self.init(isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: rating)
    }
}

extension StudySession {
    /// Its end, as the journal keeps it: scored over the items that count.
    var completed: SessionCompleted {
        let scored = items.filter(\.isScored)
        let points = scored.reduce(0.0) { $0 + (answers[$1.questionId]?.grade?.score ?? 0) }
        return SessionCompleted(score: scored.isEmpty ? nil : 100 * points / Double(scored.count))
    }
}
