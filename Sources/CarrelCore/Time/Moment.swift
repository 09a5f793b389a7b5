/// A moment as a learner lived it: wall time, and where on Earth's clock they were.
public struct Moment: Hashable, Sendable {
    public var at: Timestamp
    /// Minutes east of UTC.
    public var zone: Int

    public init(at: Timestamp, zone: Int) {
        self.at = at
        self.zone = zone
    }
}
