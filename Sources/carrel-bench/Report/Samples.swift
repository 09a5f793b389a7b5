import Glibc

/// Values of one kind measured one after the other.
struct Samples {
    private(set) var values: [Double]

    init(_ values: [Double] = []) { self.values = values }

    mutating func add(_ value: Double) { values.append(value) }

    /// The smallest value that `share` (0…1) of all values do not exceed (nearest rank); 0 without values.
    func percentile(_ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return values.sorted()[min(max(rank, 1), values.count) - 1]
    }

    var median: Double { percentile(0.5) }
    var largest: Double { values.max() ?? 0 }
}

/// Several rounds of the same measurement: what one round came to says little on a machine that does other things too.
struct Rounds {
    private(set) var rounds: [Samples]

    init(_ count: Int, _ measure: (Int) throws -> Samples) rethrows { rounds = try (0..<count).map(measure) }

    init(_ rounds: [Samples]) { self.rounds = rounds }

    /// The median over the rounds of each round's percentile.
    func percentile(_ share: Double) -> Double { Samples(rounds.map { $0.percentile(share) }).median }

    var median: Double { percentile(0.5) }
}

/// A clock that is never set.
enum Stopwatch {
    /// Nanoseconds since some moment.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// Nanoseconds this process has spent on a processor: what is left when others want it too.
    static var processor: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// Milliseconds from one reading to a later one.
    static func milliseconds(from start: Int64, to end: Int64) -> Double { Double(end - start) / 1_000_000 }

    /// How long `body` takes, and how much of it on a processor, in milliseconds.
    static func timing(_ body: () throws -> Void) rethrows -> (elapsed: Double, processor: Double) {
        let before = processor
        let elapsed = try milliseconds(body)
        return (elapsed, milliseconds(from: before, to: processor))
    }

    /// How long `body` takes, in milliseconds.
    static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = now
        try body()
        return milliseconds(from: start, to: now)
    }
}
