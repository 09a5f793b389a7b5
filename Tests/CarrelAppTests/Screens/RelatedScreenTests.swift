import CarrelCore
import Testing

@testable import CarrelApp

@Suite("The questions that belong with one")
struct RelatedScreenTests {
    let store = Depths.store()
    private var probe: ScreenProbe

    init() {
        probe = ScreenProbe(.related(question: "time-wait", crumbs: ["Networking", "Related questions"]), on: store)
    }

    @Test("They stand under what they are to it, the strongest first, with how each was answered last")
    func list() {
        #expect(
            Array(probe.lines[0...8]) == [
                " Networking ▸ Related questions                              3 questions  saved",
                "────────────────────────────────────────────────────────────────────────────────",
                " Prerequisites",
                " ▸ ✓ Name the segments.",
                "   · What is the MSS?",
                "",
                " Related",
                "   ✗ The final ACK is lost.",
                "",
            ])
    }

    @Test("Enter opens the question as a practice of its own, which comes back here")
    mutating func open() {
        store.started = .started(session: "s1")
        probe.press("down enter")
        let wanted = StudyRequest(topic: .question("mss", title: "Related questions"))
        #expect(store.commands.contains(.start(wanted)))
        #expect(probe.desk.top is PracticeScreen)
        probe.press("esc")
        #expect(probe.desk.top is RelatedScreen)
        probe.press("esc")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("The selection passes by what names the bonds")
    mutating func moves() {
        probe.press("down down")
        #expect(probe.lines[7].hasPrefix(" ▸ ✗"))
        probe.press("g")
        #expect(probe.lines[3].hasPrefix(" ▸ ✓"))
    }

    @Test("Where none is left it says so, and a refusal says why")
    mutating func none() {
        store.reply(to: .relatedQuestions("time-wait"), with: .relatedQuestions([]))
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.text.contains("No question here belongs with it any more."))
        probe.press("enter")
        #expect(probe.desk.top is RelatedScreen)
        store.fetchRefusal = .locked
        probe.desk.noticeChange(at: probe.now)
        #expect(probe.hints.contains(Refusal.locked.message))
    }
}
