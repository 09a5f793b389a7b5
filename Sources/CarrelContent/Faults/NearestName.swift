/// Guesses which allowed name an author meant.
enum NearestName {
    /// The allowed name nearest to `name`, when it is near enough to be a slip: a third of its letters, at least one.
    static func to(_ name: String, among allowed: some Collection<String>) -> String? {
        // A guess among very many names would be slow, and seldom the right one.
        guard allowed.count <= 5_000, name.count > 1 else { return nil }
        let limit = max(1, name.count / 3)
        let nearest = allowed.filter { abs($0.count - name.count) <= limit }
            .map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let nearest, nearest.distance <= limit else { return nil }
        return nearest.name
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other (optimal string
    /// alignment); O(n·m).
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.prefix(64)), right = Array(right.prefix(64))
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious: [Int] = [], previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforePrevious[column - 2] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
