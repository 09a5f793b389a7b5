import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("An exam's rules as they are met")
struct ExamRulesOnScreenTests {
    private func rules(_ change: (inout ExamRules) -> Void) -> ExamRules {
        var rules = Exams.rules
        change(&rules)
        return rules
    }

    private func probe(_ store: ScriptedStore) -> ScreenProbe { ScreenProbe(.exam(session: "s1"), on: store) }

    private func screen(_ probe: ScreenProbe) throws -> ExamScreen { try probe.top() }

    // MARK: Forward only

    @Test(
        "Forward only: an item without an answer is left at the second key, whichever it is", arguments: ["enter", "n"])
    func leftUnanswered(key: String) throws {
        var probe = probe(Exams.store(rules { $0.navigation = .forwardOnly }))
        probe.press(key)
        #expect(probe.title.contains("1/2"))
        #expect(probe.hints.contains("not answered, and there is no way back; Enter again goes on"))
        probe.press(key)
        #expect(probe.title.contains("2/2"))
    }

    @Test("Forward only: there is no way back, by key, by arrow or through the overview")
    func noWayBack() throws {
        var probe = probe(Exams.store(rules { $0.navigation = .forwardOnly }))
        probe.press("a enter p left")
        #expect(probe.title.contains("2/2"))
        probe.press("v 1 enter")
        #expect(probe.hints.contains("no way back"))
        #expect(try screen(probe).position == 1)
    }

    @Test("Forward only: the overview is no way round what is asked")
    func overviewAsksToo() throws {
        var probe = probe(Exams.store(rules { $0.navigation = .forwardOnly }))
        probe.press("v 2 enter")
        #expect(probe.title.contains("1/2"))
        #expect(probe.hints.contains("not answered"))
        probe.press("enter")
        #expect(probe.title.contains("2/2"))
    }

    @Test("Forward only: undo goes no further back than the item that is open")
    func undoIsHeld() {
        let store = Exams.store(rules { $0.navigation = .forwardOnly })
        var probe = probe(store)
        probe.press("a enter u")
        #expect(!store.commands.contains(.undo))
        #expect(probe.hints.contains("nothing was done on this item"))
        probe.press("a u")
        #expect(store.commands.contains(.undo))
    }

    @Test("Forward only: an answered item is left at once")
    func answeredIsLeft() {
        var probe = probe(Exams.store(rules { $0.navigation = .forwardOnly }))
        probe.press("a enter")
        #expect(probe.title.contains("2/2"))
    }

    // MARK: Choose n

    @Test("Fewer chosen than asked for: warned of once, then Enter goes on")
    func warned() throws {
        var probe = probe(Exams.store())
        probe.press("n a enter")
        #expect(probe.hints.contains("1 chosen, 2 asked for; Enter again goes on"))
        #expect(try screen(probe).overview == nil)
        probe.press("enter")
        #expect(try screen(probe).overview != nil)
        probe.press("esc enter")
        #expect(probe.hints.contains("1 chosen, 2 asked for"))
    }

    @Test("Fewer chosen than asked for: where the rules refuse it, Enter stays")
    func refused() throws {
        var probe = probe(Exams.store(rules { $0.incomplete = .refuse }))
        probe.press("n a enter enter enter")
        #expect(probe.hints.contains("1 chosen, 2 asked for"))
        #expect(try screen(probe).overview == nil)
        probe.press("b enter")
        #expect(try screen(probe).overview != nil)
    }

    @Test("No other way leads off it either", arguments: ["p", "v 1 enter", "v F"])
    func refusedEverywhere(keys: String) throws {
        var probe = probe(Exams.store(rules { $0.incomplete = .refuse }))
        probe.press("n a \(keys)")
        #expect(probe.hints.contains("1 chosen, 2 asked for"))
        #expect(try screen(probe).position == 1)
    }

    @Test("Where they warn, that is said once before it is left from the overview too")
    func warnedInOverview() throws {
        var probe = probe(Exams.store())
        probe.press("n a v 1 enter")
        #expect(probe.hints.contains("item 2: 1 chosen, 2 asked for; Enter again leaves it"))
        #expect(try screen(probe).position == 1)
        probe.press("1 enter")
        #expect(try screen(probe).position == 0)
    }

    // MARK: Unread

    @Test("A question with more below is said to be unread before it is left, until its end was seen")
    func unread() throws {
        let store = Exams.store()
        var long = Samples.single
        long.stem = Array(repeating: "A paragraph of the question.", count: 30).joined(separator: "\n\n")
        store.items = [Samples.item(long), Samples.item(Samples.multiple)]
        var probe = probe(store)
        probe.press("enter")
        #expect(probe.hints.contains("there is more of this question below; Enter again goes on"))
        probe.press("enter")
        #expect(probe.title.contains("2/2"))
        probe.press("p end enter")
        #expect(probe.title.contains("2/2"))
    }

