import CarrelCore
import CarrelStorage

/// What ends a session under way from a list of them.
enum SessionEnd {
    /// At once where every answer was graded as it was given; an exam, whose answers would never be, asks first, and
    /// one whose time has run out is handed in, as when it is opened.
    ///
    /// - Parameter countdown: What is left of its time, where that is known better than by its row.
    static func effects(for session: SessionRow, at now: Moment, countdown: ExamCountdown? = nil) -> [Effect] {
        let isOver = countdown.map { $0.left(at: now) == 0 } ?? session.hasRunOut(at: now)
        if isOver { return [.push(.session(session.id))] }
        let end = Effect.perform(.record([NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: session.id)]))
        guard !session.mode.givesFeedbackAtOnce else { return [end, .barrier] }
        let answered = "\(session.completedItems) of \(session.totalItems) answered."
        return [
            .push(
                .confirm(
                    Confirmation(
                        title: session.title,
                        message: answered
                            + " Ended here it is not graded, and counts as no attempt. To hand it in, open it.",
                        buttons: [
                            Confirmation.Button(label: "Keep it", effects: [.pop]),
                            Confirmation.Button(label: "End it without a grade", effects: [.pop, end]),
                        ])))
        ]
    }
}

extension SessionRow {
    /// Whether the time of an exam that runs on alone is over by the wall clock. Opened, one that is not goes on.
    fileprivate func hasRunOut(at now: Moment) -> Bool {
        guard mode.runsAlone, let timeLimit else { return false }
        return startedAt.adding(seconds: Int64(timeLimit)) <= now.at
    }
}
