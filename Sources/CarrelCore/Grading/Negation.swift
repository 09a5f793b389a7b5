/// Whether what a text says of a point is that it is not so.
enum Negation {
    /// Words before a phrase in which a negator speaks of it.
    static let reach = 3

    /// Whether a negator stands at most `reach` words before the phrase and in its clause, or between its words.
    ///
    /// A negator that is part of the phrase (`not null`) negates nothing, and "not only" says yes.
    static func negates(_ occurrence: KeywordPhrase.Occurrence, in text: StemmedText) -> Bool {
        guard let first = occurrence.positions.first, let last = occurrence.positions.last else { return false }
        var position = first
        while position > max(0, first - reach), !text.opensClause[position] {
            position -= 1
            if isNegator(at: position, in: text) { return true }
        }
        return (first...last).contains { isNegator(at: $0, in: text) && !occurrence.positions.contains($0) }
    }

    private static func isNegator(at position: Int, in text: StemmedText) -> Bool {
        let word = text.words[position].text
        guard negators.contains(word) else { return false }
        let isFollowed = word == "not" && position + 1 < text.words.count
        return !isFollowed || !["only", "just", "merely", "simply"].contains(text.words[position + 1].text)
    }

    private static let negators: Set<String> = {
        let verbs = [
            "ai", "are", "ca", "could", "did", "do", "does", "had", "has", "have", "is", "might", "must", "need",
            "should",
            "was", "were", "wo", "would",
        ]
        let words: Set = ["cannot", "lack", "lacks", "neither", "never", "no", "none", "nor", "not", "without"]
        return words.union(verbs.map { $0 + "nt" })
    }()
}
