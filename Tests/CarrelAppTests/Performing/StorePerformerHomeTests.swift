import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What Home is told")
struct StorePerformerHomeTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    private var home: HomeFacts { get throws { try performer.home() } }

    @Test("Before anything was studied, a channel and a certification are offered to begin with")
    func firstStart() throws {
        let home = try home
        #expect(
            home.starters.map(\.label) == ["10 questions on Networking", "20 mixed questions for SAA-C03"])
        #expect(home.starters.map(\.minutes) == [8, 17])
        #expect([home.channels, home.certifications, home.bookmarks, home.streak] == [6, 3, 0, 0])
    }

    @Test("A channel of one question offers one question")
    func single() throws {
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        var pack = try #require(Library.packs.packs.first { $0.file.path.hasSuffix("networking.yaml") })
        pack.questions = Array(pack.questions.prefix(1))
        _ = try store.load([pack], touched: [], gone: [], roots: [Library.shipped.path])
        let home = try StorePerformer(store: store, clock: { .noon }, seed: 1).home()
        #expect(home.starters.map(\.label) == ["1 question on Networking"])
    }

    @Test("A session that was started stands under Continue, and the first start is over")
    func active() throws {
        let request = try #require(try home.starters.first?.request)
        guard case .started(let session) = try performer.perform(.start(request)).get() else {
            return #expect(Bool(false), "not started")
        }
        let home = try home
        #expect(home.active.map(\.id) == [session])
        #expect(home.active.first?.totalItems == 10)
        #expect(home.starters.isEmpty)
    }

    @Test("A session that was ended is brought back by an undo")
    func endSession() throws {
        let topic = StudyTopic.channel("networking", title: "Networking")
        guard case .started(let session) = try performer.perform(.start(StudyRequest(topic: topic))).get() else {
            return #expect(Bool(false), "not started")
        }
        let end = NewEvent(.sessionAbandoned(SessionAbandoned()), sessionId: session)
        _ = try performer.perform(.record([end])).get()
        #expect(try home.active.isEmpty)
        #expect(
            try performer.perform(.undo).get() == .undone(UndoneThing(name: "end of the session", session: session)))
        #expect(try home.active.map(\.id) == [session])
    }

    @Test("A question looked at on its own is nothing to go on with; one with something unfinished is")
    func oneQuestion() throws {
        let id = "net-tcp-handshake"
        guard
            case .started(let session) = try performer.perform(.start(StudyRequest(topic: .question(id, title: "X"))))
                .get()
        else { return #expect(Bool(false), "not started") }
        #expect(try home.active.isEmpty)
        var place = SessionPlace()
        place.drafts = [id: "SYN"]
        _ = try performer.perform(.keepPlace(PlacedSession(session: session, place: place))).get()
        #expect(try home.active.map(\.id) == [session])
        let reveal = NewEvent(
            .answerGiven(AnswerGiven(response: "SYN", elapsedMs: 1)), sessionId: session, questionId: id)
        _ = try performer.perform(
            .record([reveal], place: PlacedSession(session: session, place: SessionPlace()))
        ).get()
        #expect(try home.active.map(\.id) == [session])
        let grade = AnswerGraded(isCorrect: true, score: 1, grade: .good)
        _ = try performer.perform(.record([NewEvent(.answerGraded(grade), sessionId: session, questionId: id)])).get()
        #expect(try home.active.isEmpty)
    }

    @Test("An answer makes today's cell and the streak")
    func activity() throws {
        guard
            case .started(let session) = try performer.perform(
                .start(StudyRequest(topic: .question("net-tcp-handshake", title: "X")))
            ).get()
        else { return #expect(Bool(false), "not started") }
        let given = AnswerGiven(isCorrect: true, score: 1, grade: .good, elapsedMs: 1)
        let event = NewEvent(.answerGiven(given), sessionId: session, questionId: "net-tcp-handshake")
        _ = try performer.perform(.record([event])).get()
        let home = try home
        #expect(home.streak == 1)
        #expect(home.activity == [StudyDay(Moment.noon.at, zone: 0, start: StudyDay.usualStart): 1])
    }

    @Test("An empty library says where packs were looked for, and that they are being read while they are")
    func empty() throws {
        let store = try Store.open(.memory, clock: { .noon }, seed: 1)
        let performer = StorePerformer(store: store, clock: { .noon }, seed: 1)
        performer.searchedPaths = ["/a", "/b"]
        performer.isLoading = true
        let home = try performer.home()
        #expect(home.starters.isEmpty)
        #expect(home.searchedPaths == ["/a", "/b"])
        #expect(home.isLoading)
    }

    @Test("There is something to take back once something was done")
    func canUndo() throws {
        #expect(try performer.perform(.fetch(.canUndo)).get() == .canUndo(false))
        let question = try #require(try performer.store.questions(in: .all, limit: 1).first).id
        _ = try performer.perform(.bookmark(question: question, isOn: true)).get()
        #expect(try performer.perform(.fetch(.canUndo)).get() == .canUndo(true))
    }
}
