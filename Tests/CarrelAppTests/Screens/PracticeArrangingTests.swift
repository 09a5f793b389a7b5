import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Ordering, matching and hotspots in practice")
struct PracticeArrangingTests {
    private func given(_ store: ScriptedStore) -> AnswerGiven? {
        for case .answerGiven(let given) in store.events.reversed() { return given }
        return nil
    }

    @Test("An ordering is carried, stored as it is arranged, and answered")
    func ordering() throws {
        let store = Samples.store(Samples.ordering)
        store.session?.items[0].options = ["ack", "syn", "rst", "synack"]
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("enter")
        #expect(probe.hints == " put them in order, or 0 if you don't know")
        #expect(store.events.isEmpty)
        probe.press("c - a 3")
        #expect(store.places.last?.ordered == ["segments": ["syn", "synack", "ack"]])
        #expect(probe.lines.contains("   - c  RST"))
        probe.press("enter")
        #expect(given(store)?.selection == .ordered(["syn", "synack", "ack"]) && given(store)?.score == 1)
        #expect(probe.lines.contains("  ✓ Right"))
        #expect(probe.lines.contains(" ✓ - c  RST (does not belong)"))
        #expect(probe.lines.contains("  The client sends b and a; c is none of them."))
    }

    @Test("A wrong order shows the right one with the learner's ranks, and counts what is in order")
    func wrongOrder() {
        let store = Samples.store(Samples.ordering)
        store.session?.items[0].options = ["ack", "syn", "rst", "synack"]
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("c - a 2 enter")
        #expect(probe.lines.contains("  ◐ Partly right: 2 of 3 in order"))
        #expect(probe.lines.contains(" ◐ 2 d  SYN-ACK (you: 3, in order)"))
        #expect(probe.lines.contains("  Your order: b a d   left out: c"))
        #expect(probe.lines.contains("          The client answers."))
    }

    @Test("Esc puts back what is lifted before it leaves")
    func escape() throws {
        let store = Samples.store(Samples.ordering)
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("space down")
        #expect(probe.hints.hasSuffix("esc cancel"))
        probe.press("esc")
        let screen: PracticeScreen = try probe.top()
        #expect(screen.pad?.isUntouched == true)
        #expect(store.places.last?.ordered == [:])
        probe.press("esc")
        #expect(!(probe.desk.top is PracticeScreen))
    }

    @Test("A matching is paired by letters and numbers, fewer pairs are said first")
    func matching() {
        let store = Samples.store(Samples.matching)
        store.session?.items[0].options = ["dns", "telnet", "ssh", "smtp"]
        var probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ a [ ] SSH") && $0.contains(" 1  53") })
        probe.press("3 2 enter")
        #expect(probe.hints == " 2 paired, 3 asked for; Enter again answers all the same")
        probe.press("enter")
        #expect(given(store)?.selection == .paired(["ssh": "ssh", "smtp": "telnet"]))
        #expect(given(store)?.isCorrect == false && given(store)?.score == 1.0 / 3)
        #expect(probe.lines.contains("  ◐ Partly right: 1 of 3"))
        #expect(probe.lines.contains(" ✗ b [4] SMTP → 25 (you: 23)"))
        #expect(probe.lines.contains(" ✗ c [1] DNS → 53 (you: none)"))
        #expect(probe.lines.contains("  a is 22, and 2 belongs to Telnet."))
    }

    @Test("A region is chosen by arrows, label or mouse, and each says why after the answer")
    func hotspot() {
        let store = Samples.store(Samples.hotspot)
        var probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines.contains(" │ -rw-r--r-- 1 ann 12 e.txt"))
        #expect(probe.lines.contains(" │▸a( )────── b( )     c( )─"))
        probe.press("right space")
        #expect(store.places.last?.chosen == ["listing": ["links"]])
        #expect(probe.lines.contains("  chosen: b"))
        let row = probe.lines.firstIndex { $0.contains("-rw-r--r--") } ?? 0
        probe.send(.mouse(Mouse(kind: .press, column: 5, row: row)))
        #expect(store.places.last?.chosen == ["listing": ["bits"]])
        probe.press("enter")
        #expect(given(store)?.selection == .chosen(["bits"]) && given(store)?.isCorrect == true)
        #expect(probe.lines.contains(" ✓ a (•) permissions, line 2: \"-rw-r--r--\""))
        #expect(probe.lines.contains("  It is a, of ten characters."))
    }

    @Test("A click on an item lifts it only where the pointer already is")
    func clicks() throws {
        let store = Samples.store(Samples.ordering)
        var probe = ScreenProbe(.session("s1"), on: store)
        let row = probe.lines.firstIndex { $0.contains(" 2 b  ") } ?? 0
        for _ in 0..<2 { probe.send(.mouse(Mouse(kind: .press, column: 8, row: row))) }
        #expect(probe.lines.contains { $0.hasSuffix("(lifted)") })
    }

    @Test("What was arranged is there again, and 0 shows the answer without any", arguments: Samples.arranged)
    func comesBack(question: Question) throws {
        let store = Samples.store(question)
        let selection: AnswerGiven.Selection =
            switch question.kind {
            case .ordering: .ordered(["synack", "syn"])
            case .matching: .paired(["dns": "telnet"])
            default: .chosen(["name"])
            }
        store.session?.place[selectionOf: question.id] = selection
        var probe = ScreenProbe(.session("s1"), on: store)
        let screen: PracticeScreen = try probe.top()
        #expect(screen.pad?.selection == selection)
        probe.press("0")
        #expect(given(store)?.selection == AnswerGiven.Selection.none && given(store)?.isCorrect == false)
        #expect(probe.lines.contains("  ✗ Not known"))
        #expect(store.session?.place[selectionOf: question.id] == selection)
    }
}
