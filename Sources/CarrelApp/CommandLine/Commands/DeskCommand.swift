import CarrelCore
import CarrelStorage
import CarrelTerminal
import Glibc

/// `carrel`, `carrel practice`, `carrel exam` and `carrel resume`: the full screen, or lines where there is none.
struct DeskCommand: CommandLineCommand {
    private let invocation: Invocation
    private let places: Places

    init(_ invocation: Invocation, _ places: Places) {
        self.invocation = invocation
        self.places = places
    }

    func run() throws -> Int32 {
        let count = try wantedCount()
        if isPlain { return try runPlain(count) }
        // What an exam is drawn from has to be there before it is drawn.
        let file = LearnerFile(places)
        let store = try invocation.command == "exam" ? file.openLibrary() : file.open()
        // An id that names nothing is said before the screen is taken over.
        var destinations: [Destination] = []
        var start: DeskRunner.SessionStart?
        switch invocation.command {
        case "practice":
            let name = TopicName(invocation.operands[0])
            let named: DeskRunner.SessionStart = {
                StudyRequest(topic: try name.topic(in: $0), choices: StudyChoices(count: count))
            }
            start = named
            // The id may be one of a pack that is new: then it is known only once that is loaded.
            if try !PackLoading(store: store, roots: places.packRoots).isNeeded {
                let request = try named(store)
                start = { _ in request }
            }
        case "resume": destinations = [.session(try session(in: store))]
        case "exam": destinations = [try exam(in: store)]
        default: break
        }
        let machine = MachineConfiguration(path: places.configuration, themes: places.themes)
        let terminal: Terminal
        do {
            terminal = try openTerminal(machine.settings)
        } catch {
            Console.complain(Self.words(error) + "; going on line by line")
            return try runPlain(count)
        }
        defer { terminal.close() }
        var random = SystemRandomNumberGenerator()
        var runner = DeskRunner(
            store: store, terminal: terminal, roots: places.packRoots, searched: places.searched,
            clock: SystemClock.now, seed: random.next(), environment: Places.processEnvironment(), machine: machine,
            isSlow: invocation.has("--slow"))
        let tightened = store.openReport.tightened
        let words =
            Self.words(machine.faults)
            + (tightened.isEmpty
                ? [] : ["others could read \(tightened.joined(separator: ", ")): now only you can"])
        let status = try runner.run(
            opening: destinations, starting: start, saying: words.isEmpty ? nil : words.joined(separator: "; "))
        terminal.close()
        LearnerFile.close(store)
        return status
    }

    /// The first fault, and where to read the others: there is room for one line.
    private static func words(_ faults: [String]) -> [String] {
        guard let first = faults.first else { return [] }
        return faults.count == 1 ? [first] : ["\(faults.count) faults: see carrel config check; the first: \(first)"]
    }

    /// Whether lines are wanted, or there is nothing a screen could be drawn on.
    private var isPlain: Bool {
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        return invocation.has("--plain") || name.isEmpty || name == "dumb" || isatty(STDIN_FILENO) == 0
            || isatty(STDOUT_FILENO) == 0
    }

    private func runPlain(_ count: Int?) throws -> Int32 {
        let store = try LearnerFile(places).openLibrary()
        for path in store.openReport.tightened { Console.complain("others could read \(path): now only you can") }
        let machine = MachineConfiguration(path: places.configuration, themes: places.themes)
        for fault in machine.faults { Console.complain(fault) }
        var random = SystemRandomNumberGenerator()
        let performer = StorePerformer(store: store, clock: SystemClock.now, seed: random.next())
        performer.searchedPaths = places.searched
        let opening: PlainDesk.Opening =
            switch invocation.command {
            case "practice":
                .start(
                    StudyRequest(
                        topic: try TopicName(invocation.operands[0]).topic(in: store),
                        choices: StudyChoices(count: count)))
            case "resume": .session(try session(in: store))
            case "exam": .exam(try certification(in: store).id)
            default: .home
            }
        let input = LineInput()
        try PlainDesk(performer: performer, dialogue: .console(reading: input), clock: SystemClock.now).run(opening)
        LearnerFile.close(store)
        return input.endedBy.map { 128 + $0 } ?? 0
    }

    private func openTerminal(_ machine: MachineSettings) throws(Terminal.Failure) -> Terminal {
        try Terminal(
            Terminal.Options(
                noColor: invocation.has("--no-color"), colour: machine.colour, forceASCII: invocation.has("--ascii"),
                theme: machine.theme))
    }

    private static func words(_ failure: Terminal.Failure) -> String {
        switch failure {
        case .notATerminal: "a full screen needs a terminal on standard input and output"
        case .unknownTerminal(let name): "terminal \"\(name)\" is not known here: set TERM to one that is, e.g. xterm"
        case .cannotMoveCursor(let name): "terminal \"\(name)\" cannot show a full screen: set TERM to one that can"
        case .system(let reason): "the terminal cannot be used: \(reason)"
        }
    }

    private func wantedCount() throws -> Int? {
        guard let text = invocation.options["--count"] else { return StudyChoices().count }
        if text == "all" { return nil }
        guard let count = Int(text), (1...10_000).contains(count) else {
            throw UsageError("--count \(text): expected a number from 1 to 10000, or all")
        }
        return count
    }

    /// The exam under way, or the page before one.
    private func exam(in store: Store) throws -> Destination {
        let (id, title) = try certification(in: store)
        if let active = try store.activeSession(key: .exam(certification: id)) { return .exam(session: active.id) }
        return .examPage(certification: id, title: title)
    }

    private func certification(in store: Store) throws -> (id: String, title: String) {
        let name = invocation.operands[0], known = try store.certifications()
        let named =
            known.first { $0.id == name }
            ?? known.first { $0.examCode?.lowercased() == name.lowercased() }
        if let named { return (named.id, named.name) }
        let ids = known.map(\.id)
        let near = NearestName.to(name, among: ids).map { "did you mean \($0)?" }
        throw UsageError(
            "\(name): no such certification; " + (near ?? "an exam is of one of these: \(ids.joined(separator: ", "))"))
    }

    private func session(in store: Store) throws -> String {
        if let wanted = invocation.operands.first {
            guard let session = try store.session(wanted) else {
                throw UsageError("\(wanted): no such session; carrel resume goes on with the last one")
            }
            return session.row.id
        }
        guard let last = try store.sessionsToGoOnWith().first else {
            throw UsageError("no session to go on with; carrel practice ID starts one")
        }
        return last.id
    }
}
