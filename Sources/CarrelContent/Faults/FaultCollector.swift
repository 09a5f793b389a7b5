/// Gathers every fault of one file while it is read.
///
/// Shared by the readers of one file, on one thread.
final class FaultCollector {
    /// What was gathered so far.
    private(set) var list: FaultList

    init(file: String) { list = FaultList(file: file) }

    /// Goes on where another reader of the file ended.
    init(continuing list: FaultList) { self.list = list }

    var file: String { list.file }
    var errorCount: Int { list.errorCount }
    var hasErrors: Bool { list.hasErrors }
    var faults: [PackFault] { list.faults }

    func error(_ message: String, at position: TextPosition, key: String = "") {
        list.add(.error, message, position, key)
    }

    func error(_ message: String, at site: Site) {
        error(message, at: site.node.position, key: site.path)
    }

    func warning(_ message: String, at site: Site) {
        list.add(.warning, message, site.node.position, site.path)
    }
}
