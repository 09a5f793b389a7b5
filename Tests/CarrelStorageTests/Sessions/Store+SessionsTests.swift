import CarrelCore
import TestDirectory
import Testing

@testable import CarrelStorage

@Suite("Sessions as screens read them")
struct StoreSessionsTests {
    private let clock = TestClock()

    @Test("A session comes back whole: the draw, the answers, the marks, the result and the place")
    func whole() throws {
        let store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel(["p", "q", "r"].map { SampleCatalogue.question($0) }))
        let id = try store.start(["p", "q", "r"], mode: .exam, unscored: ["r"])
        let given = AnswerGiven(
            selection: .chosen(["b", "a"]), response: "typed \u{0} \u{1F393}", confidence: .unsure, contentHash: "h",
            elapsedMs: 2600)
        clock.advance(seconds: 10)
        try store.record(.answerGiven(given), sessionId: id, questionId: "p")
        try store.record(.itemMarked(ItemMarked(isMarked: true)), sessionId: id, questionId: "q")
        try store.record(.optionStruck(OptionStruck(option: "a", isStruck: true)), sessionId: id, questionId: "q")
        try store.record(.scratchNoted(ScratchNoted(text: "sheet")), sessionId: id)
        var place = SessionPlace(cursor: 2)
        place.chosen = ["q": ["b", "a"]]
        place.drafts = ["r": "half a th"]
        try store.keepPlace(place, of: id)
        let session = try #require(try store.session(id))
        #expect(session.items.map(\.questionId) == ["p", "q", "r"] && !session.items[2].isScored)
        #expect(session.marks.flagged == ["q"] && session.marks.struck == ["q": ["a"]])
        #expect(session.marks.notes == ["": "sheet"])
        let answer = try #require(session.answers["p"])
        #expect(answer.selection == .chosen(["a", "b"]) && answer.response == given.response)
        #expect(answer.confidence == .unsure && answer.isCorrect == nil && answer.elapsedMs == 2600)
        #expect(answer.answeredAt == clock.moment.at && answer.isAnswered && answer.contentHash == "h")
        #expect(session.answers["q"]?.isAnswered == false && session.answers["q"]?.isMarked == true)
        #expect(session.place == place)
        #expect(session.row.completedItems == 1)
        #expect(try store.session("nowhere") == nil)
    }

    @Test("An ordering's answer keeps its order, and pairs come back as pairs")
    func selections() throws {
        let store = try Store.ticking(clock)
        var ordering = SampleCatalogue.question("o")
        ordering.kind = .ordering
        try store.load(SampleCatalogue.channel([ordering, SampleCatalogue.question("m")]))
        let id = try store.start(["o", "m"])
        for (question, selection) in [
            ("o", AnswerGiven.Selection.ordered(["a", "b"])), ("m", .paired(["x": "1", "a": "2"])),
        ] {
            let event = JournalEvent.answerGiven(AnswerGiven(selection: selection, elapsedMs: 1))
            try store.record(event, sessionId: id, questionId: question)
            #expect(try store.answers(inSession: id)[question]?.selection == selection)
        }
    }

    @Test("The session last used comes first; completed ones are no longer active")
    func lists() throws {
        let store = try Store.ticking(clock)
        let first = try store.start(["p"], key: .channel("one"))
        clock.advance(seconds: 1)
        let second = try store.start(["q"], key: .channel("two"))
        #expect(try store.activeSessions(limit: 9).map(\.id) == [second, first])
        clock.advance(seconds: 1)
        try store.answer("p", in: first)
        #expect(try store.activeSessions(limit: 1).map(\.id) == [first])
        clock.advance(seconds: 1)
        try store.record(.sessionCompleted(SessionCompleted(score: 100)), sessionId: first)
        #expect(try store.activeSessions(limit: 9).map(\.id) == [second])
        #expect(try store.recentSessions(limit: 9).map(\.id) == [first, second])
        #expect(try store.activeSession(key: .channel("two"))?.id == second)
        #expect(try store.activeSession(key: .channel("one")) == nil)
    }

    @Test("What was studied comes a page at a time, the last first, without what was only looked at")
    func past() throws {
        let store = try Store.ticking(clock)
        let answered = try store.start(["p", "q"], key: .channel("one"))
        try store.answer("p", in: answered)
        try store.record(.sessionAbandoned(SessionAbandoned()), sessionId: answered)
        let dropped = try store.start(["p"], key: .channel("two"))
        try store.record(.sessionAbandoned(SessionAbandoned()), sessionId: dropped)
        // Two of the same moment: none is lost between pages, nor comes twice.
        var rest = [try store.start(["q"], key: .channel("three")), try store.start(["r"], key: .channel("four"))]
        var last: SessionRow?
        var listed: [String] = []
        rest.append(answered)
        while let row = try store.pastSessions(after: last, limit: 1).first {
            listed.append(row.id)
            last = row
        }
        #expect(Set(listed) == Set(rest) && listed.count == 3)
        clock.advance(seconds: 60)
        try store.answer("q", in: rest[0])
        #expect(try store.pastSessions(limit: 1).map(\.id) == [rest[0]])
    }

    @Test("Items that do not count leave the score alone, and are counted as answered")
    func unscored() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q"], mode: .exam, certification: "cert", unscored: ["q"])
        for question in ["p", "q"] { try store.answer(question, in: id, certification: "cert", domain: "d") }
        let row = try #require(try store.session(id)?.row)
        #expect(row.completedItems == 2 && row.correctAnswers == 1 && row.progress == 100)
        #expect(try store.domainTallies(of: "cert") == ["d": DomainTally(answered: 1, correct: 1, elapsedMs: 1500)])
    }

    @Test("A place survives a rebuild and is no part of the journal")
    func place() throws {
        let store = try Store.ticking(clock)
        let id = try store.start(["p", "q"])
        #expect(try store.place(ofSession: id) == nil)
        let answer = NewEvent(.answerGiven(AnswerGiven(elapsedMs: 1)), sessionId: id, questionId: "p")
        try store.record([answer], keeping: (id, SessionPlace(cursor: 1)))
        try store.rebuild()
        #expect(try store.place(ofSession: id)?.cursor == 1)
        #expect(try store.journal().count == 2)
    }

    @Test("Another connection's commit is noticed, one's own is not")
    func dataVersion() throws {
        let directory = try TemporaryDirectory()
        let one = try Store.open(.file(directory.file("a.db")), clock: clock.now, seed: 1)
        let other = try Store.open(.file(directory.file("a.db")), clock: clock.now, seed: 2)
        let before = try one.dataVersion()
        try one.record(.bookmarkSet(BookmarkSet()), questionId: "q")
        #expect(try one.dataVersion() == before)
        try other.record(.bookmarkCleared(BookmarkCleared()), questionId: "q")
        #expect(try one.dataVersion() != before)
        #expect(try !one.isBookmarked("q"))
    }
}
