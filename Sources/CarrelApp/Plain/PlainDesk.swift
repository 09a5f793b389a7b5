import CarrelCore
import CarrelStorage

/// The desk without a screen: lines that are only ever added, numbered choices, states in words.
///
/// For terminals that cannot move a cursor, for pipes, and for people who listen to their terminal. What is studied and
/// how it is kept is the full screen's: both ask the same performer.
struct PlainDesk {
    let performer: StorePerformer
    let dialogue: Dialogue
    let clock: () -> Moment

    /// What is opened first.
    enum Opening {
        case home
        case session(String)
        case start(StudyRequest)
        /// The exam of a certification.
        case exam(String)
        case place(Destination)
    }

    /// Runs until the learner leaves or input ends. All that was answered is on disk by then.
    func run(_ opening: Opening) throws {
        var outcome = PlainOutcome.back
        switch opening {
        case .home: break
        case .session(let id): outcome = try study(id)
        case .start(let request): outcome = try start(request)
        case .exam(let certification): outcome = try exam(certification)
        case .place(let destination): outcome = try open(destination)
        }
        // Asked for by name, only that is done.
        if case .home = opening { outcome = try home() }
        if outcome == .leave { dialogue.say("All you answered is saved. carrel goes on from here.", after: "") }
    }

    func home() throws -> PlainOutcome {
        try PlainMenu(desk: self, isRoot: true).run { _ in
            guard case .home(let facts) = try fetch(.home) else { return nil }
            let rows = HomeContent(facts: facts, glyphs: .unicode, now: clock()).rows
            var entries = rows.compactMap { row, target in entry(row, target, among: facts) }
            entries.append(
                PlainEntry(words: "Statistics") {
                    let stats = try StudyStats(of: performer.store, at: clock())
                    dialogue.say([""] + StatsCommand.sentences(stats))
                    return .back
                })
            let find = PlainKey(letter: "/", words: "search", isPrompted: true) { try search(for: $0) }
            return PlainRows(title: "Carrel", entries: entries, keys: facts.hasQuestions ? [find] : [])
        }
    }

    /// A row of Home in words; nil for one that is there for the eye alone.
    private func entry(_ row: ListRow, _ target: HomeScreen.Target, among facts: HomeFacts) -> PlainEntry? {
        let words = row.heard(.unicode)
        switch target {
        case .start(let request): return PlainEntry(words: "Start \(words)", choose: { try start(request) })
        case .open(.session(let id)):
            let session = facts.active.first { $0.id == id }
            return PlainEntry(words: "Go on with \(words)", choose: { try study(id) }, session: session)
        // Its key on the screen stands beside it there.
        case .open(.search): return PlainEntry(words: row.label, choose: { try search() })
        case .open(let place): return PlainEntry(words: words, choose: { try open(place) })
        // Where there is nothing to study it says why.
        case .none: return facts.hasQuestions || words.isEmpty ? nil : PlainEntry(words: words)
        }
    }

    // MARK: Asking the performer

    func fetch(_ query: Query) throws -> Reply { try performer.perform(.fetch(query)).get() }

    /// Carries `body` out; what is refused is said, and the page before goes on.
    func attempt(_ body: () throws -> PlainOutcome) throws -> PlainOutcome {
        do {
            return try body()
        } catch let refusal as Refusal {
            dialogue.say("Not done: \(refusal.message).")
            return .back
        }
    }

    /// Writes; where that fails, asks whether to try again.
    ///
    /// - Returns: Whether it is on disk.
    func keep(_ command: Command) -> Bool {
        while true {
            switch performer.perform(command) {
            case .success: return true
            case .failure(let refusal):
                dialogue.say("NOT saved: \(refusal.message).")
                guard refusal.isRetriable, dialogue.ask("Enter tries again, anything else gives it up:") == "" else {
                    return false
                }
            }
        }
    }

    /// Takes the last thing back, and says what it was.
    ///
    /// - Returns: What it was, and the session as it stands then; nil where it was not in this one.
    func undo(in id: String) throws -> (thing: UndoneThing, session: StudySession)? {
        guard let thing = try undo(), thing.session == id, case .session(let found?) = try fetch(.session(id)) else {
            return nil
        }
        return (thing, found)
    }

    /// Takes the last thing back, and says what it was; nil where there was none.
    @discardableResult
    func undo() throws -> UndoneThing? {
        guard case .undone(let thing) = try performer.perform(.undo).get() else { return nil }
        dialogue.say(UndoneThing.words(thing) + ".")
        return thing
    }

    /// Starts a session, or goes on with the one that is active on the same topic.
    func start(_ request: StudyRequest) throws -> PlainOutcome {
        switch try performer.perform(.start(request)).get() {
        case .started(let session): return try study(session)
        case .alreadyActive(let session, let answered, let total):
            dialogue.say("A session on this is under way: \(answered) of \(total) answered.")
            guard let typed = dialogue.ask("Enter goes on with it, n starts a new one:") else { return .leave }
            guard typed == "n" else { return try study(session) }
            var request = request
            request.startsOver = true
            return try start(request)
        case .nothingToAsk: dialogue.say("There is nothing to ask here.")
        default: break
        }
        return .back
    }
}
