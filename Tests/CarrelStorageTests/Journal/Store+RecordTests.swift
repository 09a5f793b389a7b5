import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Recording events")
struct StoreRecordTests {
    private let clock = TestClock()

    @Test("A session has the id of the entry that starts it, and its answers are counted with the commit")
    func session() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q", "r"])
        clock.advance(seconds: 5)
        try store.answer("p", in: id)
        try store.answer("q", in: id, isCorrect: false)
        let row = try #require(try store.session(id)?.row)
        #expect(row.id == id && row.totalItems == 3 && row.completedItems == 2 && row.correctAnswers == 1)
        #expect(row.progress == 66 && row.timeSpent == 3 && row.lastAccessedAt == clock.moment.at)
        #expect(try store.reviewState(of: "p")?.memory.reps == 1)
    }

    @Test("An answer that is taken away is not counted; a graded one without a choice is, and so is typed text")
    func takenAway() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q", "r"])
        func answer(_ question: String, _ given: AnswerGiven) throws -> Int? {
            try store.record(.answerGiven(given), sessionId: id, questionId: question)
            return try store.session(id)?.row.completedItems
        }
        #expect(try answer("p", AnswerGiven(selection: .chosen(["a"]), elapsedMs: 1_000)) == 1)
        #expect(try answer("p", AnswerGiven(selection: .none, elapsedMs: 1_000)) == 0)
        #expect(try answer("q", AnswerGiven(selection: .none, isCorrect: false, elapsedMs: 1_000)) == 1)
        #expect(try answer("r", AnswerGiven(selection: .none, response: "text", elapsedMs: 1_000)) == 2)
        let before = try store.session(id)?.row
        try store.rebuild()
        #expect(try store.session(id)?.row == before)
    }

    @Test("An item of an exam that was taken away, or handed in without an answer, is none of those answered")
    func handedInBlank() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q", "r"], mode: .exam)
        func record(_ event: JournalEvent, _ question: String) throws {
            try store.record(event, sessionId: id, questionId: question)
        }
        try record(.answerGiven(AnswerGiven(selection: .chosen(["a"]), elapsedMs: 1_000)), "p")
        try record(.answerGiven(AnswerGiven(selection: .chosen(["a"]), elapsedMs: 1_000)), "q")
        try record(.answerGiven(AnswerGiven(selection: .none, elapsedMs: 1_000)), "q")
        for question in ["p", "q", "r"] {
            try record(.answerGraded(AnswerGraded(isCorrect: false, score: 0, isSubmission: true)), question)
        }
        let before = try store.session(id)?.row
        #expect(before?.completedItems == 1)
        try store.rebuild()
        #expect(try store.session(id)?.row == before)
    }

    @Test("The order goes on though the clock goes back, and after entries from the future")
    func order() throws {
        let store = try Store.ticking(clock)
        let first = try #require(try store.record(.bookmarkSet(BookmarkSet()), questionId: "q"))
        #expect(first.ord == clock.moment.at.milliseconds << 16 && first.hlc == first.ord)
        clock.advance(seconds: -3600)
        let second = try #require(try store.record(.bookmarkCleared(BookmarkCleared()), questionId: "q"))
        #expect(second.ord == first.ord + 1 && second.at < first.at)
        var future = first
        future.id = "future"
        future.ord = first.ord << 1
        try store.absorb([future])
        #expect(try store.record(.bookmarkSet(BookmarkSet()), questionId: "q")?.ord == future.ord + 1)
        future.id = "nearly"
        future.ord = .max - 1
        try store.absorb([future])
        let two = ["q", "r"].map { NewEvent(.bookmarkSet(BookmarkSet()), questionId: $0) }
        #expect(throws: JournalError.orderExhausted) { try store.record(two) }
        future.id = "end"
        future.ord = .max
        try store.absorb([future])
        #expect(throws: JournalError.orderExhausted) { try store.record(.bookmarkSet(BookmarkSet()), questionId: "q") }
    }

    @Test("All events of one call are written, or none")
    func atomic() throws {
        let store = try Store.ticking(clock)
        let bad = JournalEvent.prediction(Prediction(pPass: .infinity, low: 0, high: 1, isReady: false))
        #expect(throws: JournalError.unencodable("prediction")) {
            try store.record([
                NewEvent(.bookmarkSet(BookmarkSet()), questionId: "q"), NewEvent(bad, sessionId: "s"),
            ])
        }
        #expect(try store.journal().isEmpty)
        #expect(try store.bookmarkCount() == 0)
    }

    @Test("An event that does not name what it is about is refused, with a message that says what it needs")
    func misnamed() throws {
        let store = try Store.ticking(clock)
        let events: [NewEvent] = [
            NewEvent(.answerGiven(AnswerGiven(elapsedMs: 1)), questionId: "q"),
            NewEvent(.sessionPaused(SessionPaused())),
            NewEvent(.bookmarkSet(BookmarkSet()), sessionId: "s"),
            NewEvent(.settingChanged(SettingChanged(key: "k", value: "v")), questionId: "q"),
            NewEvent(.undone(Undone())),
            NewEvent(
                .sessionStarted(SessionStarted(type: .channel, mode: .practice, key: "k", title: "T", items: [])),
                id: "one", sessionId: "two"),
        ]
        for event in events { #expect(throws: JournalError.self) { try store.record([event]) } }
        #expect(JournalError.misnamed(kind: "x", expected: "its session").description.contains("its session"))
        #expect(try store.journal().isEmpty)
    }

    @Test("Of an entry that arrives twice the lower order stands, and what comes after it is folded anew")
    func arrivesTwice() throws {
        let store = try Store.ticking(clock)
        let first = try #require(try store.record(.bookmarkSet(BookmarkSet(note: "one")), questionId: "q"))
        var second = try #require(try store.record(.bookmarkSet(BookmarkSet(note: "two")), questionId: "q"))
        #expect(try store.note(of: "q") == "two")
        second.ord = first.ord - 5
        #expect(try store.absorb([second]) == 0)
        #expect(try store.note(of: "q") == "one")
        second.ord = first.ord + 5
        try store.absorb([second])
        #expect(try store.note(of: "q") == "one")
    }

    @Test("An answer that arrives before its session waits for it, and counts when it comes")
    func answerFirst() throws {
        let here = try Store.ticking(clock)
        let id = try here.start(["q"], mode: .exam, certification: "cert", unscored: ["q"])
        try here.answer("q", in: id, certification: "cert", domain: "d")
        try here.record(.sessionCompleted(SessionCompleted(score: 50)), sessionId: id)
        let entries = try here.journal()
        let there = try Store.ticking(clock)
        try there.absorb([entries[1]])
        #expect(try there.domainTallies(of: "cert")["d"]?.answered == 1)
        #expect(try there.reviewState(of: "q") == nil)
        try there.absorb([entries[2], entries[0]])
        #expect(try there.domainTallies(of: "cert").isEmpty)
        #expect(difference(try here.foldedTables(), try there.foldedTables()) == [])
    }
}
