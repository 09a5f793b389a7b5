import CarrelCore

/// How much time an exam has left: of all of it, and of the section that is open.
struct ExamTime: Equatable, Sendable {
    /// Milliseconds; nil without a limit.
    let limit: Int64?
    /// Milliseconds of each section; empty where sections have no time of their own.
    let sections: [Int64]
    /// A strict exam's clock runs while nobody is there.
    let runsAlone: Bool

    init(_ session: StudySession) {
        limit = session.timeLimit.map { Int64($0) * 1000 }
        sections = session.sittingRules.sections.map { Int64($0.minutes) * 60_000 }
        runsAlone = session.mode.runsAlone
    }

    /// The clock of a session that is opened again, from `now` on.
    func clock(of session: StudySession, at now: Moment) -> SessionClock {
        if let kept = session.place.exam?.clock { return runsAlone ? kept.read(at: now) : kept.resumed(at: now) }
        guard !runsAlone else { return SessionClock(startedAt: session.startedAt).read(at: now) }
        // Left on another machine, or its place lost: the journal knows until when it ran.
        let start = session.startedAt.adding(seconds: session.pausedMs / 1000)
        if let pause = session.pausedAt {
            return SessionClock(counted: pause.milliseconds - start.milliseconds, from: now)
        }
        return SessionClock(startedAt: start).read(at: now)
    }

    /// Milliseconds left; nil without a limit.
    ///
    /// - Parameters:
    ///   - section: The one that is open.
    ///   - place: What was kept of the sections.
    func remaining(elapsed: Int64, section: Int, in place: ExamPlace) -> Int64? {
        let whole = limit.map { $0 - elapsed }
        guard let own = sections[safe: section] else { return whole }
        let part = own - place.spent(in: section, isOpen: true, elapsed: elapsed)
        return whole.map { min($0, part) } ?? part
    }

    /// Milliseconds of sections that were left before their time was over: they are lost.
    func forgone(in session: StudySession) -> Int64 {
        guard !sections.isEmpty, let place = session.place.exam else { return 0 }
        let run = ExamRun(session, at: Moment(at: place.clock.since, zone: 0))
        let left = sections.prefix(run.sitting.section).enumerated().filter {
            run.sitting.locks[safe: $0.offset] == true
        }
        return left.reduce(0) { sum, section in
            sum + max(0, section.element - place.spent(in: section.offset, isOpen: false, elapsed: 0))
        }
    }

    /// When a section begins at the latest, in milliseconds that have counted, where those before it are gone through
    /// in order.
    func latestStart(of section: Int, elapsed: Int64) -> Int64 { min(elapsed, sections.prefix(section).reduce(0, +)) }

    /// `1 hour 12 minutes left`, `4 minutes 10 seconds left`: seconds once they matter.
    static func words(_ milliseconds: Int64) -> String {
        let seconds = (max(0, milliseconds) + 999) / 1000
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        let parts = [
            hours > 0 ? RelativeTime.count(hours, "hour") : nil,
            minutes > 0 ? RelativeTime.count(minutes, "minute") : nil,
            seconds < 600 && (seconds % 60 > 0 || seconds == 0) ? RelativeTime.count(seconds % 60, "second") : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: " ") + " left"
    }

    /// Minutes that are to be warned of between two moments, the least of them.
    static func warning(in warnings: [Int], from before: Int64, to now: Int64) -> Int? {
        warnings.filter { before > Int64($0) * 60_000 && now <= Int64($0) * 60_000 }.min()
    }
}

/// What is left of a session's time while it is not on screen.
struct ExamCountdown: Equatable, Sendable {
    /// Of all of it, less what was left over of parts that were left.
    private let limit: Int64
    private let clock: SessionClock
    /// It goes on while nobody is there.
    let runsAlone: Bool

    /// Nil for a session without a limit.
    init?(_ session: StudySession, at now: Moment) {
        let time = ExamTime(session)
        guard let limit = time.limit else { return nil }
        self.limit = limit - time.forgone(in: session)
        clock = time.clock(of: session, at: now)
        runsAlone = time.runsAlone
    }

    /// Milliseconds, not below 0.
    func left(at now: Moment) -> Int64 { max(0, limit - (runsAlone ? clock.elapsed(at: now) : clock.counted)) }

    /// `42 min left`, or that there is nothing left.
    func words(at now: Moment) -> String {
        let left = left(at: now)
        return left == 0 ? "time is up" : left < 60_000 ? "less than a minute left" : "\(left / 60_000) min left"
    }
}
