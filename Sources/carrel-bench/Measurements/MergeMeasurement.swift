import CarrelCore
import CarrelStorage

/// How long it takes to unite another machine's journal with that of a library.
struct MergeMeasurement {
    /// Entries of the other file, none of which the library has.
    private(set) var entries = 0
    /// Milliseconds for all of them, and how many of these on a processor.
    private(set) var first = (elapsed: 0.0, processor: 0.0)
    /// Milliseconds for all of them into a file that knows the packs and has no work in it.
    private(set) var intoNew = (elapsed: 0.0, processor: 0.0)
    /// Milliseconds to say what would come.
    private(set) var dryRun = (elapsed: 0.0, processor: 0.0)
    /// Milliseconds when all of it is there already.
    private(set) var again = (elapsed: 0.0, processor: 0.0)
    /// Entries of a day, and milliseconds to take them in.
    private(set) var dayEntries = 0
    private(set) var day = (elapsed: 0.0, processor: 0.0)

    /// - Parameters:
    ///   - database: A library; a copy of it is merged into.
    ///   - scratch: A directory for that copy and for the other machine's files.
    init(on database: String, of shape: LibraryShape, scratch: String) throws {
        let own = scratch + "/merge-own.db"
        try SQLScript.run("VACUUM INTO '\(own)'", on: database)
        let learner = try GeneratedLibrary.open(own).learner
        // Twenty answers a session, and its start and end.
        let many = try Self.make(scratch + "/merge-many.db", answers: 91_000, of: shape, machine: 1, learner: learner)
        let few = try Self.make(scratch + "/merge-few.db", answers: 400, of: shape, machine: 2, learner: learner)
        let new = try GeneratedLibrary.open(try Self.copyWithoutWork(of: own, to: scratch + "/merge-new.db"))
        intoNew = try Stopwatch.timing { try new.merge(many) }
        guard try new.drift().isEmpty else { throw BenchError("the merged tables are not what the journal comes to") }
        try new.close()
        let store = try GeneratedLibrary.open(own)
        dryRun = try Stopwatch.timing { entries = try store.merge(many, dryRun: true).entriesAdded }
        first = try Stopwatch.timing { try store.merge(many) }
        again = try Stopwatch.timing { try store.merge(many) }
        day = try Stopwatch.timing { dayEntries = try store.merge(few).entriesAdded }
        guard try store.drift().isEmpty else { throw BenchError("the merged tables are not what the journal comes to") }
    }

    /// Makes the file of another machine of the same learner.
    private static func make(
        _ path: String, answers: Int, of shape: LibraryShape, machine: UInt64, learner: String
    ) throws -> String {
        let store = try GeneratedLibrary.open(path)
        let shape = LibraryShape(answers: answers, groups: shape.groups, paths: [])
        var journal = JournalGenerator(end: SystemMoment.now().at, shape: shape, machine: machine)
        for batch in journal.batches() { try store.absorb(batch) }
        try store.close()
        try SQLScript.run("UPDATE users SET id = '\(learner)'", on: path)
        return path
    }

    private static func copyWithoutWork(of database: String, to copy: String) throws -> String {
        try SQLScript.run("VACUUM INTO '\(copy)'", on: database)
        try SQLScript.run("DELETE FROM journal", on: copy)
        let store = try GeneratedLibrary.open(copy)
        try store.rebuild()
        try store.close()
        try SQLScript.run("VACUUM", on: copy)
        return copy
    }
}
