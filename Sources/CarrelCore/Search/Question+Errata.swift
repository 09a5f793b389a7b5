extension Question {
    /// The question as the learner corrected it; corrections of options it no longer has are left out.
    ///
    /// - Parameter errata: By field (`ErrataSet.field`).
    public func applying(errata: [String: ErrataSet]) -> Question {
        guard !errata.isEmpty else { return self }
        var question = self
        question.stem = errata["question"]?.value ?? stem
        question.answer = errata["answer"]?.value ?? answer
        question.explanation = errata["explanation"]?.value ?? explanation
        question.tldr = errata["tldr"]?.value ?? tldr
        question.eli5 = errata["eli5"]?.value ?? eli5
        question.options = options.map { $0.applying(errata) }
        return question
    }
}

extension AnswerOption {
    fileprivate func applying(_ errata: [String: ErrataSet]) -> AnswerOption {
        func value(_ part: String) -> String? { errata["option/\(id)/\(part)"]?.value }
        var option = self
        option.text = value("text") ?? text
        option.why = value("explanation") ?? why
        switch value("isCorrect") {
        case "true"?, "1"?: option.isCorrect = true
        case "false"?, "0"?: option.isCorrect = false
        default: break
        }
        return option
    }
}
