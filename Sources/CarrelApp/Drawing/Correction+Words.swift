import CarrelCore

extension Correction {
    /// How some corrections stand, in a word or two; nil for none.
    static func state(of corrections: [Correction]) -> String? {
        guard !corrections.isEmpty else { return nil }
        if corrections.contains(where: { !$0.isApplied }) { return "mine, fits no more" }
        return corrections.contains(where: \.isChangedByAuthor) ? "mine, author changed it" : "mine"
    }

    /// Why they were made, each reason once; nil where none was given.
    static func reason(of corrections: [Correction]) -> String? {
        var reasons: [String] = []
        for reason in corrections.compactMap(\.reason) where !reasons.contains(reason) { reasons.append(reason) }
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }
}
