import CarrelCore

/// The packs of all roots: what changed is read, checked together and handed over.
public enum PackLibrary {
    /// Reads what `survey` found to be new or changed.
    ///
    /// Nothing is read when nothing changed. A file with the bytes it had is not parsed. One bad pack never stops the
    /// others.
    ///
    /// - Parameter known: What the catalogue holds at this moment; asked for only when something is parsed.
    public static func read(_ survey: Survey, known: @autoclosure () -> KnownIDs) -> ReadResult {
        var result = ReadResult()
        result.gone = survey.gone
        result.faults = survey.faults
        var readings: [PackReading] = []
        for file in survey.toRead { read(file, into: &readings, &result) }
        if !readings.isEmpty { settle(readings, survey, known(), &result) }
        result.faultyFiles = Set(result.faults.filter { $0.severity == .error }.map(\.file)).sorted()
        result.faults.sort()
        return result
    }

    private static func read(_ file: PackFile, into readings: inout [PackReading], _ result: inout ReadResult) {
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
    private static func settle(
        _ parsed: [PackReading], _ survey: Survey, _ known: KnownIDs, _ result: inout ReadResult
    ) {
        let rivals = rivals(of: parsed, survey, known, &result)
        let builtIn = Set(survey.roots.filter(\.isBuiltIn).map(\.path))
        let readings = parsed + rivals
        let order =
            readings.filter { builtIn.contains($0.file.root) } + readings.filter { !builtIn.contains($0.file.root) }
        let check = CrossCheck(order, known: known, gone: Set(survey.gone.map(\.path)), builtInRoots: builtIn)

        let already = Set(rivals.map(\.file.path)), hash = ContentHash()
        for reading in order {
            if !already.contains(reading.file.path), let pack = check.pack(of: reading, hashing: hash) {
                result.packs.append(pack)
            }
            result.faults += reading.faults.faults.filter { $0.severity == .error }
        }
    }

    /// Unchanged files that define an id a changed one defines too: they are read again to be compared.
    private static func rivals(
        of parsed: [PackReading], _ survey: Survey, _ known: KnownIDs, _ result: inout ReadResult
    ) -> [PackReading] {
        var unchanged = Dictionary((survey.unchanged + result.touched).map { ($0.path, $0) }) { first, _ in first }
        var paths: Set<String> = []
        for definition in parsed.filter(\.isWhole).flatMap(\.definitions) {
            for kind in CatalogueName.Kind.allCases {
                let name = CatalogueName(kind: kind, id: definition.name.id)
                guard name.unique == definition.name.unique, let path = known[kind][name.id] else { continue }
                paths.insert(path)
            }
        }
        var readings: [PackReading] = []
        for path in paths.sorted() {
            guard var file = unchanged.removeValue(forKey: path) else { continue }
            file.hash = ""
            read(file, into: &readings, &result)
        }
        return readings
    }
}
