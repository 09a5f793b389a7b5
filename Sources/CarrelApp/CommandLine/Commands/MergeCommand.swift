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
        {added: [{kind, entries}], alreadyHere, ordersLowered, sessions, questions, keptForUpgrade, adoptsLearner, \
        firstDay?, lastDay?}
        """

    struct Output: Encodable {
        struct Kind: Encodable {
            var kind: String
            var entries: Int
        }

        /// New here, by kind.
        var added: [Kind]
        /// In both files; of these, those that stand earlier in the order from now on.
        var alreadyHere, ordersLowered: Int
        var sessions, questions: Int
        /// Of kinds this Carrel does not know.
        var keptForUpgrade: Int
        /// This file's learner is the other file's from now on.
        var adoptsLearner: Bool
        /// Study days of what is new.
        var firstDay, lastDay: String?

        init(_ report: MergeReport) {
            added = report.added.sorted { $0.key < $1.key }.map { Kind(kind: $0.key, entries: $0.value) }
            alreadyHere = report.alreadyHere
            ordersLowered = report.ordersLowered
            sessions = report.sessionsAdded
            questions = report.questionsTouched
            keptForUpgrade = report.keptForUpgrade
            adoptsLearner = report.learnerAdopted != nil
            firstDay = report.firstDay
            lastDay = report.lastDay
        }
    }

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
            try Console.json(Output(report))
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
