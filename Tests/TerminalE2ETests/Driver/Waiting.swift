import Glibc

/// A point in time by a clock that is never set.
struct Deadline {
    private let end: Int64

    init(seconds: Double) { end = Self.now + Int64(seconds * 1000) }

    var isPast: Bool { Self.now >= end }
    /// What is left, for `poll`.
    var milliseconds: Int32 { Int32(max(0, min(end - Self.now, 1 << 30))) }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// Waiting for something that happens in another process: asked again and again, as often as costs little.
enum Waiting {
    /// What a busy machine may take; a test that waits this long has failed.
    static let patience = 15.0

    /// - Throws: A failure that says what was waited for, with what `state` tells when the time is up.
    static func until(
        _ what: String, within seconds: Double = patience, state: () -> String = { "" }, _ isSo: () throws -> Bool
    ) throws {
        let deadline = Deadline(seconds: seconds)
        while true {
            if try isSo() { return }
            if deadline.isPast { break }
            usleep(8_000)
        }
        throw Shell.Failure(description: "waited \(seconds) s in vain: \(what)\n" + state())
    }
}
