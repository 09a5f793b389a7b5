/// The faults of one file; kept small for a file that is nothing but faults.
struct FaultList: Sendable {
    /// Faults kept of one file; the rest are counted.
    static let mostKept = 200

    let file: String
    private var kept: [PackFault] = []
    private var uncounted = 0
    /// All errors so far, also those not kept.
    private(set) var errorCount = 0

    init(file: String) { self.file = file }

    var hasErrors: Bool { errorCount > 0 }

    /// In the order of the file; a last one says how many more there were.
    var faults: [PackFault] {
        var faults = kept.sorted()
        if uncounted > 0, let last = faults.last {
            faults.append(
                PackFault(
                    severity: hasErrors ? .error : .warning, file: file, position: last.position,
                    message: "\(uncounted) more faults are not shown"))
        }
        return faults
    }

    mutating func add(_ severity: PackFault.Severity, _ message: String, _ position: TextPosition, _ key: String) {
        if severity == .error { errorCount += 1 }
        guard kept.count < Self.mostKept else {
            uncounted += 1
            return
        }
        kept.append(PackFault(severity: severity, file: file, position: position, key: key, message: message))
    }
}
