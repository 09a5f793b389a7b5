import CarrelContent
import CarrelCore
import CarrelStorage

/// From starting the program to the last byte of its first frame, with packs that have not changed.
struct StartMeasurement {
    private let program: Program
    /// Milliseconds.
    private(set) var frames = Samples()
    /// Milliseconds on a processor until the first frame was out.
    private(set) var processor = Samples()
    /// Bytes of the first frame, in the last run.
    private(set) var frameBytes = 0
    /// Bytes the program had read when its first frame was out, in the last run.
    private(set) var bytesRead = 0

    /// - Parameter runs: Warm ones; two more come before them.
    init(of program: Program, runs: Int) throws {
        self.program = program
        for run in 0..<(runs + 2) {
            let (elapsed, busy) = try start()
            guard run >= 2 else { continue }
            frames.add(elapsed)
            processor.add(busy)
        }
    }

    private mutating func start() throws -> (elapsed: Double, processor: Double) {
        let terminal = try program.start()
        let frame = try terminal.burst(containing: Program.homeWords)
        frameBytes = frame.bytes.count
        let process = ProcessStatus(of: terminal.process)
        let busy = try process.processorMilliseconds()
        bytesRead = try process.bytesRead()
        let status = try terminal.leave()
        guard status == 143 else { throw BenchError("the program left with \(status) on SIGTERM, not 143") }
        return (Stopwatch.milliseconds(from: terminal.started, to: frame.end), busy)
    }

    /// What a start comes to on the file the program has just run on: whether anything changed, and what was read.
    static func unchangedStart(of program: Program) throws -> (isUnchanged: Bool, read: ReadResult) {
        let store = try GeneratedLibrary.open(program.database)
        let (survey, read) = try Loading(root: program.packs).run(into: store)
        return (survey.isUnchanged, read)
    }
}
