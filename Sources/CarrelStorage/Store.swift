import CarrelCore

/// The learner's file: the catalogue, and all the learner has done with it.
///
/// All the rest of the program sees of storage. Queries and commands are extensions, one file a concept. Not
/// `Sendable`: whoever opened it owns it.
public final class Store {
    public private(set) var openReport: OpenReport
    /// `users.id` of the learner whose file this is.
    public internal(set) var learner: String

    let database: Database
    let clock: () -> Moment
    var generator: SplitMix64
    /// Ids of the entries this run of the program recorded, command by command: what `undoLast` goes back through.
    var recordedIds: [[String]] = []

    /// Opens the file at `location`, making it or bringing it up to date as needed.
    ///
    /// - Parameters:
    ///   - clock: Tells the time and the zone; asked at every command.
    ///   - seed: Of the random parts of identifiers.
    ///   - rebuilding: Told as by `rebuild` where the tables have to be folded anew; what it throws ends that.
    /// - Throws: `StoreError`, with the file left as it was; `.damaged` names the newest sound backup.
    public static func open(
        _ location: StoreLocation, clock: @escaping () -> Moment, seed: UInt64,
        rebuilding: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> Store {
        try offeringBackup(of: location) { try opened(location, clock: clock, seed: seed, rebuilding: rebuilding) }
    }

    private static func opened(
        _ location: StoreLocation, clock: @escaping () -> Moment, seed: UInt64,
        rebuilding: (_ done: Int, _ total: Int) throws -> Void
    ) throws -> Store {
        var generator = SplitMix64(seed: seed)
        let now = clock().at
        let opening = try Opening(location, now: now)
        let learner = try Learner.find(in: opening.database, now: now, using: &generator)
        let store = Store(
            database: opening.database, learner: learner, report: opening.report, clock: clock, generator: generator)
        let isRebuilt = try store.rebuildIfFoldedOtherwise(progress: rebuilding)
        store.openReport.rebuilt = isRebuilt && !opening.report.wasCreated
        return store
    }

    /// Adds to the error of a damaged file which backup is sound.
    private static func offeringBackup<T>(of location: StoreLocation, _ body: () throws -> T) throws -> T {
        /// Nil where the backups themselves cannot be looked at: the damage is what is to be told.
        func backup(of path: String) -> String? { try? DailyBackups(ofFileAt: path).newestSound()?.path }
        do {
            return try body()
        } catch StoreError.damaged(let path, let detail, nil) {
            throw StoreError.damaged(path: path, detail: detail, backup: backup(of: location.path))
        } catch StoreError.notADatabase(let path) {
            guard let backup = backup(of: location.path) else { throw StoreError.notADatabase(path: path) }
            throw StoreError.damaged(path: path, detail: "it does not begin as a database does", backup: backup)
        }
    }

    /// Ends the work with the file: what SQLite learned of the tables' sizes is kept for its next plans.
    ///
    /// A store that is let go without this is closed all the same.
    public func close() throws {
        do {
            try database.execute("PRAGMA analysis_limit = 400; PRAGMA optimize")
        } catch StoreError.locked {
            // All that was to be saved is. Whoever writes there learns of the sizes too, when it closes.
        }
    }

    /// Clears up after many answers, which takes some milliseconds: for a moment in which nobody waits.
    ///
    /// - Returns: Whether there was anything to do.
    @discardableResult
    public func clearUp() -> Bool { database.shortenLog() }

    /// Carries out several commands as one: all of it is written, or none, and nobody writes in between.
    public func together<T>(_ body: () throws -> T) throws -> T { try database.transaction(body) }

    private init(
        database: Database, learner: String, report: OpenReport, clock: @escaping () -> Moment, generator: SplitMix64
    ) {
        self.database = database
        self.learner = learner
        openReport = report
        self.clock = clock
        self.generator = generator
    }
}
