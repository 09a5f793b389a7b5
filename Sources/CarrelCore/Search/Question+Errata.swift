extension Question {
    /// The question as the learner corrected it; see `corrected(by:)` for what is left out.
    ///
    /// - Parameter errata: By field (`ErrataSet.field`).
    public func applying(errata: [String: ErrataSet]) -> Question {
        errata.isEmpty ? self : corrected(by: errata.values).question
    }
}
