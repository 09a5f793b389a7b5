import CarrelContent
import CarrelCore
import CarrelStorage
import Glibc

/// The generated packs and a learner's file that has taken them in, with a year's answers.
struct GeneratedLibrary {
    let shape: LibraryShape
    let packs: String
    let database: String
    let figures: Figures

    /// What making it came to.
    struct Figures {
        /// Reading and taking in the packs, into a new file, in milliseconds.
        var loadMilliseconds: Double
        /// Bytes of YAML.
        var packBytes: Int
        /// Entries of the journal, and how long they took to absorb, in milliseconds.
        var entries: Int
        var absorbMilliseconds: Double

        /// As it is kept beside the library.
        var text: String { "\(loadMilliseconds) \(packBytes) \(entries) \(absorbMilliseconds)" }

        init(loadMilliseconds: Double, packBytes: Int, entries: Int, absorbMilliseconds: Double) {
            self.loadMilliseconds = loadMilliseconds
            self.packBytes = packBytes
            self.entries = entries
            self.absorbMilliseconds = absorbMilliseconds
        }

        init?(text: String) {
            let numbers = text.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 4 else { return nil }
            self.init(
                loadMilliseconds: numbers[0], packBytes: Int(numbers[1]), entries: Int(numbers[2]),
                absorbMilliseconds: numbers[3])
        }
    }

    /// - Parameter directory: Is empty, or holds a library of the same shape that was made whole; that one is used.
    init(in directory: String, shape: LibraryShape) throws {
        self.shape = shape
        packs = directory + "/packs"
        database = directory + "/carrel.db"
        let made = directory + "/made"
        if access(made, R_OK) == 0, let figures = Figures(text: try TextFile.read(made)) {
            self.figures = figures
            return
        }
        figures = try Self.make(packs: packs, database: database, shape)
        try TextFile.write(figures.text, to: made)
    }

    private static func make(packs: String, database: String, _ shape: LibraryShape) throws -> Figures {
        var writer = PackWriter(root: packs, shape: shape)
        try writer.write()
        let store = try open(database)
        let loading = Loading(root: packs)
        let load = try Stopwatch.milliseconds { _ = try loading.run(into: store) }
        let bytes = try store.recordedPackFiles().reduce(0) { $0 + Int($1.size) }
        var journal = JournalGenerator(end: SystemMoment.now().at, shape: shape)
        let batches = journal.batches()
        var absorbed = 0
        let absorb = try Stopwatch.milliseconds {
            for batch in batches { absorbed += try store.absorb(batch) }
        }
        try store.close()
        return Figures(loadMilliseconds: load, packBytes: bytes, entries: absorbed, absorbMilliseconds: absorb)
    }

    static func open(_ path: String) throws -> Store {
        try Store.open(.file(path), clock: SystemMoment.now, seed: LibraryShape.standard.seed)
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
            paths: names.paths, interviews: names.interviews, shells: names.shells,
            parts: names.parts)
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
