import CarrelCore

extension Store {
    /// Unites the journal of another Carrel file with this one's; the other file is only read.
    ///
    /// Whichever way and however often files are merged, they come to the same tables. All of it is one transaction:
    /// ended in the middle, by `progress` or by a power cut, it leaves this file as it was, so that no copy of it is
    /// made first. A newer program's file is merged too as long as its journal is as this program knows it; entries of
    /// kinds and versions this one does not know are kept, and folded after an upgrade.
    ///
    /// - Parameters:
    ///   - asMe: Merges another learner's file too: both are the same person. The smaller of the two ids is adopted,
    ///     here now, by the other file when it merges this one in turn.
    ///   - dryRun: Only says what would come. Nothing is written and nobody has to wait.
    ///   - progress: Told now and then how much of how much is done; what it throws ends the merge and is thrown.
    /// - Throws: `MergeError` for whatever is wrong with the other file; `StoreError` for this one.
    @discardableResult
    public func merge(
        _ path: String, asMe: Bool = false, dryRun: Bool = false,
        progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> MergeReport {
        try merge(path, asMe: asMe, dryRun: dryRun, folding: .quicker, progress: progress)
    }

    @discardableResult
    func merge(
        _ path: String, asMe: Bool = false, dryRun: Bool = false, folding: MergeFolding,
        progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> MergeReport {
        let file = try ForeignFile(path, mergedInto: database.path)
        return try file.database.snapshot {
            let merging = Merging(
                from: try ForeignJournal(file.database, named: path), of: file, into: database, now: clock().at)
            if dryRun {
                return try database.snapshot {
                    try followLearner()
                    return try merging.survey(learner, asMe: asMe, folding: folding, progress: progress).report
                }
            }
            let outcome = try database.withLargeCache {
                try database.transaction {
                    try followLearner()
                    return try merging.run(learner, asMe: asMe, folding: folding, progress: progress)
                }
            }
            learner = outcome.learner
            return outcome.report
        }
    }
}
