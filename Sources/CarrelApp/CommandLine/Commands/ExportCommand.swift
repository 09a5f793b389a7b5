import CarrelStorage

/// `carrel export TABLE|all`: tables in a form that other programs read.
struct ExportCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    /// Characters that are written at once.
    private static let batch = 1 << 16

    func run() throws -> Int32 {
        let format = invocation.options["--format"].flatMap(ExportFormat.init(rawValue:)) ?? .json
        let store = try LearnerFile(places).openExisting()
        let export: Export
        do {
            export = try Export(invocation.operands[0], of: store, as: format)
        } catch {
            throw UsageError("\(error)")
        }
        var waiting = ""
        // As it is stored: what reads this is a program.
        try export.write { text in
            waiting += text
            guard waiting.utf8.count >= Self.batch else { return }
            Console.put(waiting)
            waiting = ""
        }
        Console.put(waiting)
        LearnerFile.close(store)
        return 0
    }
}
