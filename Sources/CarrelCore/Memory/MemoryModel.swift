/// The settings reviews are scheduled by: the FSRS-6 weights and what surrounds them.
public struct MemoryModel: Codable, Equatable, Sendable {
    /// w0…w20.
    public var weights: [Double]
    /// Desired retention, 0…1 exclusive.
    public var retention: Double
    /// Seconds between showings of a card that is being learned.
    public var learningSteps: [Int]
    /// Seconds between showings of a card that was forgotten.
    public var relearningSteps: [Int]
    /// Days; no interval is longer.
    public var maximumInterval: Int

    public init(
        weights: [Double] = MemoryModel.defaultWeights, retention: Double = 0.9, learningSteps: [Int] = [60, 600],
        relearningSteps: [Int] = [600], maximumInterval: Int = 36_500
    ) {
        self.weights = weights
        self.retention = retention
        self.learningSteps = learningSteps
        self.relearningSteps = relearningSteps
        self.maximumInterval = maximumInterval
    }

    /// Whether reviews can be scheduled by it: 21 weights within the published bounds, a retention between 0 and 1,
    /// steps of at least a second. A model that cannot is passed over when the journal is folded.
    public var isUsable: Bool {
        weights.count == Self.weightBounds.count
            && zip(weights, Self.weightBounds).allSatisfy { $0.0.isFinite && $0.1.contains($0.0) }
            && retention > 0 && retention < 1 && maximumInterval >= 1 && maximumInterval <= 36_500
            && (learningSteps + relearningSteps).allSatisfy { (1...31_536_000).contains($0) }
    }

    /// The published FSRS-6 defaults.
    public static let defaultWeights: [Double] = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]

    /// The bounds that FSRS-6 optimisers clip each weight to (py-fsrs, fsrs-rs).
    private static let weightBounds: [ClosedRange<Double>] = [
        0.001...100.0, 0.001...100.0, 0.001...100.0, 0.001...100.0, 1.0...10.0, 0.001...4.0, 0.001...4.0,
        0.001...0.75, 0.0...4.5, 0.0...0.8, 0.001...3.5, 0.001...5.0, 0.001...0.25, 0.001...0.9, 0.0...4.0,
        0.0...1.0, 1.0...6.0, 0.0...2.0, 0.0...2.0, 0.0...0.8, 0.1...0.8,
    ]
}
