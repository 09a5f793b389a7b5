import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Choosing an answer")
struct PracticeChoosingTests {
    let store = Samples.store(Samples.single, Samples.multiple)
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.session("s1"), on: store) }

    private var screen: PracticeScreen { get throws { try probe.top() } }

    @Test("A question is shown with its options, where I am, and the keys that matter")
    func shown() {
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Practice                            1/2  beginner  saved
                ────────────────────────────────────────────────────────────────────────────────
                  Which end of a TCP connection enters TIME-WAIT?

                 ▸ a ( ) The end that closes first
                   b ( ) The end that closes second
                   c ( ) Both ends















                ────────────────────────────────────────────────────────────────────────────────
                 ␣ choose   ↵ answer   x strike out   0 don't know   ? help   esc back
                """)
    }

    @Test(
        "An option is chosen by its letter in either case, by its digit, or by Space on it",
        arguments: [
            ("b", "passive"), ("B", "passive"), ("2", "passive"), ("down space", "passive"), ("c", "both"),
            ("3", "both"),
        ])
    mutating func choose(keys: String, option: String) throws {
        probe.press(keys)
        #expect(try screen.chosen == [option])
        #expect(store.places.last?.chosen == ["time-wait": [option]])
    }

    @Test("Choosing another option moves the choice, its label once more leaves it, Space takes it back")
    mutating func moveChoice() throws {
        probe.press("a b")
        #expect(try screen.chosen == ["passive"])
        probe.press("b")
        #expect(try screen.chosen == ["passive"])
        probe.press("space")
        #expect(try screen.chosen == [])
        #expect(store.places.last?.chosen == [:])
    }

    @Test("Where several are right, choices add up")
    mutating func several() throws {
        probe.press("n a D space")
        #expect(try screen.chosen == ["waits"])
        probe.press("2")
        #expect(try screen.chosen == ["waits", "sends"])
        #expect(probe.lines.contains { $0.contains("a [x] The server keeps") })
        #expect(probe.lines.contains { $0.contains("▸ b [x] The client can") })
        #expect(probe.lines.contains { $0.hasSuffix("(choose 2, 2 chosen)") })
    }

    @Test(
        "A label that is not on screen does nothing, and no command hides behind it",
        arguments: ["d", "e", "f", "g", "h", "i", "D", "G", "H", "I", "4", "5", "6", "7", "8", "9", "l", "/"])
    mutating func noSuchLabel(key: String) {
        let before = probe.text
        store.forget()
        probe.press(key)
        #expect(probe.text == before)
        #expect(store.commands == [])
    }

    @Test("The pointer moves by arrows and j k, and stops at the ends")
    mutating func pointer() throws {
        probe.press("down down down")
        #expect(try screen.cursor == 2)
        probe.press("k up up k")
        #expect(try screen.cursor == 0)
        #expect(probe.canvas.anchor == Position(x: 1, y: 4))
    }

    @Test("Enter with nothing chosen says what to do, and the next key takes the words away")
    mutating func nothingChosen() {
        probe.press("enter")
        #expect(probe.hints == " choose one, or 0 if you don't know")
        #expect(store.events == [])
        probe.press("down")
        #expect(probe.hints.hasPrefix(" ␣ choose   ↵ answer"))
        probe.press("n enter")
        #expect(probe.hints == " choose 2, or 0 if you don't know")
    }

    @Test("A right answer is recorded with its grade and shown with why")
    mutating func right() throws {
        probe.wait(seconds: 12)
        probe.press("a enter")
        var given = AnswerGiven(
            selection: .chosen(["active"]), isCorrect: true, score: 1, grade: .good, contentHash: "hash-1",
            elapsedMs: 12_000)
        given.certificationId = nil
        #expect(store.events == [.answerGiven(given)])
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Practice                            1/2  beginner  saved
                ────────────────────────────────────────────────────────────────────────────────
                  ✓ Right

                  Which end of a TCP connection enters TIME-WAIT?

                 ✓ a (•) The end that closes first
                           It acknowledges last.
                   b ( ) The end that closes second
                           It is told to stop.
                   c ( ) Both ends

                  Explanation
                  It sent the first FIN, so a waits; b goes through LAST-ACK.

                  Read on   H history   z full screen






                ────────────────────────────────────────────────────────────────────────────────
                 ↵ next   ␣ page   m flag   * bookmark   ? help   esc back
                """)
    }

    @Test("A wrong answer crosses the choice and ticks the right option")
    mutating func wrong() {
        probe.press("b enter")
        #expect(probe.lines.contains { $0.contains("✓ a ( ) The end that closes first") })
        #expect(probe.lines.contains { $0.contains("✗ b (•) The end that closes second") })
        #expect(probe.lines.contains("  ✗ Wrong"))
    }

    @Test("Half of what was asked for is partly right")
    mutating func partly() {
        probe.press("n a enter enter")
        #expect(probe.lines.contains("  ◐ Partly right: 1 of 2"))
    }

    @Test("Another number than asked for is said first; one more Enter answers, a change asks anew")
    mutating func otherCount() throws {
        probe.press("n a enter")
        #expect(probe.hints == " 1 chosen, 2 asked for; Enter again answers all the same")
        #expect(store.events == [])
        probe.press("b c enter")
        #expect(probe.hints == " 3 chosen, 2 asked for; Enter again answers all the same")
        let wasDropped = probe.typeAhead("enter enter")
        #expect(wasDropped)
        #expect(try screen.phase == .answered)
    }

    @Test("What is struck out cannot be chosen by mistake")
    mutating func struck() throws {
        probe.press("x a")
        #expect(probe.hints == " struck out; x restores it")
        #expect(try screen.chosen == [])
    }

    @Test("0 shows the answer without a choice, and says so")
    mutating func dontKnow() {
        probe.press("b 0")
        #expect(probe.lines.contains("  ✗ Not known"))
        guard case .answerGiven(let given)? = store.events.last else { return #expect(Bool(false), "nothing recorded") }
        #expect(given.selection == AnswerGiven.Selection.none)
        #expect(given.isCorrect == false)
    }

    @Test("x strikes the option under the pointer out and restores it")
    mutating func strike() {
        probe.press("down x")
        #expect(store.events == [.optionStruck(OptionStruck(option: "passive", isStruck: true))])
        #expect(probe.lines.contains(" ▸ b  -  The end that closes second (struck out)"))
        probe.press("x")
        #expect(store.events.last == .optionStruck(OptionStruck(option: "passive", isStruck: false)))
        #expect(probe.lines.contains(" ▸ b ( ) The end that closes second"))
    }

    @Test("Options stand in the drawn order; one that left is gone, one that is new comes last")
    func order() {
        #expect(
            Samples.single.optionOrder(drawn: ["both", "passive", "active"]) == [
                "both", "passive", "active",
            ])
        #expect(
            Samples.single.optionOrder(drawn: ["both", "gone", "active"]) == [
                "both", "active", "passive",
            ])
        #expect(Samples.single.optionOrder(drawn: []) == ["active", "passive", "both"])
    }

    @Test("Labels follow the screen: references in the text are drawn as the current label")
    mutating func references() {
        store.session?.items[0].options = ["both", "passive", "active"]
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("c enter")
        #expect(probe.lines.contains { $0.contains("✓ c (•) The end that closes first") })
        #expect(probe.lines.contains("  It sent the first FIN, so c waits; b goes through LAST-ACK."))
    }

    @Test("What was chosen but not answered is there again when the session is opened again")
    mutating func choicesComeBack() throws {
        store.session?.place.chosen = ["time-wait": ["passive"]]
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines.contains { $0.contains("b (•) The end that closes second") })
    }

    @Test("A choice that left the question since is no choice any more")
    mutating func choiceThatLeft() throws {
        store.session?.place.chosen = ["time-wait": ["gone"]]
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("enter")
        #expect(store.events == [])
        #expect(probe.hints == " choose one, or 0 if you don't know")
    }

    @Test("Striking out what is chosen takes the choice back")
    mutating func strikingTheChosen() throws {
        let store = Samples.store(Samples.single)
        var probe = ScreenProbe(.session("s1"), on: store)
        probe.press("a x")
        let screen: PracticeScreen = try probe.top()
        #expect(screen.chosen == [])
        #expect(store.places.last?.chosen == [:])
    }
}
