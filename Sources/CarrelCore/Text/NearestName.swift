/// Guesses which known name somebody meant.
public enum NearestName {
    /// The known name nearest to `name`, when it is near enough to be a slip: a third of its letters, at least one.
    ///
    /// Slips are insertions, deletions, substitutions and swaps of neighbours (`EditDistance`). Among over 5,000 names
    /// it does not guess: it would be slow, and seldom right. Nor does it for a single letter, which is a slip of any
    /// other.
    public static func to(_ name: String, among known: some Collection<String>) -> String? {
        guard known.count <= 5_000, name.count > 1 else { return nil }
        let limit = max(1, name.count / 3)
        let wanted = Array(name.lowercased().prefix(64))
        let near = known.compactMap { candidate in
            EditDistance.optimalStringAlignment(wanted, Array(candidate.lowercased().prefix(64)), atMost: limit)
                .map { (name: candidate, distance: $0) }
        }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }
}
