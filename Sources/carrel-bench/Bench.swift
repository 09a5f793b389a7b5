import CarrelCore
import CarrelStorage
import Glibc

/// Measures the built program and the library beneath it on a generated file, and compares with what was promised.
struct Bench {
    /// What can be measured by itself.
    enum Part: String, CaseIterable {
        case start, commands, keys, beside, commits, queries, loads, journal, merge, backup, simulations, overview
    }

    private let invocation: Invocation
    /// Where all scratch files are.
    let directory: TemporaryDirectory
    private let realPacks: String
    var report = Report()

    /// - Parameter arguments: The bench's own name, then what it is to do.
    /// - Returns: 0 even where a goal is missed, 1 when something could not be measured or was lost, 2 for wrong use.
    static func run(_ arguments: [String]) -> Int32 {
        guard let invocation = Invocation(arguments) else {
            Report.print(Invocation.usage)
            return 2
        }
        do {
            if let kills = invocation.kills {
                let place = try checkout(of: invocation.program) + "/.build"
                let soak = try Soak(of: invocation.program, rounds: kills, seed: invocation.seed, in: place)
                return try soak.run() ? 0 : 1
            }
            var bench = try Bench(invocation)
            try bench.run()
            return 0
        } catch {
            Report.print("carrel-bench: \(error)")
            return 1
        }
    }

    private init(_ invocation: Invocation) throws {
        self.invocation = invocation
        let checkout = try Self.checkout(of: invocation.program)
        realPacks = checkout + "/data"
        // The build directory is on the disk that matters; /tmp may be memory.
        directory = try TemporaryDirectory(in: checkout + "/.build")
    }

    private static func checkout(of program: String) throws -> String {
        let parts = program.split(separator: "/").map(String.init)
        guard let build = parts.firstIndex(of: ".build") else {
            throw BenchError("\(program) lies in no .build directory, so the packs beside it are not known")
        }
        return "/" + parts[..<build].joined(separator: "/")
    }

    private mutating func run() throws {
        Report.print("Carrel on \(Machine.description(fileSystemOf: directory.path))")
        let place = invocation.kept ?? directory.path
        var made: GeneratedLibrary?
        let milliseconds = try Stopwatch.milliseconds {
            made = try GeneratedLibrary(in: place, shape: invocation.shape)
        }
        guard let library = made else { throw BenchError("no library was made") }
        let size = Figure.text(Double(TextFile.size(of: library.database)) / 1_048_576, .megabytes)
        Report.print(
            "\(library.shape.questions) questions, \(library.figures.entries) journal entries with "
                + "\(library.shape.answers) answers, \(size) (seed \(library.shape.seed)), at hand after "
                + Figure.text(milliseconds / 1_000, .seconds))
        let home = directory.path + "/home"
        guard mkdir(home, 0o755) == 0 else { throw BenchError.system("cannot make \(home)") }
        // Else the program would make the day's copy while it is measured.
        try BackupMeasurement.makeToday(of: library.database)
        let program = Program(
            path: invocation.program, database: library.database, packs: library.packs, home: home)
        for part in Part.allCases where invocation.parts.contains(part) {
            switch part {
            case .start: try start(program, library)
            case .commands: try commands(program)
            case .keys: try keys(program, library)
            case .beside: try beside(program, library)
            case .commits: try commits(library)
            case .queries: try queries(library)
            case .loads: try loads(library)
            case .journal: try rebuild(library)
            case .merge: try merge(library)
            case .backup: try backup(library)
            case .simulations: try simulations()
            case .overview: try overview(program, library)
            }
        }
        report.conclude()
        Report.print("load average at the end: \(Machine.load)")
    }

    private mutating func simulations() throws {
        let measured = try SimulationMeasurement(of: realPacks, scratch: directory.path, rounds: 20)
        report.section("Simulations: the solutions of \(measured.worlds), line by line, 20 times")
        report.add("a line answered", Rounds([measured.lines]), p95Goal: 1, note: "")
        report.add("a simulation made ready", Rounds([measured.beginnings]), note: "")
    }

    /// On a machine with other work the processor's time tells more than the clock's.
    static func busy(_ rounds: Rounds) -> String {
        Figure.text(rounds.median, .milliseconds) + " on a processor"
    }

    static func busy(_ samples: Samples) -> String { busy(Rounds([samples])) }

    private mutating func commits(_ library: GeneratedLibrary) throws {
        report.section("Saving an answer, 500 commits in turn with bare ones")
        let commits = try CommitMeasurement(
            on: library.database, of: library.shape, scratch: directory.path + "/bare.db", commits: 500)
        report.add("one row, WAL, synchronous=FULL", Rounds([commits.bare]))
        report.add("an answer", Rounds([commits.answers]), note: Self.busy(commits.processor))
        report.add(
            "clearing up after one, once it is shown", Rounds([commits.clearingUp]),
            note: "\(commits.clearingUp.values.count) times")
        for (name, share) in [("median", 0.5), ("p95", 0.95)] {
            report.add(
                Figure(
                    what: "an answer beyond one sync, \(name)",
                    value: commits.answers.percentile(share) - commits.bare.percentile(share), unit: .milliseconds,
                    goal: 2))
        }
    }

