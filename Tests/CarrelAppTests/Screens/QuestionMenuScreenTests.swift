import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What can be done with a question")
struct QuestionMenuScreenTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    private var menu: QuestionMenu { QuestionMenu(question: "time-wait", place: .list) }
    private func probe(columns: Int = 80, rows: Int = 24) -> ScreenProbe {
        ScreenProbe(.bookmarks, .questionMenu(menu), columns: columns, rows: rows, on: store)
    }

    @Test("Each row has its letter and a line of what it does")
    func shown() {
        #expect(
            Array(probe().lines[2...13]) == [
                "   Which end of a TCP connection enters TIME-WAIT?", "", " ▸ r Report a problem",
                "     An error, an improvement or a remark; kept in your file.", "", "   c Correct it for myself",
                "     Your words or your key in the author's place, for you alone.", "", "   s Suspend it",
                "     Drawn no more until you bring it back.", "", "   b Bury it until tomorrow",
            ])
    }

    @Test("Where there is little room the selected row alone says what it does")
    func small() {
        var probe = probe(columns: 40, rows: 10)
        probe.press("down down")
        #expect(
            probe.text == """
                 This question                    saved
                ────────────────────────────────────────
                   r Report a problem
                   c Correct it for myself
                 ▸ s Suspend it
                   b Bury it until tomorrow
                   Drawn no more until you bring it
                   back.
                ────────────────────────────────────────
                 ↵ choose   ? help   esc back
                """)
    }

    @Test("It is suspended and brought back, buried until the next day begins and dug up, and its words say so")
    func setAside() {
        var probe = probe()
        probe.press("s")
        #expect(store.events == [.questionSuspended(QuestionSuspended())])
        #expect(probe.hints == " suspended; u takes it back")
        #expect(probe.desk.top is BookmarksScreen)
        store.items[0].isSuspended = true
        store.forget()
        probe = self.probe()
        #expect(!probe.text.contains("Bury"))
        probe.press("down down enter")
        #expect(store.events == [.questionUnsuspended(QuestionUnsuspended())])

        store.items[0].isSuspended = false
        store.forget()
        probe = self.probe()
        probe.press("b")
        let tomorrow = Moment.noon.at.adding(seconds: 16 * 3600)
        #expect(store.events == [.questionBuried(QuestionBuried(until: tomorrow))])
        #expect(probe.hints == " buried until tomorrow; u takes it back")
        store.items[0].isBuried = true
        store.forget()
        probe = self.probe()
        probe.press("b")
        #expect(store.events == [.questionBuried(QuestionBuried(until: Moment.noon.at))])
        #expect(probe.hints == " it is drawn again today")
    }

    @Test("Reporting and correcting take its place")
    func opens() throws {
        var probe = probe()
        probe.press("r")
        #expect(try probe.top(as: WritingScreen.self).writing == Writing(question: "time-wait", purpose: .report))
        probe.press("esc")
        #expect(probe.desk.top is BookmarksScreen)
        probe = self.probe()
        probe.press("c")
        #expect(try probe.top(as: CorrectionsScreen.self).menu == menu)
    }

    @Test("All corrections come off with one key, in one command")
    func takenOff() {
        store.items[0] = Samples.correctedItem
        var probe = probe()
        #expect(probe.text.contains("x Take my corrections off"))
        probe.press("x")
        #expect(
            store.events.map { if case .errataCleared(let cleared) = $0 { cleared.field } else { "?" } } == [
                "option/active/isCorrect", "option/both/text", "option/both/isCorrect", "explanation",
            ])
        #expect(store.writes.count == 1)
        #expect(probe.hints == " corrections off; u brings them back")
    }

    @Test("A refused write stays in the menu and says why")
    func refused() {
        store.refusal = .locked
        var probe = probe()
        probe.press("s")
        #expect(probe.desk.top is QuestionMenuScreen)
        #expect(probe.hints.contains("another program"))
    }
}
