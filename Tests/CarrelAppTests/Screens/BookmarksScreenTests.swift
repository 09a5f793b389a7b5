import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("Bookmarks")
struct BookmarksScreenTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    @Test("Bookmarks stand with their notes; one that is in no pack here keeps its name")
    func shown() {
        #expect(
            Array(ScreenProbe(.bookmarks, on: store).lines[2...5]) == [
                " ▸ Practise 2                                                     unseen first",
                "   ★ The final ACK is lost.                              again before the exam",
                "   ★ elsewhere: not in any pack here", "",
            ])
    }

    @Test("Without any, one sentence says how to keep one")
    func none() {
        store.reply(to: .bookmarks, with: .bookmarks([]))
        let probe = ScreenProbe(.bookmarks, on: store)
        #expect(probe.lines[3] == "   No bookmarks yet. On any question, * keeps it here.")
        #expect(probe.hints == " ? help   esc back")
    }

    @Test("* takes the bookmark off, and u brings it back")
    func takeOff() {
        var probe = ScreenProbe(.bookmarks, on: store)
        probe.press("down *")
        #expect(store.writes == [.bookmark(question: "half-open", isOn: false)])
        #expect(probe.hints == " bookmark taken off; u brings it back")
        store.undone = UndoneThing(name: "bookmark")
        probe.press("u")
        #expect(probe.hints == " undone: bookmark")
    }

    @Test("; and ! open over the selected question; over the first row they do nothing")
    func own() throws {
        var probe = ScreenProbe(.bookmarks, on: store)
        probe.press("; !")
        #expect(probe.desk.top is BookmarksScreen)
        store.items = [Samples.item(Samples.multiple)]
        probe.press("down ;")
        #expect(try probe.top(as: WritingScreen.self).writing == Writing(question: "half-open", purpose: .note))
        probe.press("esc !")
        #expect(
            try probe.top(as: QuestionMenuScreen.self).menu == QuestionMenu(question: "half-open", place: .list))
    }

    @Test("A long note leaves most of the row to its question")
    func longNote() {
        let note = "One thing after the other that I should remember about this\nand more"
        let row = BookmarkRow(questionId: "half-open", note: note, createdAt: Moment.noon.at, stem: "Short.")
        store.reply(to: .bookmarks, with: .bookmarks([row]))
        #expect(
            ScreenProbe(.bookmarks, on: store).lines[3]
                == "   ★ Short.                                         One thing after the other…")
        #expect(
            ScreenProbe(.bookmarks, columns: 40, rows: 10, on: store).lines[3]
                == "   ★ Short.              One thing af…")
    }

    @Test("Enter practises one, p and the first row all of them")
    func practise() {
        store.reply(to: .setUp(.bookmarks), with: .setUp(SetUpFacts(total: 2)))
        var probe = ScreenProbe(.bookmarks, on: store)
        probe.press("enter")
        #expect(probe.desk.top is SetUpScreen)
        probe.press("esc down p")
        #expect(probe.desk.top is SetUpScreen)
        probe.press("esc enter")
        #expect(store.commands.last == .start(StudyRequest(topic: .question("half-open", title: "Bookmarks"))))
    }
}
