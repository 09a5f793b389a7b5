import CarrelCore
import CarrelStorage
import Glibc

/// `carrel merge FILE`: unites another Carrel file's work with this one's.
struct MergeCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape = """
        {added: {*}, alreadyHere, ordersLowered, sessionsAdded, questionsTouched, keptForUpgrade, learnerAdopted?, \
        firstDay?, lastDay?}
        """

    func run() throws -> Int32 {
        let store = try LearnerFile(places).open()
        let isDry = invocation.has("--dry-run")
        let bar = ProgressLine("merging")
        let report: MergeReport
        do {
            report = try store.merge(
                Places.absolute(invocation.operands[0]), asMe: invocation.has("--as-me"), dryRun: isDry
            ) { bar.show($0, of: $1) }
            bar.end()
        } catch {
            bar.end()
            if let error = error as? MergeError, error.isWrongFile { throw UsageError(error.description) }
            throw error
        }
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(report)
        } else {
            Console.say(Self.lines(report, isDry: isDry).joined(separator: "\n"))
        }
        return 0
    }

    static func lines(_ report: MergeReport, isDry: Bool) -> [String] {
        guard !report.bringsNothing else { return ["nothing new: this file has all that the other one has"] }
        var lines = [
            "\(isDry ? "would come" : "came"): \(RelativeTime.count(report.entriesAdded, "entry", "entries")), "
                + "of these new sessions \(report.sessionsAdded), about "
                + RelativeTime.count(report.questionsTouched, "question")
        ]
        if let first = report.firstDay, let last = report.lastDay {
            lines.append(first == last ? "of \(first)" : "from \(first) to \(last)")
        }
        lines += report.added.sorted { $0.key < $1.key }.map { "  \($0.key) \($0.value)" }
        lines.append("already here: \(report.alreadyHere)")
        if report.keptForUpgrade > 0 {
            lines.append("kept for a newer Carrel, which knows their kinds: \(report.keptForUpgrade)")
        }
        if report.learnerAdopted != nil {
            lines.append(
                "both files \(isDry ? "would be" : "are") one learner's: merge this file into the other one too")
        }
        return lines
    }
}

extension MergeError {
    /// What was named is nobody's Carrel file: wrong use rather than trouble.
    fileprivate var isWrongFile: Bool {
        switch self {
        case .inaccessible, .notAFile, .sameFile, .empty, .notADatabase, .notCarrel: true
        default: false
        }
    }
}
