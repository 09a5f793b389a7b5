/// A learner's day: it begins some time after midnight, so that studying late counts for the evening it belongs to.
public struct StudyDay: Hashable, Comparable, Sendable {
    /// 04:00 local, in minutes.
    public static let usualStart = 240

    /// Days since 1970-01-01, local.
    public let number: Int

    public init(_ number: Int) { self.number = number }

    /// - Parameters:
    ///   - moment: When it happened.
    ///   - zone: Minutes east of UTC where it happened.
    ///   - start: Minutes after local midnight at which the day begins.
    public init(_ moment: Timestamp, zone: Int, start: Int) {
        let local = moment.milliseconds + Int64(zone - start) * 60_000
        number = Int(floorDivide(local, 86_400_000).quotient)
    }

    /// The moment at which the day begins; parameters as in `init(_:zone:start:)`.
    public func start(zone: Int, start: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(number) * 86_400_000 - Int64(zone - start) * 60_000)
    }

    public static func < (left: StudyDay, right: StudyDay) -> Bool { left.number < right.number }
}
