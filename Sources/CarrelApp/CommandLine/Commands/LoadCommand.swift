import CarrelContent
import CarrelJSON
import CarrelStorage

/// `carrel load`: brings the catalogue up to date and says what changed.
struct LoadCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    static let shape: String = {
        let changes = "{added: [id], changed: [id], retired: [id], restored: [id], unchanged}"
        let kinds = ["questions", "channels", "certifications", "paths", "interviews", "shells"]
        let report = kinds.map { "\($0): \(changes)" }.joined(separator: ", ")
        return "{report: {\(report), packs}, faults: [\(LintCommand.fault)]}"
    }()

    struct Output: Encodable {
        var report: LoadReport
        var faults: [PackFault]
    }

    /// - Returns: 0 when every pack is whole, else 1; the whole ones are loaded all the same.
    func run() throws -> Int32 {
        var roots = places.packRoots
        for path in invocation.operands {
            guard Places.isDirectory(path) else {
                throw UsageError("\(path): no such directory; packs are loaded from one")
            }
            roots.append(PackRoot(path: Places.absolute(path), isBuiltIn: false))
        }
        guard !roots.isEmpty else {
            throw UsageError("no packs found in \(places.searched.joined(separator: ", ")): carrel load DIRECTORY")
        }
        let store = try LearnerFile(places).open()
        let outcome = try PackLoading(store: store, roots: roots).run(into: store)
        LearnerFile.close(store)
        if invocation.has("--json") {
            try Console.json(Output(report: outcome.report, faults: outcome.faults))
        } else {
            for fault in outcome.faults { Console.complain(fault.description) }
            Console.say(Self.words(outcome.report))
        }
        return outcome.faults.isEmpty ? 0 : 1
    }

    /// A line for each kind that changed, or one that says nothing did.
    static func words(_ report: LoadReport) -> String {
        let kinds: [(String, LoadReport.Changes)] = [
            ("questions", report.questions), ("channels", report.channels),
            ("certifications", report.certifications), ("paths", report.paths), ("interviews", report.interviews),
            ("shells", report.shells),
        ]
        let lines = kinds.filter { !$0.1.isEmpty }.map { name, changes in
            let parts = [
                (changes.added.count, "added"), (changes.changed.count, "changed"), (changes.retired.count, "retired"),
                (changes.restored.count, "restored"),
            ]
            return "\(name): " + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        }
        return lines.isEmpty ? "nothing changed" : lines.joined(separator: "\n")
    }
}
