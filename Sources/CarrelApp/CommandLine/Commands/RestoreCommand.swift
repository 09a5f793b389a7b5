import CarrelStorage

/// `carrel restore FILE`: puts a backup in the place of the learner's file, which is kept beside it.
struct RestoreCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    func run() throws -> Int32 {
        guard case .file(let path)? = places.database else {
            throw UsageError("no place for the learner's file: set HOME, or name a file with --db")
        }
        let restoration = try Store.restore(
            from: Places.absolute(invocation.operands[0]), to: path, at: SystemClock.now().at)
        Console.say("\(path): restored, \(BackupCommand.words(restoration.contents))")
        for kept in restoration.kept { Console.say("kept what was there before: \(kept)") }
        return 0
    }
}
