/// When to show a question again: FSRS-6 with learning and relearning steps around it.
public struct Scheduler: Sendable {
    public let model: MemoryModel
    private let formulas: FSRS6

    /// - Parameter model: One that `isUsable`.
    public init(_ model: MemoryModel = MemoryModel()) {
        self.model = model
        formulas = FSRS6(weights: model.weights)
    }

    /// `state` after a review.
    /// - Parameters:
    ///   - moment: When it was reviewed; a clock that went back counts as the same day.
    ///   - fuzz: 0 ≤ u < 1 spreads review intervals around the computed one; nil leaves them as computed.
    public func reviewed(_ state: MemoryState, _ rating: Rating, at moment: Timestamp, fuzz: Double? = nil)
        -> MemoryState
    {
        var next = remembered(state, rating, at: moment)
        let seconds: Int64
        if let wait = place(&next, rating) {
            seconds = wait
        } else {
            next.phase = .review
            next.step = nil
            seconds = Int64(days(next.stability ?? 0, fuzz)) * 86_400
        }
        next.due = moment.adding(seconds: seconds)
        next.lastReview = moment
        next.reps += 1
        return next
    }

    /// The chance of recall at `moment`, from whole days since the last review; nil for a new question.
    public func retrievability(of state: MemoryState, at moment: Timestamp) -> Double? {
        guard let stability = state.stability, let last = state.lastReview else { return nil }
        return formulas.retrievability(days: Double(max(0, wholeDays(last, moment))), stability: stability)
    }

    private func remembered(_ state: MemoryState, _ rating: Rating, at moment: Timestamp) -> MemoryState {
        var next = state
        guard let stability = state.stability, let difficulty = state.difficulty, let last = state.lastReview else {
            next.phase = .learning
            next.step = 0
            next.stability = formulas.initialStability(rating)
            next.difficulty = formulas.initialDifficulty(rating)
            return next
        }
        let days = wholeDays(last, moment)
        let grown =
            days < 1
            ? formulas.sameDayStability(stability, rating)
            : formulas.nextStability(
                stability, difficulty: difficulty,
                retrievability: formulas.retrievability(days: Double(days), stability: stability), rating)
        next.stability = min(grown, Self.longestStability)
        next.difficulty = formulas.nextDifficulty(difficulty, rating)
        return next
    }

    /// Moves `state` along its steps: the seconds until the next one, or nil where it goes to review.
    private func place(_ state: inout MemoryState, _ rating: Rating) -> Int64? {
        if state.phase == .review {
            guard rating == .again else { return nil }
            state.lapses += 1
            guard let first = model.relearningSteps.first else { return nil }
            state.phase = .relearning
            state.step = 0
            return Int64(first)
        }
        let steps = state.phase == .relearning ? model.relearningSteps : model.learningSteps
        let step = state.step ?? 0
        guard let first = steps.first, step < steps.count || rating == .again else { return nil }
        switch rating {
        case .again:
            state.step = 0
            return Int64(first)
        case .hard:
            guard step == 0 else { return Int64(steps[step]) }
            return Int64(steps.count == 1 ? first * 3 / 2 : (first + steps[1]) / 2)
        case .good:
            guard step + 1 < steps.count else { return nil }
            state.step = step + 1
            return Int64(steps[step + 1])
        case .easy:
            return nil
        }
    }

    /// Days: a century.
    private static let longestStability: Double = 36_500

    private func days(_ stability: Double, _ fuzz: Double?) -> Int {
        let days = formulas.interval(
            stability: stability, retention: model.retention, maximum: model.maximumInterval)
        guard let fuzz else { return days }
        let range = Self.fuzzRange(days: days, maximum: model.maximumInterval)
        let spread = fuzz * Double(1 + range.upperBound - range.lowerBound)
        return range.lowerBound + min(Int(spread), range.upperBound - range.lowerBound)
    }

    /// The days a review interval may be spread over (py-fsrs): wider the longer it is, and never under two days.
    public static func fuzzRange(days: Int, maximum: Int) -> ClosedRange<Int> {
        guard days > 2 else { return days...days }
        let length = Double(days)
        func share(_ factor: Double, _ start: Double, _ end: Double) -> Double {
            factor * max(min(length, end) - start, 0)
        }
        let delta = 1 + share(0.15, 2.5, 7) + share(0.1, 7, 20) + share(0.05, 20, .infinity)
        let high = min(Int((length + delta).rounded(.toNearestOrEven)), maximum)
        let low = min(max(2, Int((length - delta).rounded(.toNearestOrEven))), high)
        return low...high
    }
}

private func wholeDays(_ from: Timestamp, _ to: Timestamp) -> Int64 {
    floorDivide(to.milliseconds - from.milliseconds, 86_400_000).quotient
}
