import CarrelCore

/// The packs of all roots, read and checked some files at a time: between two steps others have their turn.
///
/// Nothing is read when nothing changed. A file with the bytes it had is not parsed. One bad pack never stops the
/// others.
public struct LibraryReading {
    /// What the next step does.
    public enum Stage: Equatable, Sendable {
        /// Reads and parses files, on all processors.
        case reading
        /// Compares the packs with each other, the first time, then takes one of them.
        case checking
    }

    /// Bytes for each processor to read in one step: a few hundredths of a second's work.
    static let usualBatch: Int64 = 512 << 10

    private let survey: Survey
    private let batch: Int64
    private var readings: [PackReading] = []
    /// The packs that were read, in the order they are to be taken in, once they were compared.
    private var checked: (order: [PackReading], check: CrossCheck, rivals: Set<String>)?
    private var result = ReadResult()
    public private(set) var stage: Stage
    /// Of the stage: files that were read, or packs that were checked.
    public private(set) var done = 0

    public init(_ survey: Survey) { self.init(survey, batch: Self.usualBatch * Int64(Parallel.processors)) }

    /// - Parameter batch: Bytes at which a step takes no further file; it takes one at least.
    init(_ survey: Survey, batch: Int64) {
        self.survey = survey
        self.batch = batch
        result.gone = survey.gone
        result.faults = survey.faults
        stage = survey.toRead.isEmpty ? .checking : .reading
    }

    /// Of the stage: files to read, or packs to check.
    public var total: Int { stage == .reading ? survey.toRead.count : checked?.order.count ?? readings.count }

    /// Does the next step. One that throws can be taken again.
    ///
    /// - Parameter known: What the catalogue holds at this moment; asked for only when something was parsed.
    /// - Returns: All that was read, after the last step.
    public mutating func step(known: @autoclosure () throws -> KnownIDs) rethrows -> ReadResult? {
        if stage == .reading {
            let files = nextFiles
            for reading in Parallel.map(files, weight: \.size, FileReading.init) { take(reading) }
            done += files.count
            if done == survey.toRead.count { (stage, done) = (.checking, 0) }
            return nil
        }
        if checked == nil, !readings.isEmpty {
            compare(try known())
            return nil
        }
        if done < total {
            takeNext()
            return nil
        }
        result.faultyFiles = Set(result.faults.filter { $0.severity == .error }.map(\.file)).sorted()
        result.faults.sort()
        return result
    }

    private var nextFiles: [PackFile] {
        var bytes: Int64 = 0
        let files = survey.toRead[done...].prefix { file in
            defer { bytes += file.size }
            return bytes == 0 || bytes < batch
        }
        return Array(files)
    }

    private mutating func take(_ reading: FileReading) {
        switch reading {
        case .touched(let file):
            result.filesRead += 1
            result.touched.append(file)
        case .parsed(let pack):
            result.filesRead += 1
            result.filesParsed += 1
            readings.append(PackReading(pack))
        case .failed(let fault): result.faults.append(fault)
        }
    }

    /// Checks the packs against each other and against what is known.
    private mutating func compare(_ known: KnownIDs) {
        let parsed = readings.count
        readRivals(known)
        let rivals = Set(readings[parsed...].map(\.file.path))
        let builtIn = Set(survey.roots.filter(\.isBuiltIn).map(\.path))
        let order =
            readings.filter { builtIn.contains($0.file.root) } + readings.filter { !builtIn.contains($0.file.root) }
        let check = CrossCheck(order, known: known, gone: Set(survey.gone.map(\.path)), builtInRoots: builtIn)
        checked = (order, check, rivals)
        readings = []
    }

    /// Takes the next pack if it is whole.
    private mutating func takeNext() {
        guard let (order, check, rivals) = checked else { return }
        let reading = order[done]
        done += 1
        if !rivals.contains(reading.file.path), let pack = check.pack(of: reading) {
            result.packs.append(pack)
        }
        result.faults += reading.faults.faults.filter { $0.severity == .error }
    }

    /// Unchanged files that define an id a changed one defines too are read again to be compared.
    private mutating func readRivals(_ known: KnownIDs) {
        var unchanged = Dictionary((survey.unchanged + result.touched).map { ($0.path, $0) }) { first, _ in first }
        var paths: Set<String> = []
        for definition in readings.filter(\.isWhole).flatMap(\.definitions) {
            for kind in CatalogueName.Kind.allCases {
                let name = CatalogueName(kind: kind, id: definition.name.id)
                guard name.unique == definition.name.unique, let path = known[kind][name.id] else { continue }
                paths.insert(path)
            }
        }
        for path in paths.sorted() {
            guard var file = unchanged.removeValue(forKey: path) else { continue }
            file.hash = ""
            take(FileReading(file))
        }
    }
}
