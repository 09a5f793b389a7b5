import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Undoing")
struct StoreUndoTests {
    private let clock = TestClock()

    @Test("Undoing an answer restores everything as it was before it")
    func exact() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q"], certification: "cert")
        try store.answer("p", in: id, certification: "cert", domain: "d")
        let before = try store.foldedTables()
        clock.advance(seconds: 100_000)
        let answer = try store.answer("p", in: id, isCorrect: false, certification: "cert", domain: "e")
        #expect(try store.foldedTables() != before)
        try store.undo(answer)
        #expect(difference(before, try store.foldedTables()) == [])
    }

    @Test("Undoing twice is undoing once, and an undo is not undone")
    func idempotent() throws {
        let store = try Store.ticking(clock)
        let entry = try #require(try store.record(.bookmarkSet(BookmarkSet()), questionId: "q"))
        try store.undo(entry.id)
        try store.undo(entry.id)
        let journal = try store.journal()
        #expect(journal.count == 2)
        #expect(journal.last?.target == entry.id && journal.last?.questionId == "q")
        #expect(throws: JournalError.notUndoable(kind: "undone")) { try store.undo(#require(journal.last).id) }
        #expect(throws: JournalError.noEntry("nowhere")) { try store.undo("nowhere") }
    }

    @Test("A session's start and completion and a submission's grades stay")
    func refused() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["q"], mode: .exam)
        try store.answer("q", in: id, isCorrect: nil)
        let entries = try store.record([
            NewEvent(
                .answerGraded(AnswerGraded(isCorrect: true, score: 1, isSubmission: true)), sessionId: id,
                questionId: "q"),
            NewEvent(.sessionCompleted(SessionCompleted(score: 100)), sessionId: id),
        ])
        for entry in [id] + entries.map(\.id) { #expect(throws: JournalError.self) { try store.undo(entry) } }
    }

    @Test("The newest act of this run that still counts is taken back first, and coming and going is passed over")
    func last() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q"])
        let first = try store.answer("p", in: id)
        let second = try store.answer("q", in: id)
        try store.record(.sessionPaused(SessionPaused()), sessionId: id)
        let remembered = SettingChanged(key: SettingChanged.rememberedPrefix + "choices", value: "x")
        try store.record(.settingChanged(remembered))
        #expect(try store.undoLast()?.id == second)
        #expect(try store.undoLast()?.id == first)
        #expect(try store.undoLast() == nil)
        #expect(try store.session(id)?.answers.isEmpty == true)
    }

    @Test("What another run recorded is not taken back by this one")
    func otherRun() throws {
        let store = try Store.ticking(clock)
        let entry = JournalEntry(
            id: "theirs", ord: 1, hlc: 1, at: minute(0), zone: 0, questionId: "q", event: .bookmarkSet(BookmarkSet()))
        try store.absorb([entry])
        #expect(try store.undoLast() == nil)
    }

    @Test("An undo that arrives before its target waits for it")
    func undoFirst() throws {
        let here = try Store.ticking(clock)
        let entry = try #require(try here.record(.bookmarkSet(BookmarkSet()), questionId: "q"))
        try here.undo(entry.id)
        let there = try Store.ticking(clock)
        for entry in try here.journal().reversed() { try there.absorb([entry]) }
        #expect(try there.bookmarkCount() == 0)
    }
}