    private mutating func queries(_ library: GeneratedLibrary) throws {
        report.section("Queries, p99 (medians of 5 rounds of 100)")
        for query in try QueryMeasurement(on: library.database, of: library.shape, repetitions: 100).timed {
            report.add(
                Figure(
                    what: query.name, value: query.rounds.percentile(0.99), unit: .milliseconds, goal: query.goal,
                    note: "median " + Figure.text(query.rounds.median, .milliseconds)
                        + ", \(Self.busy(query.processor))"))
        }
    }

    private mutating func loads(_ library: GeneratedLibrary) throws {
        report.section("Loading packs")
        let real = try LoadMeasurement(of: realPacks, scratch: directory.path, runs: 5)
        report.add(
            Figure(
                what: "the program's own packs, new file", value: real.first.median, unit: .milliseconds,
                note: "\(real.questions) questions"))
        report.add(
            Figure(what: "the program's own packs, unchanged", value: real.again.median, unit: .milliseconds))
        let thousand = directory.path + "/thousand"
        var writer = PackWriter(root: thousand, shape: .thousand)
        try writer.write()
        let first = try LoadMeasurement(of: thousand, scratch: directory.path, runs: 5)
        report.add(
            Figure(
                what: "\(first.questions) generated questions, new file", value: first.first.median,
                unit: .milliseconds, goal: 150))
        report.add(
            Figure(
                what: "the generated packs, new file", value: library.figures.loadMilliseconds / 1_000, unit: .seconds,
                note: Figure.text(Double(library.figures.packBytes) / 1_048_576, .megabytes) + " of YAML"))
    }

    private mutating func rebuild(_ library: GeneratedLibrary) throws {
        report.section("The journal")
        let entries = Double(library.figures.entries)
        report.add(
            Figure(
                what: "absorb", value: entries / library.figures.absorbMilliseconds * 1_000, unit: .perSecond,
                note: "\(library.figures.entries) entries in "
                    + Figure.text(library.figures.absorbMilliseconds / 1_000, .seconds)))
        let store = try GeneratedLibrary.open(library.database)
        let (milliseconds, processor) = try Stopwatch.timing { try store.rebuild() }
        report.add(
            Figure(
                what: "rebuild", value: entries / milliseconds * 1_000, unit: .perSecond, goal: 20_000,
                note: "in " + Figure.text(milliseconds / 1_000, .seconds) + ", \(Self.busy(Samples([processor])))"))
    }

    private mutating func merge(_ library: GeneratedLibrary) throws {
        let merge = try MergeMeasurement(on: library.database, of: library.shape, scratch: directory.path)
        report.section("Merging \(merge.entries) entries of another machine into \(library.figures.entries)")
        report.add(
            Figure(
                what: "merge into a file without work", value: merge.intoNew.elapsed / 1_000, unit: .seconds, goal: 5,
                note: Figure.text(Double(merge.entries) / merge.intoNew.elapsed * 1_000, .perSecond)
                    + ", \(Self.busy(Samples([merge.intoNew.processor])))"))
        report.add(
            Figure(
                what: "merge", value: merge.first.elapsed / 1_000, unit: .seconds, goal: 5,
                note: Figure.text(Double(merge.entries) / merge.first.elapsed * 1_000, .perSecond)
                    + ", \(Self.busy(Samples([merge.first.processor])))"))
        for (name, time) in [
            ("saying what would come", merge.dryRun), ("merge again, with nothing new", merge.again),
            ("merge of a day's \(merge.dayEntries) entries", merge.day),
        ] {
            report.add(
                Figure(
                    what: name, value: time.elapsed, unit: .milliseconds,
                    note: Self.busy(Samples([time.processor]))))
        }
    }

    private mutating func backup(_ library: GeneratedLibrary) throws {
        report.section("A copy of the file, 64 pages between two looks at the keyboard")
        let copy = try BackupMeasurement(of: library.database, copy: directory.path + "/copy.db", pages: 64)
        report.add("a step", Rounds([copy.steps]), p95Goal: 3)
        report.add(
            Figure(
                what: "the last step, with the sync", value: copy.lastStep, unit: .milliseconds,
                note: "the longest of the others " + Figure.text(copy.steps.largest, .milliseconds)))
        report.add(
            Figure(
                what: "the whole copy", value: copy.milliseconds / 1_000, unit: .seconds,
                note: Figure.text(Double(TextFile.size(of: library.database)) / 1_048_576, .megabytes)))
    }
}
