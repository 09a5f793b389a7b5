import CarrelContent
import CarrelStorage
import Glibc

/// `carrel doctor`: looks at the learner's file and says what it holds and what is wrong with it.
struct DoctorCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    /// - Returns: 0 when all is well, else 1.
    func run() throws -> Int32 {
        // A look at a file never makes one.
        if case .file(let path)? = places.database, !PathProbe.exists(path) {
            throw UsageError("\(path): no such file; carrel makes it when it is first started")
        }
        let store = try LearnerFile(places).open()
        if invocation.has("--rebuild") { try rebuild(store) }
        let report = store.openReport
        var lines = [
            "file      \(report.path)",
            "journal   \(report.journalMode)"
                + (report.isNetworkFileSystem ? " (network file system: no WAL)" : ""),
        ]
        lines += report.tightened.map { "tightened \($0): others could read it" }
        let problems = try store.integrity() + store.drift()
        lines.append("integrity \(problems.isEmpty ? "ok" : "\(problems.count) faults")")
        lines += problems.map { "          \($0)" }
        let packs = try store.recordedPackFiles()
        lines.append(
            "packs     \(packs.count) files, " + (places.builtInPacks.map { "built in: \($0)" } ?? "none built in"))
        for row in try store.tableCounts() where row.rows > 0 {
            lines.append("rows      \(row.table) \(row.rows)")
        }
        let dangling = try store.danglingNames()
        lines += dangling.map {
            "nameless  \($0.table) \($0.questionId): in no pack here; what you did with it is kept"
        }
        Console.say(lines.joined(separator: "\n"))
        return problems.isEmpty ? 0 : 1
    }

    private func rebuild(_ store: Store) throws {
        let isShown = isatty(STDERR_FILENO) == 1
        try store.rebuild { done, total in
            if isShown { Console.progress("folding \(done)/\(total)") }
        }
        if isShown { Console.progress(nil) }
        Console.say("rebuilt   the learner's tables are folded anew from the journal")
    }
}
