/// What a key in the overview of an exam of 180 items costs: read, drawn and written.
struct OverviewMeasurement {
    /// Milliseconds from the key to the last byte of its frame.
    private(set) var milliseconds = Samples()
    /// Milliseconds of it on a processor.
    private(set) var processor = Samples()

    /// - Parameters:
    ///   - program: Its library is copied: an exam is begun in the copy.
    ///   - scratch: A directory for that.
    init(of program: Program, shape: LibraryShape, scratch: String) throws {
        var program = program
        let copy = scratch + "/overview.db"
        try SQLScript.run("VACUUM INTO '\(copy)'", on: program.database)
        program.database = copy
        let terminal = try program.start(["exam", shape.certification.id])
        _ = try terminal.burst(containing: "180 items")
        try terminal.send("\r")
        _ = try terminal.burst(containing: "1/180")
        try terminal.send("v")
        _ = try terminal.burst(containing: "179 unseen")
        let process = ProcessStatus(of: terminal.process)
        for _ in 0..<5 {
            for key in ["l", "l", "h", "j", "j", "k", "h", "k"] {
                let busy = try process.processorMilliseconds()
                let start = Stopwatch.now
                try terminal.send(key)
                guard let burst = terminal.burst() else { throw BenchError("\(key) changed nothing in an overview") }
                milliseconds.add(Stopwatch.milliseconds(from: start, to: burst.end))
                processor.add(try process.processorMilliseconds() - busy)
            }
        }
        try terminal.leave()
    }
}
