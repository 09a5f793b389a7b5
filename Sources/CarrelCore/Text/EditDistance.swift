/// How many slips of a finger lie between two words.
enum EditDistance {
    /// The optimal string alignment distance of two sequences, or nil when it is greater than `limit`.
    ///
    /// Counts insertions, deletions, substitutions and swaps of neighbours, where no part is edited twice, so `ca` is 3
    /// from `abc` (Boytsov 2011, "Indexing methods for approximate dictionary searching", the restricted
    /// Damerau–Levenshtein distance). Only cells within `limit` of the diagonal are computed: O(limit · length).
    static func optimalStringAlignment<Element: Equatable>(
        _ source: [Element], _ target: [Element], atMost limit: Int
    ) -> Int? {
        guard limit >= 0, abs(source.count - target.count) <= limit else { return nil }
        let limit = min(limit, max(source.count, target.count))
        let tooFar = limit + 1

        // Three rows in turn. A row is written only inside its band; what the next rows read beside it is `tooFar`.
        var previous = (0...target.count).map { min($0, tooFar) }
        var beforePrevious = [Int](repeating: tooFar, count: target.count + 1)
        var current = beforePrevious
        for row in source.indices {
            let band = max(0, row - limit)..<min(target.count, row + limit + 1)
            current[band.lowerBound] = band.lowerBound == 0 ? min(row + 1, tooFar) : tooFar
            for column in band {
                let substitution = previous[column] + (source[row] == target[column] ? 0 : 1)
                var least = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
                    least = min(least, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = min(least, tooFar)
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        let distance = previous[target.count]
        return distance <= limit ? distance : nil
    }
}
