/// A base16 or base24 colour scheme, as its file gives it.
///
/// Read in both forms that are about: `system`, `name`, `author`, `variant` and `palette`, or the older one with
/// `scheme`, `author` and the colours beside each other. Keys beyond these are others' and are passed over.
public struct ColourScheme: Equatable, Sendable {
    public enum Variant: String, CaseIterable, Sendable { case dark, light }

    public var name: String
    public var author: String
    /// What the file says; older ones do not.
    public var variant: Variant?
    /// `base00` and on as `0xRRGGBB`: 16 of them, or 24.
    public var colours: [UInt32]

    public init(name: String, author: String, variant: Variant?, colours: [UInt32]) {
        self.name = name
        self.author = author
        self.variant = variant
        self.colours = colours
    }
}

extension ColourScheme {
    /// Why a file gives no scheme.
    public struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
        /// Everything that is wrong, each in one line: `tide.yaml:9: palette.base03: …`; at least one.
        public let lines: [String]

        public init(_ line: String) { lines = [line] }

        init(_ faults: [PackFault]) {
            lines = faults.map { fault in
                "\(fault.file):\(fault.line): " + (fault.key.isEmpty ? "" : fault.key + ": ") + fault.message
            }
        }

        /// The first of them, and how many more there are.
        public var description: String {
            lines.prefix(1).joined() + (lines.count > 1 ? " (and \(lines.count - 1) more)" : "")
        }
    }

    /// The scheme in the file at `path`; nil where there is no file.
    ///
    /// - Throws: `Fault`: the file cannot be read, is no YAML, or lacks colours.
    public init?(reading path: String) throws(Fault) {
        let text: String?
        do throws(ConfigurationFile.Fault) {
            text = try ConfigurationFile.contents(of: path)
        } catch {
            throw Fault(error.description)
        }
        guard let text else { return nil }
        try self.init(parsing: text, name: ConfigurationFile.name(of: path))
    }

    /// - Parameter name: How faults name the file.
    init(parsing text: String, name: String) throws(Fault) {
        let faults = FaultCollector(file: name)
        let root = YAMLDocument(parsing: Array(text.utf8), faults: faults).root
        var scheme: ColourScheme?
        if !faults.hasErrors {
            if let root {
                scheme = ColourSchemeReader(root: Site(root), faults: faults).scheme()
            } else {
                faults.error("the file is empty; a base16 or base24 scheme is expected", at: .start)
            }
        }
        guard faults.faults.isEmpty else { throw Fault(faults.faults) }
        guard let scheme else { throw Fault("\(name): a base16 or base24 scheme is expected") }
        self = scheme
    }
}
