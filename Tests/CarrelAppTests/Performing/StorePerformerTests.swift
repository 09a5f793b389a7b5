import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Commands carried out on a learner's file")
struct StorePerformerTests {
    let performer: StorePerformer

    init() throws { performer = try Library.performer() }

    private func fetch(_ query: Query) throws -> Reply { try performer.perform(.fetch(query)).get() }

    @Test("The catalogue is listed as the packs have it")
    func catalogue() throws {
        guard case .channels(let channels) = try fetch(.channels) else { return #expect(Bool(false), "no channels") }
        #expect(
            channels.map(\.id).sorted() == [
                "algorithms", "database", "kubernetes", "linux", "networking", "system-design",
            ])
        guard case .subChannels(let parts) = try fetch(.subChannels("networking")) else { return #expect(Bool(false)) }
        #expect(parts.map(\.id) == ["tcp-ip", "routing", "dns", "http-tls"])
        guard case .certification(let exam?) = try fetch(.certification("security-plus")) else {
            return #expect(Bool(false))
        }
        #expect(exam.domains.map(\.weight) == [12, 22, 18, 28, 20])
        #expect(
            exam.certification.examCode == "SY0-701" && exam.tally.total == exam.domains.reduce(0) { $0 + $1.total })
        guard
            case .questions(let rows, let total, _) = try fetch(
                .questions(.channel("networking", subChannel: "dns"), after: nil))
        else { return #expect(Bool(false)) }
        #expect(rows.count == total)
        #expect(rows.map(\.subChannel) == Array(repeating: "dns", count: try #require(total)))
    }

    @Test("An item comes with its question and its bookmark; one that is not here is none")
    func item() throws {
        guard case .item(let item?) = try fetch(.item("net-udp-services")) else { return #expect(Bool(false)) }
        #expect(item.question.choose == 2)
        #expect(!item.isBookmarked && !item.isRetired && item.contentHash.count == 64)
        #expect(try fetch(.item("no-such-question")) == .item(nil))
        #expect(try fetch(.session("no-such-session")) == .session(nil))
        #expect(try fetch(.summary("no-such-session")) == .summary(nil))
    }

    @Test("Bookmarks are set, listed, taken off and brought back")
    func bookmarks() throws {
        #expect(try performer.perform(.bookmark(question: "net-tcp-handshake", isOn: true)).get() == .recorded)
        guard case .bookmarks(let rows) = try fetch(.bookmarks) else { return #expect(Bool(false)) }
        #expect(rows.map(\.questionId) == ["net-tcp-handshake"])
        _ = performer.perform(.bookmark(question: "net-tcp-handshake", isOn: false))
        #expect(try fetch(.bookmarks) == .bookmarks([]))
        let undone = try performer.perform(.undo).get()
        #expect(undone == .undone(UndoneThing(name: "bookmark", session: nil, question: "net-tcp-handshake")))
        #expect(try performer.store.isBookmarked("net-tcp-handshake"))
    }

    @Test("With nothing done there is nothing to undo")
    func nothingToUndo() throws { #expect(try performer.perform(.undo).get() == .undone(nil)) }

    @Test(
        "An undo is named in the learner's words",
        arguments: [
            (JournalEvent.answerGiven(AnswerGiven(elapsedMs: 1)), "answer"),
            (.itemMarked(ItemMarked(isMarked: true)), "flag"),
            (.optionStruck(OptionStruck(option: "not-closing", isStruck: true)), "strike-out"),
        ])
    func undoWords(event: JournalEvent, name: String) throws {
        let topic = StudyTopic.question("net-close-wait-growth", title: "X")
        guard case .started(let session) = try performer.perform(.start(StudyRequest(topic: topic))).get()
        else { return #expect(Bool(false), "not started") }
        let new = NewEvent(event, sessionId: session, questionId: "net-close-wait-growth")
        _ = try performer.perform(.record([new])).get()
        guard case .undone(let undone?) = try performer.perform(.undo).get() else { return #expect(Bool(false)) }
        #expect([undone.name, undone.session, undone.question] == [name, session, "net-close-wait-growth"])
        if case .answerGiven(let given) = event { #expect(undone.answer == given) }
    }

    @Test("A place that is kept comes back with the session")
    func place() throws {
        guard case .started(let session) = try performer.perform(.start(StudyRequest(topic: Samples.topic))).get()
        else { return #expect(Bool(false), "not started") }
        var place = SessionPlace(cursor: 1)
        place.drafts = ["net-tcp-handshake": "SYN"]
        place.chosen = ["net-udp-services": ["ordering"]]
        #expect(try performer.perform(.keepPlace(PlacedSession(session: session, place: place))).get() == .recorded)
        guard case .session(let found?) = try fetch(.session(session)) else { return #expect(Bool(false)) }
        #expect(found.place == place)
    }

    @Test("A flag alone is no answer")
    func flagAlone() throws {
        let topic = StudyTopic.question("net-close-wait-growth", title: "X")
        guard case .started(let session) = try performer.perform(.start(StudyRequest(topic: topic))).get()
        else { return #expect(Bool(false), "not started") }
        let mark = NewEvent(
            .itemMarked(ItemMarked(isMarked: true)), sessionId: session, questionId: "net-close-wait-growth")
        _ = try performer.perform(.record([mark])).get()
        guard case .session(let found?) = try fetch(.session(session)) else { return #expect(Bool(false)) }
        #expect(found.answers.isEmpty)
        #expect(found.marks.flagged == ["net-close-wait-growth"])
    }

    @Test("A typed answer is compared with the question's key points, in any form of the words")
    func suggestion() throws {
        let answer = "SYN, then SYN-ACK, then ACK: both directions confirm their sequence numbers"
        guard
            case .suggestion(let grade?) = try performer.perform(
                .suggest(question: "net-tcp-handshake", answer: answer)
            ).get()
        else { return #expect(Bool(false), "no suggestion") }
        #expect(grade.keywords.filter(\.isMatched).count >= 3)
        #expect(try performer.perform(.suggest(question: "net-udp-services", answer: "x")).get() == .suggestion(nil))
    }

    @Test("What cannot be done is refused in one line")
    func refused() {
        let event = NewEvent(.itemMarked(ItemMarked(isMarked: true)))
        guard case .failure(let refusal) = performer.perform(.record([event])) else {
            return #expect(Bool(false), "recorded without saying for which item")
        }
        #expect(!refusal.message.isEmpty && !refusal.message.contains("\n"))
        #expect(!refusal.isRetriable)
    }
}
