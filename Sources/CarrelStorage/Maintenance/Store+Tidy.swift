import CarrelCore

/// What tidying up takes away, or would.
public struct Tidying: Equatable, Sendable {
    /// Done work in the work queue that was processed more than 30 days ago; removed.
    public var queueItems: Int
    /// Completed runs of maintenance programs that ended more than 90 days ago; removed.
    public var botRuns: Int
    /// Active sessions nothing was done in for more than 7 days; abandoned, with their answers kept.
    public var sessions: [SessionRow]

    public var isNothing: Bool { queueItems == 0 && botRuns == 0 && sessions.isEmpty }
}

extension Store {
    /// What `tidy` would do now.
    public func tidying() throws -> Tidying { try database.snapshot { try tidying(at: clock().at) } }

    /// Carries out the three published maintenance statements, all or none.
    ///
    /// Sessions are abandoned by entries in the journal: a rebuild and a merge know of it.
    /// - Returns: What was done.
    @discardableResult
    public func tidy() throws -> Tidying {
        try together {
            let now = clock().at
            let found = try tidying(at: now)
            try database.run("DELETE FROM workQueue WHERE \(Self.staleItem)", Self.text(now, daysBack: 30))
            try database.run("DELETE FROM botRuns WHERE \(Self.staleRun)", Self.text(now, daysBack: 90))
            let ends = found.sessions.map { NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: $0.id) }
            if !ends.isEmpty { try record(ends) }
            return found
        }
    }

    private func tidying(at now: Timestamp) throws -> Tidying {
        let items = try database.integer(
            "SELECT COUNT(*) FROM workQueue WHERE \(Self.staleItem)", Self.text(now, daysBack: 30))
        let runs = try database.integer(
            "SELECT COUNT(*) FROM botRuns WHERE \(Self.staleRun)", Self.text(now, daysBack: 90))
        let sessions = try database.rows(
            """
            SELECT \(SessionRow.columns) FROM userSessions
             WHERE userId = ? AND status = 'active' AND lastAccessedAt < ? ORDER BY lastAccessedAt, id
            """, learner, Self.text(now, daysBack: 7), map: SessionRow.init)
        return Tidying(queueItems: Int(items), botRuns: Int(runs), sessions: sessions)
    }

    // As published, with the clock's time in place of SQLite's.
    private static let staleItem = "status = 'completed' AND processedAt < ?"
    private static let staleRun = "status = 'completed' AND completedAt < ?"

    /// As SQLite's `datetime('now', '-7 days')` writes it: to the second.
    private static func text(_ now: Timestamp, daysBack days: Int64) -> String {
        String(now.adding(seconds: -days * 86_400).text.prefix(19))
    }
}
