/// Time that counts against a session's limit, however the machine's clocks behave meanwhile.
///
/// While a machine runs, its uptime is believed, which also goes on while it sleeps and which nobody sets. Only across
/// a restart, or on another machine, does the wall clock have the word; one that was set back takes nothing away.
public struct SessionClock: Codable, Equatable, Sendable {
    /// Milliseconds that had counted at `since`.
    public private(set) var counted: Int64
    /// When that was.
    public private(set) var since: Timestamp
    /// The machine's uptime then; nil where it is not known.
    public private(set) var uptime: Uptime?

    public init(counted: Int64 = 0, from moment: Moment) {
        self.init(counted: counted, since: moment.at, uptime: moment.uptime)
    }

    /// The clock of a session of which only the start is known.
    public init(startedAt: Timestamp) { self.init(counted: 0, since: startedAt, uptime: nil) }

    private init(counted: Int64, since: Timestamp, uptime: Uptime?) {
        self.counted = max(0, counted)
        self.since = since
        self.uptime = uptime
    }

    /// Milliseconds that count at `now`; never fewer than before.
    public func elapsed(at now: Moment) -> Int64 {
        if let uptime, let present = now.uptime, uptime.boot == present.boot {
            return counted + max(0, present.milliseconds - uptime.milliseconds)
        }
        return counted + max(0, now.at.milliseconds - since.milliseconds)
    }

    /// When it began by the wall clock as it goes at `now`, whatever it was set to meanwhile.
    public func start(at now: Moment) -> Timestamp {
        Timestamp(milliseconds: now.at.milliseconds - elapsed(at: now))
    }

    /// The same clock, to be read from `now` on.
    public func read(at now: Moment) -> SessionClock { SessionClock(counted: elapsed(at: now), from: now) }

    /// A clock that stood still since it was last read, and runs again from `now` on.
    public func resumed(at now: Moment) -> SessionClock { SessionClock(counted: counted, from: now) }
}

/// How long a machine has been up, its sleep included.
public struct Uptime: Codable, Hashable, Sendable {
    /// Tells one start of the machine from another.
    public var boot: String
    public var milliseconds: Int64

    public init(boot: String, milliseconds: Int64) {
        self.boot = boot
        self.milliseconds = milliseconds
    }
}