    @Test("A question with more below is said to be unread before n or the overview leaves it")
    func unreadByOtherWays() {
        let store = Exams.store()
        var long = Samples.single
        long.stem = Array(repeating: "A paragraph of the question.", count: 30).joined(separator: "\n\n")
        store.items = [Samples.item(long), Samples.item(Samples.multiple)]
        var probe = probe(store)
        probe.press("n")
        #expect(probe.title.contains("1/2"))
        #expect(probe.hints.contains("there is more of this question below; n again goes on"))
        probe.press("n")
        #expect(probe.title.contains("2/2"))
        probe.press("p v 2 enter")
        #expect(probe.hints.contains("there is more of item 1 below; Enter again leaves it"))
        probe.press("enter")
        #expect(probe.title.contains("2/2"))
    }

    // MARK: Confidence

    @Test("How sure one is is asked at the first Enter, and again only after a change")
    func confidence() throws {
        let store = Exams.store(rules { $0.asksConfidence = true })
        var probe = probe(store)
        func confidences() -> [Confidence?] {
            store.events.compactMap { if case .answerGiven(let given) = $0 { given.confidence } else { nil } }
        }
        probe.press("a enter")
        #expect(probe.text.contains("How sure?"))
        #expect(probe.title.contains("1/2"))
        probe.press("1")
        #expect(confidences() == [nil, .guess])
        #expect(probe.title.contains("2/2"))
        probe.press("p enter")
        #expect(probe.title.contains("2/2"))
        probe.press("p b enter")
        #expect(probe.text.contains("How sure?"))
        probe.press("3")
        #expect(confidences().last == .sure)
        #expect(probe.title.contains("2/2"))
        // Nothing is asked of what is not answered.
        probe.press("enter")
        #expect(!probe.text.contains("How sure?"))
    }

    @Test("Esc goes back to the answer, and an incomplete one is not warned of twice for being weighed")
    func weighing() throws {
        var probe = probe(Exams.store(rules { $0.asksConfidence = true }))
        probe.press("n a enter enter")
        #expect(probe.text.contains("How sure?"))
        probe.press("1")
        #expect(try screen(probe).overview != nil)
        probe.press("esc p a enter esc")
        #expect(!probe.text.contains("How sure?"))
        #expect(try screen(probe).phase == .open)
    }

    @Test("A certainty that could not be written keeps the item on screen")
    func refusedConfidence() throws {
        let store = Exams.store(rules { $0.asksConfidence = true })
        var probe = probe(store)
        probe.press("a enter")
        store.refusal = .locked
        probe.press("3")
        #expect(probe.title.contains("1/2"))
        #expect(probe.hints.contains("not saved"))
        store.refusal = nil
        probe.press("enter")
        #expect(probe.title.contains("2/2"))
    }

    // MARK: Refused writes

    @Test("A refused write keeps the choice, says why, and Enter tries again")
    func refusedWrite() throws {
        let store = Exams.store()
        var probe = probe(store)
        store.refusal = .locked
        probe.press("b")
        #expect(probe.hints.contains("! not saved: the file is being written by another program"))
        #expect(probe.hints.contains("Enter tries again"))
        #expect(try screen(probe).pad?.selection == .chosen(["passive"]))
        #expect(try screen(probe).session?.answered == 0)
        probe.press("enter")
        #expect(try screen(probe).session?.answered == 0)
        store.refusal = nil
        probe.press("enter")
        #expect(try screen(probe).session?.answered == 1)
        #expect(probe.title.contains("1/2"))
        #expect(!probe.hints.contains("not saved"))
    }

    @Test("A choice that was refused is not left behind", arguments: ["n", "v 2 enter", "esc"])
    func notLeftBehind(keys: String) throws {
        let store = Exams.store()
        var probe = probe(store)
        store.refusal = .locked
        probe.press("b")
        probe.press(keys)
        #expect(probe.title.contains("1/2"))
        #expect(probe.hints.contains("not saved"))
        store.refusal = nil
        probe.press(keys == "esc" ? "esc" : "enter")
        #expect(try screen(probe).session?.answered == 1)
    }

    @Test("A refused hand-in waits for Enter")
    func refusedSubmit() {
        let store = Exams.store()
        var probe = probe(store)
        store.refusal = .locked
        probe.press("v F down enter")
        #expect(probe.hints.contains("not saved"))
        store.refusal = nil
        probe.press("enter")
        #expect(store.commands.filter { $0 == .submit("s1") }.count == 2)
        #expect(probe.desk.stack.last?.destination == .examResult("s1"))
    }
}
