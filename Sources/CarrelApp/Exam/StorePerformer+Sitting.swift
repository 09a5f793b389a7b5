import CarrelCore
import CarrelStorage

// One exam in two terminals: what one of them has gone past, the other cannot change.

extension StorePerformer {
    /// An item was answered that the rules let nobody come back to, and another terminal has left it.
    struct ItemLeft: Error, CustomStringConvertible {
        var description: String { "the exam went on in another terminal, past this item" }
    }

    /// Keeps what was done in a session, and where one stands in it.
    ///
    /// - Throws: `ItemLeft`, and nothing is kept.
    func record(_ events: [NewEvent], at placed: PlacedSession?) throws {
        guard let placed, placed.place.exam != nil else {
            try store.record(events, keeping: placed.map { ($0.session, $0.place) })
            return
        }
        try store.together {
            let kept = try store.place(ofSession: placed.session)
            for case .answerGiven in events.map(\.event) { try verify(events, in: placed, past: kept); break }
            try store.record(events, keeping: (placed.session, placed.place.joining(kept)))
        }
    }

    /// Keeps where one stands in a session.
    func keepPlace(_ placed: PlacedSession) throws {
        guard placed.place.exam != nil else { return try store.keepPlace(placed.place, of: placed.session) }
        try store.together {
            let kept = try store.place(ofSession: placed.session)
            try store.keepPlace(placed.place.joining(kept), of: placed.session)
        }
    }

    /// The exam under way that asks a question, be it answered or not; nil where none does.
    func runningExam(asking question: String) throws -> SessionRow? {
        try store.activeSessions(asking: question).first { !$0.mode.givesFeedbackAtOnce }
    }

    private func verify(_ events: [NewEvent], in placed: PlacedSession, past kept: SessionPlace?) throws {
        // Nobody else has gone further: nothing more is to be read.
        guard let furthest = kept?.exam?.seen.max(), furthest > placed.place.exam?.seen.max() ?? 0,
            let stored = try store.session(placed.session)
        else { return }
        let session = StudySession(stored)
        for event in events {
            guard case .answerGiven = event.event,
                let item = session.items.firstIndex(where: { $0.questionId == event.questionId })
            else { continue }
            let sitting = ExamSitting(
                rules: session.sittingRules, count: session.items.count, position: item, furthest: furthest)
            if sitting.position != item { throw ItemLeft() }
        }
    }
}

extension SessionPlace {
    /// The same with the items that another terminal has shown.
    fileprivate func joining(_ kept: SessionPlace?) -> Self {
        var place = self
        if let seen = kept?.exam?.seen { place.exam?.seen.formUnion(seen) }
        return place
    }
}
