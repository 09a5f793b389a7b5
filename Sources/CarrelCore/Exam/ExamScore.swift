/// What the answers of an exam come to: points, the score on the certification's scale, and each domain's part.
public struct ExamScore: Equatable, Sendable {
    /// One item as it was answered.
    public struct Item: Equatable, Sendable {
        public var domain: String?
        public var isScored: Bool
        /// 0…1; 0 where nothing was answered.
        public var score: Double

        public init(domain: String?, isScored: Bool, score: Double) {
            self.domain = domain
            self.isScored = isScored
            self.score = score
        }
    }

    /// Thousandths of points over scored items.
    public struct Points: Equatable, Sendable {
        public var earned = 0
        public var possible = 0

        public init(earned: Int = 0, possible: Int = 0) {
            self.earned = earned
            self.possible = possible
        }

        /// 0…1; 0 where nothing could be earned.
        public var share: Double { possible == 0 ? 0 : Double(earned) / Double(possible) }

        fileprivate mutating func add(_ score: Double) {
            earned += Int((min(max(score, 0), 1) * 1000).rounded())
            possible += 1000
        }
    }

    public private(set) var points = Points()
    public private(set) var domains: [String: Points] = [:]
    /// On the certification's scale, rounded down: it reaches the cut exactly when the exam is passed.
    public let scaled: Int
    public let hasPassed: Bool

    /// scaled = low + (high − low)·earned/possible; passed iff earned·(high − low) ≥ (pass − low)·possible.
    public init(_ items: [Item], rules: ExamRules) {
        var points = Points(), domains: [String: Points] = [:]
        for item in items where item.isScored {
            points.add(item.score)
            if let domain = item.domain { domains[domain, default: Points()].add(item.score) }
        }
        let span = rules.scale.high - rules.scale.low
        scaled = rules.scale.low + (points.possible == 0 ? 0 : points.earned * span / points.possible)
        hasPassed = points.possible > 0 && points.earned * span >= (rules.pass - rules.scale.low) * points.possible
        self.points = points
        self.domains = domains
    }

    /// As a completed session keeps it.
    public var result: SessionResult {
        SessionResult(earned: points.earned, possible: points.possible, scaledScore: scaled, passed: hasPassed)
    }
}
