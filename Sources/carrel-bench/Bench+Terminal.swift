// What is measured of the program itself, from outside, mostly in a terminal of its own.

extension Bench {
    mutating func start(_ program: Program, _ library: GeneratedLibrary) throws {
        report.section("Start to first frame, 80x24, 20 warm runs, packs unchanged")
        let start = try StartMeasurement(of: program, runs: 20)
        report.add(
            "start to first frame", Rounds([start.frames]), medianGoal: library.shape.questions > 10_000 ? 10 : 8,
            note: "\(start.frameBytes) B, \(Self.busy(start.processor))")
        let unchanged = try StartMeasurement.unchangedStart(of: program)
        let note = "unchanged: \(unchanged.isUnchanged), files read: \(unchanged.read.filesRead)"
        report.add(
            Figure(
                what: "packs parsed by an unchanged start", value: Double(unchanged.read.filesParsed), unit: .count,
                goal: 0, note: note))
        report.add(
            Figure(
                what: "read by the program until its first frame", value: Double(start.bytesRead) / 1_048_576,
                unit: .megabytes,
                note: "of packs of \(Figure.text(Double(library.figures.packBytes) / 1_048_576, .megabytes))")
        )
    }

    mutating func commands(_ program: Program) throws {
        report.section("Commands as whole processes, 40 warm runs in turn")
        let measured = try CommandMeasurement(of: program, runs: 40)
        for (command, samples) in zip(CommandMeasurement.commands, measured.samples) {
            report.add(command.name, Rounds([samples]), p95Goal: command.goal, note: "")
        }
    }

    mutating func keys(_ program: Program, _ library: GeneratedLibrary) throws {
        report.section("Keys, 80x24, in a list of \(library.shape.longest.questions), medians of 5 runs")
        let runs = try (0..<5).map { _ in try KeyMeasurement(of: program, shape: library.shape) }
        let kinds: [(String, KeyPath<KeyMeasurement, KeyMeasurement.Presses>)] = [
            ("move", \.moves), ("scroll by a row", \.scrolls), ("move, all rows fetched", \.deepMoves),
            ("scroll by a row, all rows fetched", \.deepScrolls),
        ]
        for (name, path) in kinds {
            report.add(
                name, Rounds(runs.map { $0[keyPath: path].milliseconds }), p95Goal: 3,
                note: Self.busy(Rounds(runs.map { $0[keyPath: path].processor })))
            let bytes = Rounds(runs.map { $0[keyPath: path].bytes }).median
            let isMove = name.hasPrefix("move")
            report.add(Figure(what: name + ", bytes", value: bytes, unit: .bytes, goal: isMove ? 250 : nil))
        }
        func median(_ value: (KeyMeasurement) -> Double) -> Double { Samples(runs.map(value)).median }
        report.add(
            Figure(
                what: "100 keys in one write", value: median { Double($0.burstBytes) }, unit: .bytes, goal: 3_072,
                note: "done in " + Figure.text(median(\.burstMilliseconds), .milliseconds)))
        report.add("resize", Rounds(runs.map(\.resizes.milliseconds)), medianGoal: 5)
        report.add(
            Figure(
                what: "most memory resident", value: median(\.residentMegabytes), unit: .megabytes, goal: 15,
                note: "after this script"))
        report.add(
            Figure(
                what: "wakeups in 3 s without input", value: median { Double($0.idleWakeups) }, unit: .count, goal: 0))
    }

    mutating func overview(_ program: Program, _ library: GeneratedLibrary) throws {
        report.section("The overview of an exam of 180 items, 80x24")
        let overview = try OverviewMeasurement(of: program, shape: library.shape, scratch: directory.path)
        report.add("a key, to the end of its output", Rounds([overview.milliseconds]), note: "")
        report.add("a key, on a processor", Rounds([overview.processor]), medianGoal: 1, note: "")
    }

    mutating func beside(_ program: Program, _ library: GeneratedLibrary) throws {
        let (companions, missing) = try Companions(in: directory.path + "/beside").found()
        let names = companions.map(\.name).joined(separator: ", ")
        report.section("Beside \(names.isEmpty ? "nobody" : names), 80x24, the same script in turn")
        if !missing.isEmpty { Report.print("  not installed, and left out: " + missing.joined(separator: ", ")) }
        let measurement = try BesideMeasurement(
            of: .carrel(program, library.shape), beside: companions, starts: 20, rounds: 5)
        for figure in measurement.figures { report.add(figure) }
    }
}
