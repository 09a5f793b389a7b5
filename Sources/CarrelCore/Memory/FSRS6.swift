import Glibc

/// The formulas of FSRS-6 under one set of weights (open-spaced-repetition, "The Algorithm", version 6).
///
/// Time is in days, ratings count 1 (Again) to 4 (Easy), stability is at least 0.001 and difficulty in 1…10.
public struct FSRS6: Sendable {
    let weights: [Double]
    private let decay: Double
    private let factor: Double

    /// - Parameter weights: w0…w20.
    public init(weights: [Double] = MemoryModel.defaultWeights) {
        precondition(weights.count == 21, "FSRS-6 has 21 weights, these are \(weights.count)")
        self.weights = weights
        decay = -weights[20]
        factor = pow(0.9, 1 / decay) - 1
    }

    /// The chance of recall `days` after the last review.
    public func retrievability(days: Double, stability: Double) -> Double {
        pow(1 + factor * days / stability, decay)
    }

    public func initialStability(_ rating: Rating) -> Double { Self.held(weights[rating.rawValue - 1]) }

    public func initialDifficulty(_ rating: Rating) -> Double { clamp(rawInitialDifficulty(rating), 1, 10) }

    /// After a review on the same day as the one before it.
    public func sameDayStability(_ stability: Double, _ rating: Rating) -> Double {
        let growth = exp(weights[17] * (Double(rating.rawValue) - 3 + weights[18])) * pow(stability, -weights[19])
        return Self.held(stability * (rating == .again ? growth : max(growth, 1)))
    }

    /// After a review a day or more after the one before it.
    /// - Parameters:
    ///   - difficulty: As it was before the review.
    ///   - retrievability: At the time of the review.
    public func nextStability(
        _ stability: Double, difficulty: Double, retrievability: Double, _ rating: Rating
    ) -> Double {
        if rating == .again {
            let forgotten =
                weights[11] * pow(difficulty, -weights[12]) * (pow(stability + 1, weights[13]) - 1)
                * exp(weights[14] * (1 - retrievability))
            return Self.held(min(forgotten, stability / exp(weights[17] * weights[18])))
        }
        let growth =
            exp(weights[8]) * (11 - difficulty) * pow(stability, -weights[9])
            * (exp(weights[10] * (1 - retrievability)) - 1)
            * (rating == .hard ? weights[15] : 1) * (rating == .easy ? weights[16] : 1)
        return Self.held(stability * (1 + growth))
    }

    public func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
        let moved = difficulty + (10 - difficulty) * (-weights[6] * (Double(rating.rawValue) - 3)) / 9
        return clamp(weights[7] * rawInitialDifficulty(.easy) + (1 - weights[7]) * moved, 1, 10)
    }

    /// Whole days after which recall falls to `retention`, in 1…maximum; halves round to even.
    public func interval(stability: Double, retention: Double, maximum: Int) -> Int {
        let days = stability / factor * (pow(retention, 1 / decay) - 1)
        return Int(clamp(days.rounded(.toNearestOrEven), 1, Double(max(maximum, 1))))
    }

    private func rawInitialDifficulty(_ rating: Rating) -> Double {
        weights[4] - exp(weights[5] * (Double(rating.rawValue) - 1)) + 1
    }

    private static func held(_ stability: Double) -> Double { clamp(stability, 0.001, .infinity) }
}

/// `value` held in `low`…`high`; what is not a number counts as `low`.
func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    value > low ? min(value, high) : low
}
