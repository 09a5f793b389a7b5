import CarrelCore

/// An exam that is sat: where the learner stands in it, its clock, and what this machine keeps of both.
///
/// Where nothing was kept, the journal says when it began; the farthest answer then stands for what was seen.
struct ExamRun: Equatable, Sendable {
    let time: ExamTime
    private(set) var sitting: ExamSitting
    private(set) var place: SessionPlace

    /// - Parameter now: From here on the clock of `session` runs again.
    init(_ session: StudySession, at now: Moment) {
        time = ExamTime(session)
        place = session.place
        var kept = place.exam ?? ExamPlace(clock: SessionClock(startedAt: session.startedAt))
        kept.clock = time.clock(of: session, at: now)
        place.exam = kept
        let answered = session.items.indices.filter { session.isAnswered(session.items[$0].questionId) }
        let furthest = max(kept.seen.max() ?? 0, answered.max() ?? 0)
        sitting = ExamSitting(
            rules: session.sittingRules, count: session.items.count, position: place.cursor ?? furthest,
            furthest: furthest)
    }

    /// Milliseconds that count at `now`.
    func elapsed(at now: Moment) -> Int64 { place.exam?.clock.elapsed(at: now) ?? 0 }

    /// Milliseconds left of the whole or of the open section, whichever ends first; nil without a limit.
    func timeLeft(at now: Moment) -> Int64? {
        time.remaining(elapsed: elapsed(at: now), section: sitting.section, left: place.exam?.sectionsLeft ?? [])
    }

    /// Whether no time is left of the whole.
    func isOver(at now: Moment) -> Bool { time.limit.map { $0 <= elapsed(at: now) } ?? false }

    /// The item is shown: it counts as seen, and the clock as read.
    mutating func noticeShown(at now: Moment) {
        place.cursor = sitting.position
        place.exam?.seen.insert(sitting.position)
        read(at: now)
    }

    /// What had counted at `now` outlasts a kill.
    mutating func read(at now: Moment) {
        if let clock = place.exam?.clock { place.exam?.clock = clock.read(at: now) }
    }

    /// - Throws: What the rules have against it; then nothing changed.
    mutating func apply(_ event: ExamSitting.Event, at now: Moment) throws(ExamSitting.Refusal) {
        let section = sitting.section
        try sitting.apply(event)
        if sitting.section > section, place.exam?.sectionsLeft.count == section {
            let elapsed = elapsed(at: now)
            place.exam?.sectionsLeft.append(elapsed)
        }
    }
}
