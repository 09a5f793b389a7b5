/// Gathers every fault of one file while it is read.
///
/// Shared by the readers of one file, on one thread; kept small for a file that is nothing but faults.
final class FaultCollector {
    /// Faults kept of one file; the rest are counted.
    static let mostKept = 200

    let file: String
    private var kept: [PackFault] = []
    private var uncounted = 0
    /// All errors so far, also those not kept.
    private(set) var errorCount = 0

    init(file: String) { self.file = file }

    var hasErrors: Bool { errorCount > 0 }

    func error(_ message: String, at position: TextPosition, key: String = "") {
        errorCount += 1
        keep(.error, message, position, key)
    }

    func error(_ message: String, at site: Site) {
        error(message, at: site.node.position, key: site.path)
    }

    func warning(_ message: String, at site: Site) {
        keep(.warning, message, site.node.position, site.path)
    }

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

    private func keep(_ severity: PackFault.Severity, _ message: String, _ position: TextPosition, _ key: String) {
        guard kept.count < Self.mostKept else {
            uncounted += 1
            return
        }
        kept.append(PackFault(severity: severity, file: file, position: position, key: key, message: message))
    }
}
