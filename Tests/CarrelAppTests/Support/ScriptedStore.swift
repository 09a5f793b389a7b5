import CarrelCore
import CarrelStorage
import CarrelTerminal

@testable import CarrelApp

/// Answers commands as a test wrote them down, and remembers what was asked.
final class ScriptedStore {
    /// Everything asked for, in order.
    private(set) var commands: [Command] = []
    /// What every write comes to while it is set.
    var refusal: Refusal?
    /// What fetching the item, the session or anything else comes to while it is set.
    var fetchRefusal: Refusal?
    var session: StudySession?
    var items: [StudyItem] = []
    var started: Reply = .nothingToAsk
    var undone: UndoneThing?
    var suggestion: TypedAnswerGrade?
    var learner = LearnerSettings()
    var machine = MachineSettings()
    /// What the learner's own editor makes of a text.
    var edit: (String) -> Result<String, Refusal> = { .success($0) }
    /// What was copied and which addresses were opened, in order.
    private(set) var copied: [String] = []
    private(set) var visited: [String] = []
    /// What the terminal was asked for.
    private(set) var asked: [String] = []
    /// How many questions a scope has; four where it is not said.
    var numbers: [QuestionScope: Int] = [:]
    /// In which writing it answers.
    var content = SampleContent.plain
    private var replies: [(query: Query, reply: Reply)] = [(.home, .home(HomeFacts()))]

    /// What `query` comes to from now on.
    func reply(to query: Query, with reply: Reply) { replies.append((query, reply)) }

    func terminal(_ request: String) { asked.append(request) }

    var writes: [Command] { commands.filter(\.isWrite) }

    /// The places that were kept, in order.
    var places: [SessionPlace] {
        commands.compactMap { if case .keepPlace(let placed) = $0 { placed.place } else { nil } }
    }

    /// The events that were recorded, in order.
    var events: [JournalEvent] {
        commands.flatMap { if case .record(let events, _) = $0 { events.map(\.event) } else { [JournalEvent]() } }
    }

    func forget() { commands = [] }

    func copy(_ text: String) -> Terminal.Copying {
        copied.append(text)
        return .sent
    }

    func visit(_ address: String) -> Result<String, Refusal> {
        visited.append(address)
        return .success("opened \(address)")
    }

    func perform(_ command: Command) -> Result<Reply, Refusal> {
        commands.append(command)
        if command.isWrite, let refusal { return .failure(refusal) }
        switch command {
        case .fetch(let query): return fetch(query).map { content.of($0) }
        case .start: return .success(started)
        case .keepPlace(let placed):
            session?.place = placed.place
            return .success(.recorded)
        case .record, .bookmark: return .success(.recorded)
        case .undo: return .success(.undone(undone))
        case .changeMachine(let key, let value):
            if let refusal { return .failure(refusal) }
            machine[key] = value
            return .success(.machineChanged(machine))
        case .sit: return .success(started)
        case .submit: return .success(.recorded)
        case .suggest: return .success(.suggestion(suggestion))
        }
    }

    private func fetch(_ query: Query) -> Result<Reply, Refusal> {
        if let fetchRefusal { return .failure(fetchRefusal) }
        if let scripted = replies.last(where: { content.of($0.query) == query }) { return .success(scripted.reply) }
        switch query {
        case .session: return .success(.session(session))
        case .recentChoices: return .success(.recentChoices([]))
        case .item(let id): return .success(.item(items.first { $0.question.id == id }))
        case .settings: return .success(.settings(SettingsFacts(learner: learner, machine: machine)))
        case .number(let scope): return .success(.number(BoundedCount(number: numbers[scope] ?? 4, isExact: true)))
        default: return .failure(Refusal(message: "not scripted: \(query)", isRetriable: false))
        }
    }
}

extension Refusal {
    static let locked = Refusal(message: "the file is being written by another program", isRetriable: true)
}
