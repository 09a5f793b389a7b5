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
    }

    /// Runs until the learner leaves or input ends. All that was answered is on disk by then.
    func run(_ opening: Opening) throws {
        var outcome = PlainOutcome.back
        switch opening {
        case .home: break
        case .session(let id): outcome = try study(id)
        case .start(let request): outcome = try start(request)
        case .exam(let certification): outcome = try exam(certification)
        }
        // Asked for by name, only that is done.
        if case .home = opening { outcome = try home() }
        if outcome == .leave { dialogue.say("All you answered is saved. carrel goes on from here.", after: "") }
    }

    func home() throws -> PlainOutcome {
        let menu = PlainMenu(
            dialogue: dialogue, title: "Carrel",
            keys: [PlainKey(letter: "s", words: "search") { try attempt { try search() } }], isRoot: true)
        return try menu.run {
            guard case .home(let facts) = try fetch(.home) else { return [] }
            var entries = facts.active.map { session in
                PlainEntry(words: "Go on with " + Self.words(session)) { try attempt { try study(session.id) } }
            }
            entries += facts.starters.map { starter in
                PlainEntry(words: "Start \(starter.label)") { try attempt { try start(starter.request) } }
            }
            func add(_ count: Int, _ words: String, _ open: @escaping () throws -> PlainOutcome) {
                if count > 0 { entries.append(PlainEntry(words: "\(words): \(count)") { try attempt(open) }) }
            }
            add(facts.channels, "Channels", channels)
            add(facts.certifications, "Certifications", certifications)
            add(facts.paths, "Learning paths", paths)
            add(facts.wrong, "Wrong answers") { try topic(.wrong) }
            add(facts.bookmarks, "Bookmarks", bookmarks)
            entries.append(
                PlainEntry(words: "Statistics") {
                    let stats = try StudyStats(of: performer.store, at: clock())
                    dialogue.say([""] + StatsCommand.sentences(stats))
                    return .back
                })
            return entries
        }
    }

    private static func words(_ session: SessionRow) -> String {
        let title = [session.title, session.subtitle].compactMap { $0 }.joined(separator: ", ")
        return "\(title): \(session.completedItems) of \(session.totalItems) answered"
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
