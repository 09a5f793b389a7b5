import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Clicks mean what is drawn where they fall")
struct DeskPointingTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    /// Clicks on the first place where `words` stand.
    private func click(_ words: String, in probe: inout ScreenProbe, sourceLocation: SourceLocation = #_sourceLocation)
    {
        for (row, line) in probe.lines.enumerated() {
            guard let found = line.range(of: words) else { continue }
            let column = Columns.width(of: String(line[..<found.lowerBound]))
            return probe.send(.mouse(Mouse(kind: .press, column: column, row: row)))
        }
        Issue.record("\(words) is not on screen", sourceLocation: sourceLocation)
    }

    @Test("A key in the hint bar can be clicked")
    func hints() {
        var probe = ScreenProbe(.channels, on: store)
        click("? help", in: &probe)
        #expect(probe.title.hasPrefix(" Help"))
        click("esc back", in: &probe)
        #expect(probe.title.hasPrefix(" Channels"))
    }

    @Test("In a dialog a click moves the focus to a button, and one on the focus presses it")
    func dialog() {
        let confirmation = Confirmation.resume("s1", answered: 3, total: 10, StudyRequest(topic: Samples.topic))
        var probe = ScreenProbe(.confirm(confirmation), on: store)
        click("Cancel", in: &probe)
        #expect(probe.text.contains(" ▸ Cancel"))
        click("Cancel", in: &probe)
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("On the set-up sheet a click on an option chooses it")
    func setUp() {
        store.reply(to: .setUp(Samples.topic.scope), with: .setUp(SetUpFacts(total: 40, unseen: 9, reviews: [.due: 3])))
        var probe = ScreenProbe(.setUp(Samples.topic), columns: 120, on: store)
        click(" 20 ", in: &probe)
        #expect(probe.text.contains("[20]"))
        click("due (3)", in: &probe)
        #expect(probe.text.contains("[due (3)]") && probe.text.contains(" ▸ What"))
        click("Clock", in: &probe)
        #expect(probe.text.contains(" ▸ Clock") && probe.text.contains("[off]"))
        click("by topic", in: &probe)
        #expect(probe.text.contains("[by topic]") && probe.text.contains(" ▸ Order"))
    }

    @Test("On the filter sheet a click on an option chooses it")
    func filter() {
        let listing = QuestionListing(crumbs: ["Channels", "Networking"], topic: Samples.topic)
        var probe = ScreenProbe(.questions(listing), on: store)
        probe.press("f")
        click("intermediate", in: &probe)
        #expect(probe.text.contains("[intermediate]"))
        click("Tags", in: &probe)
        #expect(probe.text.contains(" ▸ Tags"))
    }

    @Test("A place in the box behind the key for going somewhere can be clicked; beside it a click closes the box")
    func goTo() {
        var probe = ScreenProbe(.channels, on: store)
        probe.press("'")
        click("b Bookmarks", in: &probe)
        #expect(probe.desk.top is BookmarksScreen && probe.desk.overlay == nil)
        probe.press("'")
        probe.send(.mouse(Mouse(kind: .press, column: 70, row: 4)))
        #expect(probe.desk.top is BookmarksScreen && probe.desk.overlay == nil)
    }

    @Test("In a question's menu a click selects, and one on the selected row does what it says")
    func questionMenu() {
        let menu = QuestionMenu(question: "time-wait", place: .list)
        var probe = ScreenProbe(.bookmarks, .questionMenu(menu), on: store)
        click("Drawn no more", in: &probe)
        #expect(probe.text.contains(" ▸ s Suspend it") && store.events.isEmpty)
        probe.send(.mouse(Mouse(kind: .wheelUp, column: 3, row: 3)))
        #expect(probe.text.contains(" ▸ c Correct"))
        click("Suspend it", in: &probe)
        click("Suspend it", in: &probe)
        #expect(store.events == [.questionSuspended(QuestionSuspended())])
        #expect(probe.desk.top is BookmarksScreen)
    }

    @Test("In the list of fields a click selects, and one on the selected field corrects it")
    func corrections() {
        let menu = QuestionMenu(question: "time-wait", place: .answeredQuestion)
        var probe = ScreenProbe(.bookmarks, .corrections(menu), on: store)
        click("Explanation", in: &probe)
        #expect(probe.text.contains(" ▸   Explanation"))
        probe.send(.mouse(Mouse(kind: .wheelUp, column: 3, row: 3)))
        #expect(!probe.text.contains(" ▸   Explanation"))
        click("Explanation", in: &probe)
        click("Explanation", in: &probe)
        #expect(probe.desk.top is WritingScreen)
    }

    @Test("Where it is corrected which options are right a click on an option is its label")
    func keyCorrection() {
        let menu = QuestionMenu(question: "time-wait", place: .answeredQuestion)
        var probe = ScreenProbe(.bookmarks, .keyCorrection(menu), on: store)
        click("Both ends", in: &probe)
        #expect(probe.text.contains(" ▸ c (•) Both ends"))
        probe.press("tab")
        click("The end that closes second", in: &probe)
        #expect(
            probe.text.contains(" ▸ b (•) The end that closes second") && probe.hints.contains("right or not"))
    }

    @Test("What a frame no longer shows cannot be clicked")
    func reset() {
        var canvas = Canvas(columns: 20, rows: 2)
        canvas.mark(x: 2, y: 1, columns: 3, as: .item(7))
        #expect(canvas.targets.meaning(ofClickAt: 4, row: 1) == .item(7))
        #expect(canvas.targets.meaning(ofClickAt: 5, row: 1) == nil)
        #expect(canvas.targets.meaning(ofClickAt: 4, row: 0) == nil)
        canvas.mark(x: 0, y: 1, columns: 20, as: .key(.enter))
        #expect(canvas.targets.meaning(ofClickAt: 4, row: 1) == .key(.enter))
        canvas.reset(columns: 20, rows: 2)
        #expect(canvas.targets.meaning(ofClickAt: 4, row: 1) == nil)
    }
}

extension String {
    fileprivate func range(of words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
            start = index(after: start)
        }
        return nil
    }
}
