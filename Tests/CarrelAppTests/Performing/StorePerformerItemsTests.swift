import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("A learner's own layer on a learner's file")
struct StorePerformerItemsTests {
    let performer: StorePerformer
    private let id = "net-tcp-handshake"

    init() throws { performer = try Library.performer() }

    private func item(_ id: String) throws -> StudyItem {
        guard case .item(let item?) = try performer.perform(.fetch(.item(id))).get() else {
            throw Refusal(message: "no item", isRetriable: false)
        }
        return item
    }

    private func record(_ events: JournalEvent...) throws {
        _ = try performer.perform(.record(events.map { NewEvent($0, questionId: id) })).get()
    }

    /// What an undo says it took back.
    private func undo() throws -> String? {
        guard case .undone(let thing) = try performer.perform(.undo).get() else { return nil }
        return thing?.name
    }

    @Test("An item comes with note, corrections and whether it is set aside")
    func item() throws {
        let before = try item(id)
        #expect(!before.isSeen && before.note == nil && before.corrections == [])
        try record(
            .bookmarkSet(BookmarkSet(note: "n")), .errataSet(ErrataSet(.explanation, to: "Mine", insteadOf: "x")),
            .questionSuspended(QuestionSuspended()),
            .questionBuried(QuestionBuried(until: Moment.noon.at.adding(seconds: 60))))
        let after = try item(id)
        #expect((after.note, after.isBookmarked, after.isSuspended, after.isBuried) == ("n", true, true, true))
        #expect(after.question.explanation == "Mine")
        #expect(after.corrections.map(\.isChangedByAuthor) == [true])
        #expect(after.authorsValue(of: .explanation) == before.question.explanation)
    }

    @Test("Several levels are taken back one after the other, each in the learner's words")
    func levels() throws {
        _ = performer.perform(.bookmark(question: id, isOn: true))
        try record(.bookmarkSet(BookmarkSet(note: "first")))
        try record(.bookmarkSet(BookmarkSet(note: nil)))
        try record(.feedbackGiven(FeedbackGiven(type: .error, message: "m")))
        try record(
            .errataSet(ErrataSet(.stem, to: "Mine", insteadOf: "x")),
            .errataSet(ErrataSet(.explanation, to: "Mine", insteadOf: "x")))
        try record(.questionSuspended(QuestionSuspended()))
        try record(.questionUnsuspended(QuestionUnsuspended()))
        try record(.questionBuried(QuestionBuried(until: Moment.noon.at.adding(seconds: 60))))
        #expect(try undo() == "burying")
        #expect(try !item(id).isBuried)
        #expect(try undo() == "return to the draw")
        #expect(try item(id).isSuspended)
        #expect(try undo() == "suspension")
        #expect(try undo() == "correction")
        #expect(try item(id).corrections == [])
        #expect(try undo() == "report")
        #expect(try undo() == "note")
        #expect(try item(id).note == "first")
        #expect(try undo() == "note")
        #expect(try item(id).isBookmarked)
        #expect(try undo() == "bookmark")
        #expect(try !item(id).isBookmarked)
        #expect(try undo() == nil)
    }

    @Test("A note that made the bookmark goes with it")
    func noteAlone() throws {
        try record(.bookmarkSet(BookmarkSet(note: "n")))
        #expect(try undo() == "bookmark and its note")
    }

    @Test("Bookmarking what another terminal bookmarked keeps its note")
    func keepsNote() throws {
        try record(.bookmarkSet(BookmarkSet(note: "n")))
        _ = performer.perform(.bookmark(question: id, isOn: true))
        #expect(try item(id).note == "n")
    }

    @Test("A suspended question leaves the draw, and comes when it is asked for by name")
    func suspended() throws {
        try record(.questionSuspended(QuestionSuspended()))
        let topic = StudyTopic.channel("networking", title: "Networking")
        let all = StudyRequest(topic: topic, choices: StudyChoices(count: nil, what: .all))
        guard case .started(let session) = try performer.perform(.start(all)).get() else { return #expect(Bool(false)) }
        let drawn = try #require(try performer.store.session(session)).items.map(\.questionId)
        #expect(drawn.count > 3 && !drawn.contains(id))
        let byName = StudyRequest(topic: .question(id, title: "One"))
        guard case .started(let one) = try performer.perform(.start(byName)).get() else { return #expect(Bool(false)) }
        #expect(try performer.store.session(one)?.items.map(\.questionId) == [id])
        // What is in no pack, or asked in no way this program knows, still cannot be asked.
        let nowhere = StudyRequest(topic: .question("nowhere", title: "One"))
        #expect(try performer.perform(.start(nowhere)).get() == .nothingToAsk)
    }

    @Test("A list marks what is mine, suspended or buried, and shows the stem as I have it")
    func list() throws {
        try record(
            .errataSet(ErrataSet(.stem, to: "My stem", insteadOf: "x")), .questionSuspended(QuestionSuspended()),
            .questionBuried(QuestionBuried(until: Moment.noon.at.adding(seconds: 60))), .bookmarkSet(BookmarkSet()))
        let scope = QuestionScope.channel("networking", subChannel: "tcp-ip")
        guard
            case .questions(let rows, _, _) = try performer.perform(.fetch(.questions(scope, after: nil))).get(),
            let row = rows.first(where: { $0.id == id })
        else { return #expect(Bool(false)) }
        #expect((row.stem, row.isMine, row.isSuspended, row.isBuried) == ("My stem", true, true, true))
        #expect(rows.count { $0.isMine || $0.isSuspended || $0.isBuried } == 1)
        let drawn = QuestionRowView.row(row, glyphs: .unicode)
        #expect(drawn.glyph == "–" && drawn.label == "★ ✎ My stem" && drawn.details.first == "suspended")
        guard case .bookmarks(let bookmarks) = try performer.perform(.fetch(.bookmarks)).get() else {
            return #expect(Bool(false))
        }
        #expect(bookmarks.map(\.stem) == ["My stem"])
    }
}
