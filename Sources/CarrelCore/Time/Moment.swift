/// A moment as a learner lived it: wall time, and where on Earth's clock they were.
public struct Moment: Hashable, Sendable {
    public var at: Timestamp
    /// Minutes east of UTC.
    public var zone: Int
    /// How long the machine had been up; nil where nobody asked it.
    public var uptime: Uptime?

    public init(at: Timestamp, zone: Int, uptime: Uptime? = nil) {
        self.at = at
        self.zone = zone
        self.uptime = uptime
    }
}
