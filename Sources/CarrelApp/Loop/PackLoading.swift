import CarrelContent
import CarrelCore
import CarrelStorage

/// Bringing the catalogue up to date with the packs on disk, step by step.
struct PackLoading {
    private enum Stage {
        case reading(LibraryReading)
        case takingIn(ReadResult)
    }

    /// What a load came to: what changed in the catalogue, and what stood in the way.
    struct Outcome {
        var report: LoadReport
        var faults: [PackFault]
        var faultyFiles: Int
    }

    let survey: Survey
    private var stage: Stage
    /// After the steps so far.
    private(set) var progress: LoadingProgress

    /// One `stat` a file; nothing is read.
    init(store: Store, roots: [PackRoot]) throws {
        survey = Survey(of: roots, recorded: try store.recordedPackFiles())
        stage = .reading(LibraryReading(survey))
        progress = LoadingProgress(done: 0, total: survey.toRead.count)
    }

    /// Whether there is anything to read or to retire.
    var isNeeded: Bool { !survey.isUnchanged || !survey.faults.isEmpty }

    /// Does all that is left.
    func run(into store: Store) throws -> Outcome {
        var loading = self
        while true {
            if let outcome = try loading.step(into: store) { return outcome }
        }
    }

    /// Reads a file, compares the packs, checks one of them, or takes all of them in: the next of these.
    ///
    /// A step that throws can be taken again. Taking in is one transaction: all of it happens or none.
    ///
    /// - Parameters:
    ///   - patience: Milliseconds to wait for another program that is writing, before `StoreError.locked`.
    ///   - tell: Told how far a long step has come. An error of its own ends the step.
    /// - Returns: What it came to, after the last step.
    mutating func step(
        into store: Store, patience: Int = Store.usualPatience, tell: (LoadingProgress) throws -> Void = { _ in }
    ) throws -> Outcome? {
        switch stage {
        case .reading(var reading):
            let result = try reading.step(known: KnownIDs(store.catalogueNames()))
            stage = result.map { .takingIn($0) } ?? .reading(reading)
            progress = LoadingProgress(
                stage: reading.stage == .reading ? .reading : .checking, done: reading.done, total: reading.total)
            if let result {
                let questions = result.packs.reduce(0) { $0 + $1.questions.count }
                progress = LoadingProgress(stage: .takingIn, done: 0, total: questions)
            }
            return nil
        case .takingIn(let result):
            let report = try store.load(
                result.packs, touched: result.touched, gone: result.gone, roots: survey.roots.map(\.path),
                patience: patience
            ) { progress in
                try tell(LoadingProgress(stage: .takingIn, done: progress.done, total: progress.total))
            }
            return Outcome(
                report: report, faults: result.faults.filter { $0.severity == .error },
                faultyFiles: result.faultyFiles.count)
        }
    }
}

extension KnownIDs {
    fileprivate init(_ names: CatalogueNames) {
        self.init(
            questions: names.questions, channels: names.channels, certifications: names.certifications,
            paths: names.paths, interviews: names.interviews, shells: names.shells,
            parts: names.parts)
    }
}
