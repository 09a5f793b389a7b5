import CarrelContent
import CarrelCore
import CarrelStorage

/// Bringing the catalogue up to date with the packs on disk.
struct PackLoading {
    let roots: [PackRoot]
    let survey: Survey

    /// One `stat` a file; nothing is read.
    init(store: Store, roots: [PackRoot]) throws {
        self.roots = roots
        survey = Survey(of: roots, recorded: try store.recordedPackFiles())
    }

    /// Whether there is anything to read or to retire.
    var isNeeded: Bool { !survey.isUnchanged || !survey.faults.isEmpty }

    /// What a load came to: what changed in the catalogue, and what stood in the way.
    struct Outcome {
        var report: LoadReport
        var faults: [PackFault]
        var faultyFiles: Int
    }

    /// Reads what changed and takes it in, in one transaction.
    func run(into store: Store) throws -> Outcome {
        let names = try store.catalogueNames()
        let known = KnownIDs(
            questions: names.questions, channels: names.channels, certifications: names.certifications,
            paths: names.paths, interviews: names.interviews, parts: names.parts)
        let result = PackLibrary.read(survey, known: known)
        let report = try store.load(
            result.packs, touched: result.touched, gone: result.gone, roots: survey.roots.map(\.path))
        return Outcome(
            report: report, faults: result.faults.filter { $0.severity == .error },
            faultyFiles: result.faultyFiles.count)
    }
}
