import CarrelContent
import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Sessions are drawn and ended")
struct StorePerformerSessionsTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    private func start(_ topic: StudyTopic, _ choices: StudyChoices = StudyChoices(), startsOver: Bool = false) throws
        -> Reply
    {
        try performer.perform(.start(StudyRequest(topic: topic, choices: choices, startsOver: startsOver))).get()
    }

    private func started(
        _ topic: StudyTopic, _ choices: StudyChoices = StudyChoices(), startsOver: Bool = false
    ) throws -> StoredSession {
        guard case .started(let id) = try start(topic, choices, startsOver: startsOver) else {
            throw Refusal(message: "nothing was started", isRetriable: false)
        }
        return try #require(try performer.store.session(id))
    }

    private func answer(
        _ question: String, in session: StoredSession, isCorrect: Bool, confidence: Confidence? = nil,
        elapsedMs: Int = 1000
    ) throws {
        let given = AnswerGiven(
            isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: isCorrect ? .good : .again, confidence: confidence,
            elapsedMs: elapsedMs)
        _ = try performer.perform(.record([NewEvent(.answerGiven(given), sessionId: session.id, questionId: question)]))
            .get()
    }

    private func channelOf(_ id: String) throws -> [String] {
        let question = try #require(try performer.store.question(id)).question
        return [question.channel, question.subChannel]
    }

    private static let networking = StudyTopic.channel("networking", title: "Networking")

    @Test(
        "Every topic draws from its own questions and nothing else",
        arguments: [
            (networking, ["networking"]), (Samples.topic, ["networking", "tcp-ip"]),
            (.certification("security-plus", name: "Security+"), ["security-plus"]),
            (
                .domain("general-concepts", name: "General", of: "security-plus", title: "Security+"),
                ["security-plus", "general-concepts"]
            ),
        ])
    func scopes(topic: StudyTopic, place: [String]) throws {
        let session = try started(topic, StudyChoices(count: nil))
        #expect(session.items.count == (try performer.store.count(in: topic.scope)))
        for item in session.items { #expect(Array(try channelOf(item.questionId).prefix(place.count)) == place) }
        #expect(session.row.key == topic.key.text)
        #expect([session.row.title, session.row.subtitle] == [topic.title, topic.subtitle])
    }

    @Test("One question is a session of one, and bookmarks are a topic too")
    func small() throws {
        #expect(try started(.question("net-udp-services", title: "X")).items.map(\.questionId) == ["net-udp-services"])
        #expect(try start(.bookmarks) == .nothingToAsk)
        _ = performer.perform(.bookmark(question: "net-tcp-handshake", isOn: true))
        #expect(try started(.bookmarks).items.map(\.questionId) == ["net-tcp-handshake"])
    }

    @Test("No question is drawn twice, and options are drawn whole, those that are fixed in place")
    func draw() throws {
        for seed in UInt64(0)..<8 {
            performer.generator = SplitMix64(seed: seed)
            let session = try started(Self.networking, StudyChoices(count: 10), startsOver: true)
            #expect(session.items.count == 10)
            #expect(Set(session.items.map(\.questionId)).count == 10)
            for item in session.items {
                let question = try #require(try performer.store.question(item.questionId)).question
                #expect(item.options.sorted() == question.partIds.sorted())
                for (index, option) in question.options.enumerated() where option.isFixed {
                    #expect(item.options[index] == option.id)
                }
            }
        }
    }

    @Test("New questions come before those seen, any of them first")
    func unseenFirst() throws {
        let first = try started(Self.networking, StudyChoices(count: 10))
        for item in first.items { try answer(item.questionId, in: first, isCorrect: true) }
        let seen = Set(first.items.map(\.questionId))
        let total = try performer.store.count(in: Self.networking.scope)
        let second = try started(Self.networking, StudyChoices(count: 10), startsOver: true)
        #expect(second.items.count { !seen.contains($0.questionId) } == total - 10)
    }

    @Test("Mixed interleaves sub-channels, blocked goes through one after the other")
    func order() throws {
        let blocked = try started(Self.networking, StudyChoices(count: nil, what: .all, order: .blocked))
        let parts = try blocked.items.map { try channelOf($0.questionId)[1] }
        #expect(parts == parts.sorted())
        let mixed = try started(Self.networking, StudyChoices(count: nil, what: .all), startsOver: true)
        let mixedParts = try mixed.items.map { try channelOf($0.questionId)[1] }
        #expect(!zip(mixedParts, mixedParts.dropFirst()).contains { $0 == $1 })
    }

    @Test("Wrong and due draw what was answered wrong and what memory says is due")
    func wrongAndDue() throws {
        let first = try started(Samples.topic, StudyChoices(count: nil))
        let ids = first.items.map(\.questionId)
        try answer(ids[0], in: first, isCorrect: false)
        try answer(ids[1], in: first, isCorrect: true)
        let wrong = try started(Samples.topic, StudyChoices(what: .wrong), startsOver: true)
        #expect(wrong.items.map(\.questionId) == [ids[0]])
        #expect(try start(Samples.topic, StudyChoices(what: .due), startsOver: true) == .nothingToAsk)
    }

    @Test("What is reviewed is drawn by how it stands, says so, and is a session of reviewing")
    func reviews() throws {
        let first = try started(Samples.topic, StudyChoices(count: nil))
        let ids = first.items.map(\.questionId)
        #expect(first.row.mode == .practice)
        try answer(ids[0], in: first, isCorrect: false, confidence: .sure)
        try answer(ids[1], in: first, isCorrect: false, confidence: .unsure, elapsedMs: 120_001)
        try performer.store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: first.id, questionId: ids[2])
        try performer.store.record(.bookmarkSet(BookmarkSet()), questionId: ids[2])
        let facts = try performer.setUp(Samples.topic.scope)
        #expect(facts.reviews == [.wrong: 2, .sureButWrong: 1, .slow: 1, .flagged: 1, .bookmarked: 1])
        for (what, expected) in [
            (QuestionSelection.sureButWrong, ids[0]), (.slow, ids[1]), (.bookmarked, ids[2]),
        ] {
            let session = try started(Samples.topic, StudyChoices(what: what), startsOver: true)
            #expect(session.items.map(\.questionId) == [expected], "\(what)")
            #expect(session.row.mode == .review)
        }
        #expect(try started(Samples.topic, StudyChoices(what: .wrong, limit: 60), startsOver: true).row.mode == .timed)
        #expect(try start(Samples.topic, StudyChoices(what: .flagged), startsOver: true) == .nothingToAsk)
    }

    @Test("A topic has one active session: it is named, or ended by starting over")
    func alreadyActive() throws {
        let first = try started(Self.networking)
        try answer(first.items[0].questionId, in: first, isCorrect: true)
        #expect(try start(Self.networking) == .alreadyActive(session: first.id, answered: 1, total: 10))
        let second = try started(Self.networking, startsOver: true)
        #expect(second.id != first.id)
        #expect(try performer.store.session(first.id)?.row.status == .abandoned)
        #expect(try performer.store.activeSessions(limit: 5).map(\.id) == [second.id])
    }

    @Test("A start that draws nothing leaves the active session alone")
    func startsOverNothing() throws {
        let first = try started(Self.networking)
        #expect(try start(Self.networking, StudyChoices(what: .wrong), startsOver: true) == .nothingToAsk)
        #expect(try performer.store.session(first.id)?.row.status == .active)
    }

    @Test("Undo right after starting over leaves one active session")
    func undoAfterStartingOver() throws {
        _ = try started(Self.networking)
        let second = try started(Self.networking, startsOver: true)
        for _ in 0..<3 { _ = performer.perform(.undo) }
        #expect(try performer.store.activeSessions(limit: 5).map(\.id) == [second.id])
    }

    @Test("The sheet knows how many questions there are of which kind")
    func setUp() throws {
        let scope = Samples.topic.scope
        let total = try performer.store.count(in: scope)
        let graded = try performer.store.candidateCount(
            in: scope, what: .all, kinds: StorePerformer.examined, atMost: total)
        #expect(graded < total)
        #expect(try performer.setUp(scope) == SetUpFacts(total: total, unseen: total, graded: graded))
        let session = try started(Samples.topic)
        try answer(session.items[0].questionId, in: session, isCorrect: false)
        let facts = try performer.setUp(scope)
        #expect([facts.total, facts.unseen, facts.reviews[.wrong]] == [total, total - 1, 1])
    }

    /// Starts as a learner does: on the sheet of the topic.
    private func startOnSheet(_ keys: String) throws {
        var probe = ScreenProbe(.setUp(Self.networking)) { performer.perform($0) }
        probe.press(keys + " enter")
        if probe.desk.top is ConfirmScreen { probe.press("down enter") }
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("Choices made on the sheet come back next time, the usual ones too")
    func remembered() throws {
        try startOnSheet("right down right down right")
        #expect(try performer.setUp(.all).last == StudyChoices(count: 20, what: .all, order: .blocked))
        try startOnSheet("left down left down left")
        #expect(try performer.setUp(.all).last == StudyChoices())
    }

    @Test("Sessions started elsewhere leave the sheet's choices alone")
    func notRemembered() throws {
        try startOnSheet("right")
        let session = try started(Self.networking, StudyChoices(count: 3), startsOver: true)
        _ = try started(
            .retry([session.items[0].questionId], of: session.id, title: "X"),
            StudyChoices(count: nil, what: .all, order: .mixed), startsOver: true)
        #expect(try performer.setUp(.all).last == StudyChoices(count: 20))
    }

    @Test("A summary counts answers, says what comes back when, and names the missed ones")
    func summary() throws {
        let session = try started(Samples.topic, StudyChoices(count: 3))
        let ids = session.items.map(\.questionId)
        try answer(ids[0], in: session, isCorrect: true)
        try answer(ids[1], in: session, isCorrect: false)
        let facts = try #require(try performer.summary(session.id))
        #expect([facts.right, facts.wrong, facts.unanswered] == [1, 1, 1])
        #expect(facts.dueToday + facts.dueTomorrow + facts.dueLater == 2)
        #expect(facts.missed == [ids[1]])
        #expect(facts.stems.keys.sorted() == [ids[1]])
        #expect(facts.again == Samples.topic)
    }

    @Test("A retry asks the missed questions once more, and is over when it is over")
    func retry() throws {
        let session = try started(Samples.topic, StudyChoices(count: 3))
        let missed = session.items.prefix(2).map(\.questionId)
        let retry = try started(
            .retry(missed, of: session.id, title: "Networking"), StudyChoices(count: nil, what: .all), startsOver: true)
        #expect(Set(retry.items.map(\.questionId)) == Set(missed))
        #expect(try performer.summary(retry.id)?.again == nil)
    }

    @Test("10 more continues with the same topic, whatever it is", arguments: [networking, Samples.topic, .bookmarks])
    func more(topic: StudyTopic) throws {
        for id in ["net-tcp-handshake", "net-udp-services"] {
            _ = performer.perform(.bookmark(question: id, isOn: true))
        }
        let first = try started(topic)
        let again = try #require(try performer.summary(first.id)?.again)
        #expect(again == topic)
        #expect(try started(again, startsOver: true).id != first.id)
    }

    @Test("With a limit a session is timed by the number of its questions, and asks what grades itself")
    func timed() throws {
        let session = try started(Self.networking, StudyChoices(count: 10, limit: 90))
        #expect(session.row.mode == .timed)
        #expect(session.row.timeLimit == 90 * session.items.count)
        let kinds = try performer.store.questions(ids: session.items.map(\.questionId)).map(\.question.kind)
        #expect(kinds.count == 10)
        #expect(StorePerformer.examined.isSuperset(of: kinds))
        #expect(StudySession(session).place.exam?.clock == SessionClock(from: .noon))
    }

    @Test("A session with a limit opens as an exam, and its result names no pass mark")
    func timedResult() throws {
        var probe = ScreenProbe(.setUp(Self.networking)) { performer.perform($0) }
        probe.press("tab tab tab tab space enter")
        #expect(probe.desk.top is ExamScreen)
        let session = try #require(try performer.store.activeSessions(limit: 1).first)
        #expect(try performer.submit(session.id) == .recorded)
        let facts = try #require(try performer.examResult(session.id))
        #expect(ExamResultWords(facts).verdict == "0 % of the points")
        #expect(try performer.setUp(Self.networking.scope).last.limit == 60)
    }

    @Test("Every kind there is, is drawn and asked")
    func everyKind() throws {
        let root = PackRoot(path: Library.root + "/Tests/Fixtures/packs", isBuiltIn: true)
        let read = PackLibrary.read(Survey(of: [root], recorded: []), known: KnownIDs())
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        try store.load(read.packs, roots: [root.path])
        let performer = StorePerformer(store: store, clock: { .noon }, seed: 1)
        let topic = StudyTopic.channel("sample", title: "A sample")
        guard
            case .started(let id) = try performer.perform(
                .start(StudyRequest(topic: topic, choices: StudyChoices(count: nil)))
            ).get()
        else { return #expect(Bool(false), "not started") }
        let session = try #require(try store.session(id))
        let kinds = try store.questions(ids: session.items.map(\.questionId)).map(\.question.kind)
        #expect(Set(kinds) == Set(QuestionKind.allCases))
        #expect(try store.count(in: topic.scope) == session.items.count)
        #expect(try performer.setUp(topic.scope).total == session.items.count)
    }
}
