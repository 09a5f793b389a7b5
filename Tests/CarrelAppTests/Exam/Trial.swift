import CarrelContent
import CarrelCore
import CarrelStorage
import CarrelTerminal

@testable import CarrelApp

/// The exam of `Tests/Fixtures/exam` on a store in memory, with a clock that tests set.
final class Trial {
    var now = Moment(at: Moment.noon.at, zone: 0, uptime: Uptime(boot: "first", milliseconds: 1_000))
    let store: Store
    private(set) var performer: StorePerformer
    private let root = PackRoot(path: Library.root + "/Tests/Fixtures/exam", isBuiltIn: true)
    private let watch: Watch

    private final class Watch { var now = Moment.noon }

    /// - Parameter change: What else is different from the pack's own rules.
    init(seed: UInt64 = 7, rules change: (inout ExamRules) -> Void = { _ in }) throws {
        let watch = Watch()
        watch.now = now
        self.watch = watch
        store = try Store.open(.memory, clock: { watch.now }, seed: seed)
        performer = StorePerformer(store: store, clock: { watch.now }, seed: seed)
        try load(rules: change)
    }

    /// Loads the pack anew, without the questions of `left`.
    func load(without left: Set<String> = [], rules change: (inout ExamRules) -> Void = { _ in }) throws {
        let read = PackLibrary.read(Survey(of: [root], recorded: []), known: KnownIDs())
        let packs = read.packs.map { pack in
            var pack = pack
            if case .certification(var certification) = pack.subject {
                let rules = certification.rules
                change(&certification.rules)
                // What is unchanged is not loaded again.
                if certification.rules != rules { pack.subjectHash = String(pack.subjectHash.reversed()) }
                pack.subject = .certification(certification)
            }
            pack.questions.removeAll { left.contains($0.question.id) }
            return pack
        }
        try store.load(packs, roots: [root.path])
    }

    /// Time goes by, for the wall and for the machine.
    func wait(seconds: Int64) {
        now.at = now.at.adding(seconds: seconds)
        now.uptime?.milliseconds += seconds * 1000
        watch.now = now
    }

    /// The wall clock is set, and the machine runs on.
    func setClock(by seconds: Int64) {
        now.at = now.at.adding(seconds: seconds)
        watch.now = now
    }

    /// The machine starts anew after it was off.
    func restart(after seconds: Int64) {
        now.at = now.at.adding(seconds: seconds)
        now.uptime = Uptime(boot: "boot-\(now.at.milliseconds)", milliseconds: 20_000)
        watch.now = now
    }

    /// Another terminal on the same file.
    func otherTerminal() -> StorePerformer {
        let watch = watch
        return StorePerformer(store: store, clock: { watch.now }, seed: 99)
    }

    func perform(_ command: Command) throws -> Reply { try performer.perform(command).get() }

    /// Starts the exam.
    func sit(startsOver: Bool = false) throws -> StoredSession {
        let reply = try perform(.sit(ExamRequest(certification: "trial", startsOver: startsOver)))
        guard case .started(let id) = reply, let session = try store.session(id) else {
            throw Refusal(message: "not started: \(reply)", isRetriable: false)
        }
        return session
    }

    /// A timed session over all of the exam's questions.
    func timed(minutes: Int) throws -> StoredSession {
        let items = try performer.drawn(try store.questions(in: .certification("trial"), limit: 4).map(\.id))
        var started = SessionStarted(
            type: .certification, mode: .timed, key: SessionKey.certification("trial").text, title: "Trial",
            certificationId: "trial", items: items)
        started.timeLimit = minutes * 60
        let id = store.newId()
        try store.record([NewEvent(.sessionStarted(started), sessionId: id)])
        guard let session = try store.session(id) else { throw Refusal(message: "not started", isRetriable: false) }
        return session
    }

    func session(_ id: String) throws -> StudySession {
        guard case .session(let session?) = try perform(.fetch(.session(id))) else {
            throw Refusal(message: "no session", isRetriable: false)
        }
        return session
    }

    func result(_ id: String) throws -> ExamResultFacts {
        guard case .examResult(let facts?) = try perform(.fetch(.examResult(id))) else {
            throw Refusal(message: "no result", isRetriable: false)
        }
        return facts
    }

    /// Answers as the author has it, or with the first option that is wrong.
    func answer(_ question: String, in session: String, right: Bool, confidence: Confidence? = nil) throws {
        guard let stored = try store.question(question) else { return }
        let options = stored.question.options
        let ids = right ? options.filter(\.isCorrect).map(\.id) : options.filter { !$0.isCorrect }.prefix(1).map(\.id)
        let given = AnswerGiven(selection: .chosen(Set(ids)), confidence: confidence, elapsedMs: 4_000)
        _ = try perform(.record([NewEvent(.answerGiven(given), sessionId: session, questionId: question)]))
    }

    /// A desk on this store, at the exam.
    func probe(_ destinations: Destination..., columns: Int = 80, rows: Int = 24) -> ScreenProbe {
        let performer = performer
        var probe = ScreenProbe(columns: columns, rows: rows, perform: { performer.perform($0) })
        probe.now = now
        for destination in destinations { probe.desk.open(destination, at: now) }
        return probe
    }
}
