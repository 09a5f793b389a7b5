import CarrelCore

/// How far the reading of packs has come, as a bar says it.
struct LoadingProgress: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        /// Counted in files.
        case reading
        /// Counted in packs.
        case checking
        /// Counted in questions.
        case takingIn
    }

    var stage = Stage.reading
    var done: Int
    var total: Int
    /// Seconds this stage will take from here; nil until it can be told.
    var secondsLeft: Int?

    /// From 0 to 1.
    var fraction: Double { total > 0 ? Double(done) / Double(total) : 0 }

    /// What stands before the bar.
    var words: String {
        let name =
            switch stage {
            case .reading: "Reading packs"
            case .checking: "Checking packs"
            case .takingIn: "Loading questions"
            }
        return "\(name) \(done)/\(total)"
    }

    /// What stands behind it.
    var timeLeft: String? { secondsLeft.map { "\(RelativeTime.clock(milliseconds: $0 * 1000)) left" } }
}

/// Follows a load from report to report: how long it will take, and when another frame is worth its bytes.
struct LoadingBar: Equatable, Sendable {
    /// Milliseconds from one frame to the next while only the bar moves.
    static let interval: Int64 = 50
    /// The same where motion is reduced or the link is slow.
    static let calmInterval: Int64 = 1_000
    /// Milliseconds a stage must have run before its pace says anything.
    static let shortestPace: Int64 = 500

    private(set) var shown: LoadingProgress
    /// When the stage got going.
    private var start: Timestamp
    private var drawn: Timestamp

    init(_ progress: LoadingProgress, at now: Timestamp) {
        shown = progress
        start = now
        drawn = now
    }

    /// Takes note of how far the load is.
    ///
    /// - Returns: Whether a frame is due.
    mutating func follow(_ progress: LoadingProgress, at now: Timestamp, isCalm: Bool = false) -> Bool {
        // Waiting for another program is not the pace of the work.
        if progress.stage != shown.stage || progress.done == 0 { start = now }
        shown = progress
        shown.secondsLeft = secondsLeft(at: now)
        // A clock that was set back must not stop the bar.
        guard abs(now.milliseconds - drawn.milliseconds) >= (isCalm ? Self.calmInterval : Self.interval) else {
            return false
        }
        drawn = now
        return true
    }

    private func secondsLeft(at now: Timestamp) -> Int? {
        let elapsed = now.milliseconds - start.milliseconds
        guard elapsed >= Self.shortestPace, shown.done > 0 else { return nil }
        let left = Double(elapsed) / Double(shown.done) * Double(max(0, shown.total - shown.done))
        return Int(exactly: (left / 1000).rounded(.up))
    }
}
