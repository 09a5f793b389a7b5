import CarrelContent
import CarrelCore
import CarrelStorage

/// `carrel doctor`: looks at the learner's file and says what it holds and what is wrong with it.
struct DoctorCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = DoctorReport.shape

    /// - Returns: 0 when all is well, else 1.
    func run() throws -> Int32 {
        let store = try LearnerFile(places).openExisting()
        let isRebuilt = invocation.has("--rebuild")
        if isRebuilt {
            let bar = ProgressLine("folding")
            defer { bar.end() }
            try store.rebuild { bar.show($0, of: $1) }
        }
        let bar = ProgressLine("comparing")
        let report: DoctorReport
        do {
            defer { bar.end() }
            report = try DoctorReport(of: store, places, isRebuilt: isRebuilt) { bar.show($0, of: $1) }
        }
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(report)
        } else {
            Console.say(report.lines.joined(separator: "\n"))
        }
        return report.isSound ? 0 : 1
    }
}
