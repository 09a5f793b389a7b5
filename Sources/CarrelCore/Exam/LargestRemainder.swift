/// Sharing a whole number out in proportion to weights (Hamilton's method).
public enum LargestRemainder {
    /// Whole shares of `total`, one for each weight: each is its exact share rounded down, and what is left goes to
    /// the largest remainders, the first of equal ones.
    ///
    /// - Parameters:
    ///   - weights: Not negative; where all are 0 nothing is shared out.
    ///   - limits: The most that each may get; what one cannot take goes to the others by their weights. Nil is no
    ///     limit.
    /// - Returns: Shares that sum to `total`, or to less where the limits allow no more.
    public static func shares(of total: Int, weights: [Double], limits: [Int]? = nil) -> [Int] {
        guard let limits else { return shares(of: total, by: weights) }
        var shares = weights.map { _ in 0 }
        var left = total
        while left > 0 {
            let open = weights.indices.map { shares[$0] < limits[$0] ? weights[$0] : 0 }
            var given = 0
            for (index, share) in self.shares(of: left, by: open).enumerated() {
                let taken = min(share, limits[index] - shares[index])
                shares[index] += taken
                given += taken
            }
            guard given > 0 else { break }
            left -= given
        }
        return shares
    }

    private static func shares(of total: Int, by weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard total > 0, sum > 0 else { return weights.map { _ in 0 } }
        let exact = weights.map { Double(total) * $0 / sum }
        var shares = exact.map { Int($0) }
        let left = max(0, total - shares.reduce(0, +))
        // Equal remainders come out of a division unequal in the last bits.
        let remainders = exact.map { (($0 - $0.rounded(.down)) * 1e9).rounded() }
        let order = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(left) { shares[index] += 1 }
        return shares
    }
}
