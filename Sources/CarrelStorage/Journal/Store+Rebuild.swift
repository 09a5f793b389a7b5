import CarrelCore

extension Store {
    /// How this program folds: a file folded otherwise is rebuilt when it is opened.
    static let foldVersion = 2

    /// Folds all of the learner's tables anew from the journal, in one transaction: killed, it leaves the old ones.
    ///
    /// - Parameter progress: Told now and then how much of how much is done; what it throws
    ///   ends the rebuild and is thrown.
    public func rebuild(progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }) throws {
        try database.withLargeCache { try foldAll(progress: progress) }
    }

    private func foldAll(progress: (_ done: Int, _ total: Int) throws -> Void) throws {
        try database.transaction {
            try followLearner()
            try Refold(JournalTable(database), learner: learner).run(progress: progress)
            try database.run(
                "INSERT INTO meta(key, value) VALUES ('foldVersion', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                String(Self.foldVersion))
        }
    }

    /// Rebuilds when the tables were folded by another version of the folds.
    /// - Returns: Whether it did.
    func rebuildIfFoldedOtherwise(progress: (_ done: Int, _ total: Int) throws -> Void) throws -> Bool {
        let version = try database.first("SELECT value FROM meta WHERE key = 'foldVersion'") { $0.text(0) }
        guard version != String(Self.foldVersion) else { return false }
        try rebuild(progress: progress)
        return true
    }
}
