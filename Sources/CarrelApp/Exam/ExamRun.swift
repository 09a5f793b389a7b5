import CarrelCore

/// An exam that is sat: where the learner stands in it, its clock, and what this machine keeps of both.
///
/// Where nothing was kept, the journal says when it began; the farthest answer then stands for what was seen.
struct ExamRun: Equatable, Sendable {
    let time: ExamTime
    private(set) var sitting: ExamSitting
    private(set) var exam: ExamPlace
    /// What was done since the item was come to, less what was taken back.
    private(set) var doneHere = 0
    private var rest: SessionPlace

    /// - Parameter now: From here on the clock of `session` runs again.
    init(_ session: StudySession, at now: Moment) {
        time = ExamTime(session)
        rest = session.place
        exam = session.place.exam ?? ExamPlace(clock: SessionClock(startedAt: session.startedAt))
        exam.clock = time.clock(of: session, at: now)
        let answered = session.items.indices.filter { session.isAnswered(session.items[$0].questionId) }
        let furthest = max(exam.seen.max() ?? 0, answered.max() ?? 0)
        sitting = ExamSitting(
            rules: session.sittingRules, count: session.items.count, position: rest.cursor ?? furthest,
            furthest: furthest)
        if session.place.exam == nil {
            exam.entered = time.latestStart(of: sitting.section, elapsed: elapsed(at: now))
        }
    }

    /// As it is kept.
    var place: SessionPlace {
        var place = rest
        place.cursor = sitting.position
        place.exam = exam
        return place
    }

    /// Milliseconds that count at `now`.
    func elapsed(at now: Moment) -> Int64 { exam.clock.elapsed(at: now) }

    /// Milliseconds left of the whole or of the open section, whichever ends first; nil without a limit.
    func timeLeft(at now: Moment) -> Int64? {
        time.remaining(elapsed: elapsed(at: now), section: sitting.section, in: exam)
    }

    /// Whether no time is left of the whole.
    func isOver(at now: Moment) -> Bool { time.limit.map { $0 <= elapsed(at: now) } ?? false }

    /// The item is shown: it counts as seen, and the clock as read.
    mutating func noticeShown(at now: Moment) {
        exam.seen.insert(sitting.position)
        read(at: now)
    }

    /// What had counted at `now` outlasts a kill.
    mutating func read(at now: Moment) { exam.clock = exam.clock.read(at: now) }

    /// - Throws: What the rules have against it; then nothing changed.
    mutating func apply(_ event: ExamSitting.Event, at now: Moment) throws(ExamSitting.Refusal) {
        let (section, position) = (sitting.section, sitting.position)
        // A part whose time ran out while nobody was there ended then, and the next one began.
        let over = event == .endSection ? min(0, timeLeft(at: now) ?? 0) : 0
        try sitting.apply(event)
        if sitting.section != section { exam.leave(section: section, elapsed: elapsed(at: now) + over) }
        if sitting.position != position { doneHere = 0 }
    }

    /// Takes over how far another terminal has gone in the same exam.
    ///
    /// - Returns: Whether that is past the item on screen, to which there is no way back then.
    mutating func follow(_ found: StudySession) -> Bool {
        guard let other = found.place.exam else { return false }
        exam.seen.formUnion(other.seen)
        let before = sitting
        guard let furthest = exam.seen.max(), furthest > before.furthest else { return false }
        sitting = ExamSitting(
            rules: found.sittingRules, count: found.items.count, position: before.position, furthest: furthest)
        guard sitting.position != before.position else { return false }
        if sitting.section != before.section { (exam.spent, exam.entered) = (other.spent, other.entered) }
        doneHere = 0
        return true
    }

    // MARK: Taking back

    /// Where there is no way back to an item, undo reaches no further than the item on screen.
    var refusesUndo: Bool {
        (sitting.navigation == .forwardOnly || sitting.locks.contains(true)) && doneHere <= 0
    }

    mutating func noticeDone() { doneHere += 1 }
    mutating func noticeUndone() { doneHere -= 1 }
}
