import CarrelCore
import CarrelStorage

extension Store {
    /// The sessions that Home and `carrel resume` offer to go on with, the one last used first.
    func sessionsToGoOnWith() throws -> [SessionRow] {
        let single = try activeSessions(limit: 20).filter { $0.type == .test }.filter(isUnfinished)
        return (try activeSessions(limit: 1_000, besides: .test) + single)
            .sorted { $0.lastAccessedAt > $1.lastAccessedAt }
    }

    /// A question that was only looked at, or is answered, on its own is nothing to go on with; one with something
    /// chosen, typed or still to be graded is.
    private func isUnfinished(_ session: SessionRow) throws -> Bool {
        if let place = try place(ofSession: session.id), !place.isEmpty { return true }
        return try answers(inSession: session.id).values.contains { $0.isAnswered && $0.isCorrect == nil }
    }
}
