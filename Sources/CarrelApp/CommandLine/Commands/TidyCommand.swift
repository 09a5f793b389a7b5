import CarrelStorage

/// `carrel tidy`: ends what was left lying, and removes records of work that is done.
struct TidyCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    func run() throws -> Int32 {
        let store = try LearnerFile(places).openExisting()
        let isDry = invocation.has("--dry-run")
        let tidying = isDry ? try store.tidying() : try store.tidy()
        LearnerFile.close(store)
        Console.say(Self.lines(tidying, isDry: isDry).joined(separator: "\n"))
        return 0
    }

    static func lines(_ tidying: Tidying, isDry: Bool) -> [String] {
        guard !tidying.isNothing else { return ["nothing to tidy"] }
        let now = SystemClock.now()
        var lines = tidying.sessions.map { session in
            let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: ", ")
            return "\(isDry ? "would end" : "ended") \(title): \(session.completedItems) of \(session.totalItems) "
                + "answered, left at \(session.lastAccessedAt.local(now)); its answers stay"
        }
        for (count, words) in [(tidying.queueItems, "done work item"), (tidying.botRuns, "maintenance run")]
        where count > 0 {
            lines.append("\(isDry ? "would remove" : "removed") \(RelativeTime.count(count, words))")
        }
        return lines
    }
}
