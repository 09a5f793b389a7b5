import Glibc

/// What the command line asks for.
struct Invocation {
    static let usage = """
        usage: carrel-bench PATH-TO-CARREL [--large] [--keep DIR] [PART...]
               carrel-bench PATH-TO-CARREL soak [TIMES] [--seed N]

        Measures all, or these parts: \(Bench.Part.allCases.map(\.rawValue).joined(separator: ", ")).
        --large     on 100,000 questions and 500,000 answers instead of a tenth of it
        --keep DIR  makes the library there, once; the next run uses it again
        soak        kills the program at 500 random moments, or TIMES, and looks each time whether all is there
                    that its screen had said is kept
        """

    /// Absolute.
    var program: String
    var shape = LibraryShape.standard
    /// A directory that is there.
    var kept: String?
    var parts: Set<Bench.Part> = []
    /// How often the program is to be killed; nil to measure.
    var kills: Int?
    /// Of the moments at which it is.
    var seed = UInt64.random(in: 0...999_999)

    /// Nil for wrong use.
    init?(_ arguments: [String]) {
        guard arguments.count > 1, let program = realpath(arguments[1], nil) else { return nil }
        self.program = String(cString: program)
        free(program)
        var rest = arguments.dropFirst(2)
        while let argument = rest.popFirst() {
            switch argument {
            case "soak": kills = 500
            case "--seed":
                guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
                seed = number
            case _ where kills != nil:
                guard let times = Int(argument), times > 0 else { return nil }
                kills = times
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
