import CarrelCore
import CarrelTerminal

// What the clock of an exam says, warns of and ends.

extension ExamScreen {
    /// Milliseconds that count.
    var elapsed: Int64 { place.exam?.clock.elapsed(at: now) ?? 0 }

    /// Milliseconds left; nil without a limit.
    func timeLeft() -> Int64? { timeLeft(elapsed: elapsed) }

    private func timeLeft(elapsed: Int64) -> Int64? {
        time?.remaining(elapsed: elapsed, section: sitting?.section ?? 0, left: place.exam?.sectionsLeft ?? [])
    }

    /// A clock that shows moves once a second; one that is hidden wakes for its next warning, or the end.
    var tick: Int? {
        guard session?.status == .active, let left = timeLeft(), phase != .timeUp else { return nil }
        let layout = PageLayout.current
        let next = ([0] + rules.warnings.map { Int64($0) * 60_000 }).filter { $0 < left }.max() ?? 0
        let wait = Int(max(1, min(left - next, 30_000)))
        return isClockShown ? min(wait, layout.isCalm || layout.isSlow ? 60_000 : 1_000) : wait
    }

    /// Hidden by the learner, it returns for the last five minutes.
    var isClockShown: Bool {
        guard let left = timeLeft() else { return false }
        return !hidesClock || left <= 5 * 60_000
    }

    /// What the time that passed since `before` calls for: a warning, or the end.
    mutating func follow(from before: Moment) -> [Effect] {
        guard phase != .timeUp, let clock = place.exam?.clock, let left = timeLeft() else {
            return []
        }
        if left <= 0 { return endTime() }
        guard let earlier = timeLeft(elapsed: clock.elapsed(at: before)),
            let minutes = ExamTime.warning(in: rules.warnings, from: earlier, to: left)
        else { return [] }
        return [.say("\(RelativeTime.count(minutes, "minute")) left")]
    }

    /// The section's time is up, or all of it.
    mutating func endTime() -> [Effect] {
        overview = nil
        let isWhole = time?.limit.map { $0 - elapsed <= 0 } ?? false
        if !isWhole, sitting?.allows(.endSection) == true {
            return [.say("the time of this section is up")] + leaveSection()
        }
        phase = .timeUp
        return [keepPlace(), .barrier]
    }

    mutating func leaveSection() -> [Effect] {
        guard (try? sitting?.apply(.endSection)) != nil else { return [] }
        let elapsed = elapsed
        place.exam?.sectionsLeft.append(elapsed)
        return arrived()
    }

    /// A paused clock loses no more than half a minute to a kill.
    mutating func keepClock() -> [Effect] {
        guard let clock = place.exam?.clock, now.at.milliseconds - clock.since.milliseconds > 30_000 else { return [] }
        place.exam?.clock = clock.read(at: now)
        return time?.runsAlone == true ? [] : [keepPlace()]
    }
}
