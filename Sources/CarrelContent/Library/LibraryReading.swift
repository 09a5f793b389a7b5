import CarrelCore

/// The packs of all roots, read a file at a time: between two files others have their turn.
///
/// Nothing is read when nothing changed. A file with the bytes it had is not parsed. One bad pack never stops the
/// others.
public struct LibraryReading {
    private let survey: Survey
    private var readings: [PackReading] = []
    private var result = ReadResult()
    /// Files that were read, or found to be unreadable.
    public private(set) var filesDone = 0

    public init(_ survey: Survey) {
        self.survey = survey
        result.gone = survey.gone
        result.faults = survey.faults
    }

    /// Files to read in all.
    public var filesTotal: Int { survey.toRead.count }

    /// Whether every file was read, so that only checking is left.
    public var isComplete: Bool { filesDone == filesTotal }

    /// Reads and parses the next file; does nothing after the last.
    public mutating func readFile() {
        guard !isComplete else { return }
        read(survey.toRead[filesDone])
        filesDone += 1
    }

    /// Checks what was read together, after reading what is left.
    ///
    /// - Parameter known: What the catalogue holds at this moment; asked for only when something was parsed.
    public mutating func finish(known: @autoclosure () throws -> KnownIDs) rethrows -> ReadResult {
        while !isComplete { readFile() }
        if !readings.isEmpty { settle(try known()) }
        result.faultyFiles = Set(result.faults.filter { $0.severity == .error }.map(\.file)).sorted()
        result.faults.sort()
        return result
    }

    private mutating func read(_ file: PackFile) {
        do throws(FileProblem) {
            let (bytes, read) = try FileAccess.read(file.path, root: file.root)
            result.filesRead += 1
            if read.hash == file.hash {
                result.touched.append(read)
            } else {
                result.filesParsed += 1
                readings.append(PackReading(bytes: bytes, file: read))
            }
        } catch {
            result.faults.append(PackFault(severity: .error, file: file.path, message: error.message))
        }
    }

    /// Checks the packs against each other and against what is known, and takes those that are whole.
    private mutating func settle(_ known: KnownIDs) {
        let parsed = readings.count
        readRivals(known)
        let already = Set(readings[parsed...].map(\.file.path))
        let builtIn = Set(survey.roots.filter(\.isBuiltIn).map(\.path))
        let order =
            readings.filter { builtIn.contains($0.file.root) } + readings.filter { !builtIn.contains($0.file.root) }
        let check = CrossCheck(order, known: known, gone: Set(survey.gone.map(\.path)), builtInRoots: builtIn)

        let hash = ContentHash()
        for reading in order {
            if !already.contains(reading.file.path), let pack = check.pack(of: reading, hashing: hash) {
                result.packs.append(pack)
            }
            result.faults += reading.faults.faults.filter { $0.severity == .error }
        }
        readings = []
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
            read(file)
        }
    }
}
