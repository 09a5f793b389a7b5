import CarrelCore

@testable import CarrelStorage

extension Store {
    /// A store in memory whose clock stands still.
    static func temporary(
        at time: Timestamp = Timestamp(milliseconds: 1_790_000_000_000), zone: Int = 0, seed: UInt64 = 1
    ) throws -> Store {
        try Store.open(.memory, clock: { Moment(at: time, zone: zone) }, seed: seed)
    }
}
