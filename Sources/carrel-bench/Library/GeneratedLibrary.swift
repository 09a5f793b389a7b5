import CarrelContent
import CarrelCore
import CarrelStorage
import Glibc

/// The generated packs and a learner's file that has taken them in, with a year's answers.
struct GeneratedLibrary {
    let packs: String
    let database: String
    /// Reading and taking in the packs, into a new file, in milliseconds.
    let loadMilliseconds: Double
    /// Bytes of YAML.
    let packBytes: Int
    /// Entries of the journal, and how long they took to absorb, in milliseconds.
    let entries: Int
    let absorbMilliseconds: Double

    /// - Parameter directory: Is empty.
    init(in directory: String) throws {
        packs = directory + "/packs"
        database = directory + "/carrel.db"
        var writer = PackWriter(root: packs)
        try writer.write()
        let store = try Self.open(database)
        let loading = Loading(root: packs)
        loadMilliseconds = try Stopwatch.milliseconds { _ = try loading.run(into: store) }
        packBytes = try store.recordedPackFiles().reduce(0) { $0 + Int($1.size) }
        var journal = JournalGenerator(end: SystemMoment.now().at)
        let batches = journal.batches()
        var absorbed = 0
        absorbMilliseconds = try Stopwatch.milliseconds {
            for batch in batches { absorbed += try store.absorb(batch) }
        }
        entries = absorbed
    }

    static func open(_ path: String) throws -> Store {
        try Store.open(.file(path), clock: SystemMoment.now, seed: LibraryShape.seed)
    }
}

/// Brings a file up to date with one root of packs, as the program does at its start.
struct Loading {
    var root: String

    /// - Throws: `BenchError` where a pack has faults.
    func run(into store: Store) throws -> (survey: Survey, read: ReadResult) {
        let survey = Survey(
            of: [PackRoot(path: root, isBuiltIn: true)], recorded: try store.recordedPackFiles())
        let names = try store.catalogueNames()
        let known = KnownIDs(
            questions: names.questions, channels: names.channels, certifications: names.certifications,
            paths: names.paths, interviews: names.interviews, parts: names.parts)
        let read = PackLibrary.read(survey, known: known)
        if let fault = read.faults.first { throw BenchError("a pack has a fault: \(fault)") }
        try store.load(read.packs, touched: read.touched, gone: read.gone, roots: survey.roots.map(\.path))
        return (survey, read)
    }
}

enum SystemMoment {
    /// Now, in UTC.
    static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
        return Moment(at: Timestamp(milliseconds: milliseconds), zone: 0)
    }
}
