import Glibc

/// What the command line asks for.
struct Invocation {
    static let usage = """
        usage: carrel-bench PATH-TO-CARREL [--large] [--keep DIR] [PART...]

        Measures all, or these parts: \(Bench.Part.allCases.map(\.rawValue).joined(separator: ", ")).
        --large     on 100,000 questions and 500,000 answers instead of a tenth of it
        --keep DIR  makes the library there, once; the next run uses it again
        """

    /// Absolute.
    var program: String
    var shape = LibraryShape.standard
    /// A directory that is there.
    var kept: String?
    var parts: Set<Bench.Part> = []

    /// Nil for wrong use.
    init?(_ arguments: [String]) {
        guard arguments.count > 1, let program = realpath(arguments[1], nil) else { return nil }
        self.program = String(cString: program)
        free(program)
        var rest = arguments.dropFirst(2)
        while let argument = rest.popFirst() {
            switch argument {
            case "--large": shape = .large
            case "--keep":
                guard let directory = rest.popFirst(), mkdir(directory, 0o755) == 0 || errno == EEXIST else {
                    return nil
                }
                kept = directory
            default:
                guard let part = Bench.Part(rawValue: argument) else { return nil }
                parts.insert(part)
            }
        }
        if parts.isEmpty { parts = Set(Bench.Part.allCases) }
    }
}
