import CarrelCore
import CarrelStorage

/// `carrel backup [FILE]`: a whole copy of the learner's file, taken while it may be in use.
struct BackupCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    private static let pages = 4096

    func run() throws -> Int32 {
        let store = try LearnerFile(places).openExisting()
        let path = try invocation.operands.first.map(Places.absolute) ?? usual(store)
        let copy = try OnlineBackup(of: store, to: path)
        let bar = ProgressLine("copying")
        while try !Patience(say: Console.complain).run({ try copy.step(pages: Self.pages) }) {
            bar.show(copy.progress.done, of: copy.progress.total)
        }
        bar.end()
        LearnerFile.close(store)
        let contents = try BackupContents(of: path)
        Console.say("\(path): \(Self.words(contents))")
        return 0
    }

    /// Beside the daily ones, with the time in its name, which those have not: it is never taken for one of them.
    private func usual(_ store: Store) throws -> String {
        guard let daily = DailyBackups(of: store) else { throw UsageError("FILE is missing: carrel backup FILE") }
        try daily.makeDirectory()
        let now = SystemClock.now()
        let time = now.at.local(now).filter { $0 != ":" }.map { $0 == " " ? "T" : String($0) }.joined()
        return "\(daily.directory)/by-hand-\(time).db"
    }

    /// What a copy holds.
    static func words(_ contents: BackupContents) -> String {
        let now = SystemClock.now()
        let last = contents.lastEntry.map { ", the last thing done at \($0.local(now))" } ?? ""
        return "\(RelativeTime.count(contents.answers, "answer")) in "
            + "\(RelativeTime.count(contents.sessions, "session"))\(last)"
    }
}
