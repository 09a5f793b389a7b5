import CarrelCore
import CarrelTerminal

// What the clock of an exam says, warns of and ends.

extension ExamScreen {
    /// Milliseconds left; nil without a limit.
    func timeLeft() -> Int64? { run?.timeLeft(at: now) }

    var isTimed: Bool { session?.status == .active && phase != .timeUp && timeLeft() != nil }

    func timeLeft(at now: Moment) -> Int64? { run?.timeLeft(at: now) }

    func runningClock(at now: Moment) -> String? {
        guard let left = timeLeft(at: now), isClockShown(with: left) else { return nil }
        return RelativeTime.runningClock(milliseconds: Int(max(0, left)))
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
    var isClockShown: Bool { timeLeft().map(isClockShown) ?? false }

    private func isClockShown(with left: Int64) -> Bool { !hidesClock || left <= 5 * 60_000 }

    /// What the time that passed since `before` calls for: a warning, or the end.
    mutating func follow(from before: Moment) -> [Effect] {
        guard phase != .timeUp, let left = timeLeft() else { return [] }
        if left <= 0 { return endTime() }
        guard let earlier = run?.timeLeft(at: before),
            let minutes = ExamTime.warning(in: rules.warnings, from: earlier, to: left)
        else { return [] }
        return [.say("\(RelativeTime.count(minutes, "minute")) left")]
    }

    /// The section's time is up, or all of it.
    mutating func endTime() -> [Effect] {
        overview = nil
        if run?.isOver(at: now) == false, sitting?.allows(.endSection) == true {
            return [.say("the time of this part is up")] + (savedFirst() ?? []) + move(.endSection, isForced: true)
        }
        phase = .timeUp
        return [keepPlace(), .unsay, .barrier]
    }

    /// A paused clock loses no more than half a minute to a kill.
    mutating func keepClock() -> [Effect] {
        // Where nothing else wakes it a tick comes every half minute, or a moment before.
        guard let run, now.at.milliseconds - run.exam.clock.since.milliseconds >= 29_000 else { return [] }
        // The next half minute counts from here.
        self.run?.read(at: now)
        return run.time.runsAlone ? [] : [keepPlace()]
    }
}
