import CarrelCore

/// The learner's file: the catalogue, and all the learner has done with it.
///
/// All the rest of the program sees of storage. Queries and commands are extensions, one file a concept. Not
/// `Sendable`: whoever opened it owns it.
public final class Store {
    public let openReport: OpenReport
    /// `users.id` of the learner whose file this is.
    public internal(set) var learner: String

    let database: Database
    let clock: () -> Moment
    var generator: SplitMix64
    /// Ids of the entries this run of the program recorded, in order: what `undoLast` goes back through.
    var recordedIds: [String] = []

    /// Opens the file at `location`, making it or bringing it up to date as needed.
    ///
    /// - Parameters:
    ///   - clock: Tells the time and the zone; asked at every command.
    ///   - seed: Of the random parts of identifiers.
    /// - Throws: `StoreError`, with the file left as it was.
    public static func open(
        _ location: StoreLocation, clock: @escaping () -> Moment, seed: UInt64
    ) throws -> Store {
        var generator = SplitMix64(seed: seed)
        let database = try Database(path: location.path)
        database.trustSchema()
        try database.execute("PRAGMA busy_timeout = 2000; PRAGMA foreign_keys = ON")
        let version = try Schema.upgrade(database) { _ in }
        let learner = try Learner.find(in: database, now: clock().at, using: &generator)
        let mode = try database.first("PRAGMA journal_mode") { $0.text(0) } ?? ""
        let report = OpenReport(
            path: location.path, journalMode: mode,
            migratedFrom: (1..<Schema.migrations.count).contains(version) ? version : nil, wasCreated: version == 0)
        return Store(database: database, learner: learner, report: report, clock: clock, generator: generator)
    }

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
