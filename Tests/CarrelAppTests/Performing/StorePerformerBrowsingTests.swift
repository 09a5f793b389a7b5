import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Paths, tags, wrong answers and history, from the file")
struct StorePerformerBrowsingTests {
    let performer: StorePerformer

    init() throws { performer = try Library.deskPerformer() }

    private static let path = StudyTopic.path("first-steps", title: "First steps")
    private static let milestone = StudyTopic.milestone(
        "transport", title: "Transport", of: "first-steps", pathTitle: "First steps")

    private func session(_ topic: StudyTopic, _ choices: StudyChoices = StudyChoices()) throws -> StoredSession {
        let reply = try performer.perform(.start(StudyRequest(topic: topic, choices: choices, startsOver: true))).get()
        guard case .started(let id) = reply else { throw Refusal(message: "\(reply)", isRetriable: false) }
        return try #require(try performer.store.session(id))
    }

    private func answer(_ session: StoredSession, isCorrect: Bool) throws {
        let events = session.items.map {
            NewEvent(
                .answerGiven(
                    AnswerGiven(
                        isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: isCorrect ? .good : .again,
                        elapsedMs: 1000)), sessionId: session.id, questionId: $0.questionId)
        }
        _ = try performer.perform(.record(events)).get()
    }

    private func finish(_ session: StoredSession) throws {
        let completed = NewEvent(.sessionCompleted(SessionCompleted(score: 100)), sessionId: session.id)
        _ = try performer.perform(.record([completed])).get()
    }

    @Test("A path's session takes what comes next, and in the path's order where that is asked for")
    func pathOrder() throws {
        let order = ["desk-window", "desk-handshake", "desk-ports"]
        let blocked = StudyChoices(count: 2, order: .blocked)
        #expect(try session(Self.path, blocked).items.map(\.questionId) == Array(order.prefix(2)))
        #expect(try Set(session(Self.path, StudyChoices(count: 2)).items.map(\.questionId)) == Set(order.prefix(2)))
        try answer(try session(Self.milestone), isCorrect: true)
        #expect(try session(Self.path, blocked).items.map(\.questionId) == ["desk-handshake", "desk-ports"])
        #expect(
            try session(Self.path, StudyChoices(count: nil, what: .all, order: .blocked)).items.map(\.questionId)
                == order)
    }

    @Test("A milestone that is all right is passed by, and what comes before a path is told with it")
    func pathPage() throws {
        var page = try #require(try performer.path("first-steps"))
        #expect(page.row.current == 0 && page.row.hoursLeft == 3 && page.estimatedHours == 3)
        #expect(page.prerequisites.map(\.title) == ["Fundamentals"])
        try answer(try session(Self.milestone), isCorrect: true)
        page = try #require(try performer.path("first-steps"))
        #expect(page.row.current == 1 && page.row.hoursLeft == 1)
        #expect(try performer.path("none") == nil)
    }

    @Test("A certification's page has its rules and its domains")
    func certificationPage() throws {
        let page = try #require(try performer.certification("fundamentals"))
        #expect(page.certification.rules.minutes == 5)
        #expect(page.domains.map(\.weight) == [60, 40])
        #expect(page.tally == Tally(total: 2))
        #expect(try performer.certification("none") == nil)
    }

    @Test("Home counts what there is: paths and tags at once, wrong answers and history when there are some")
    func home() throws {
        var home = try performer.home()
        #expect([home.paths, home.wrong] == [1, 0] && home.lastStudied == nil)
        #expect(home.tags == (try performer.store.tags(limit: 100).count))
        try answer(try session(Self.milestone), isCorrect: false)
        home = try performer.home()
        #expect(home.wrong == 2 && home.lastStudied == Moment.noon.at)
    }

    @Test("Starting where a session is underway asks first, whatever it was started from")
    func activeKeys() throws {
        try answer(try session(.channel("networking", title: "N"), StudyChoices(count: nil)), isCorrect: false)
        _ = performer.perform(.bookmark(question: "desk-ports", isOn: true))
        let tag = try #require(try performer.store.tags(limit: 1).first?.tag)
        for topic in [Self.path, Self.milestone, .tag(tag), .wrong, .bookmarks] {
            let first = try session(topic)
            let again = try performer.perform(.start(StudyRequest(topic: topic))).get()
            #expect(again == .alreadyActive(session: first.id, answered: 0, total: first.items.count))
            #expect(try session(topic).id != first.id)
            #expect(try performer.store.session(first.id)?.row.status == .abandoned)
        }
    }

    @Test("The summary offers ten more of whatever it was")
    func again() throws {
        try answer(try session(.channel("networking", title: "N"), StudyChoices(count: nil)), isCorrect: false)
        let tag = try #require(try performer.store.tags(limit: 1).first?.tag)
        var filter = QuestionFilter()
        filter.statuses = [.unseen, .wrong]
        filter.tags = [tag]
        let whole = StudyTopic.channel("networking", title: "N")
        filter.statuses = [.wrong]
        _ = performer.perform(.bookmark(question: "desk-window", isOn: true))
        var unfit = QuestionFilter()
        unfit.excluded.difficulties = [.advanced]
        let filtered = [whole.filtered(by: filter), StudyTopic.bookmarks.filtered(by: unfit)]
        for topic in [Self.path, Self.milestone, .tag(tag), .wrong] + filtered {
            #expect(try performer.summary(try session(topic).id)?.again == topic)
        }
    }

    @Test("What was answered wrong is practised until it is right")
    func wrong() throws {
        try answer(try session(Self.milestone), isCorrect: false)
        let wrong = try session(.wrong)
        #expect(Set(wrong.items.map(\.questionId)) == ["desk-window", "desk-handshake"])
        try answer(wrong, isCorrect: true)
        #expect(try performer.perform(.start(StudyRequest(topic: .wrong, startsOver: true))).get() == .nothingToAsk)
    }

    @Test("History has what ended and what is under way, the last first")
    func history() throws {
        let first = try session(Self.milestone)
        try answer(first, isCorrect: true)
        try finish(first)
        let second = try session(Self.path)
        guard case .history(let past) = try performer.perform(.fetch(.history(after: nil))).get() else {
            return #expect(Bool(false))
        }
        #expect(Set(past.rows.map(\.id)) == [first.id, second.id])
        #expect(past.rows.first { $0.id == first.id }?.status == .completed)
        guard case .tags(let tags) = try performer.perform(.fetch(.tags(after: nil))).get() else {
            return #expect(Bool(false))
        }
        #expect(!tags.isEmpty)
    }
}
