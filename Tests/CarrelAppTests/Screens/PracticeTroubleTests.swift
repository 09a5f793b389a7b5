import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Nothing counts as done before it is on disk")
struct PracticeTroubleTests {
    let store = Samples.store(Samples.single, Samples.multiple)
    var probe: ScreenProbe

    init() {
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("a")
        store.refusal = .locked
        probe.press("enter")
    }

    private var screen: PracticeScreen { get throws { try probe.top() } }

    @Test("A write that failed leaves the answer on screen and says so, in the header too")
    func said() throws {
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Practice                        1/2  beginner  NOT SAVED
                ────────────────────────────────────────────────────────────────────────────────
                  Which end of a TCP connection enters TIME-WAIT?

                 ▸ a (•) The end that closes first
                   b ( ) The end that closes second
                   c ( ) Both ends















                ────────────────────────────────────────────────────────────────────────────────
                 ! not saved: the file is being written by another program · Enter tries again
                """)
        #expect(try screen.phase == .choosing)
        #expect(try screen.standing == nil)
    }

    @Test("Where something else is done instead, the header no longer warns of what is not waiting")
    mutating func headerFollows() throws {
        probe.press("j")
        #expect(probe.title.hasSuffix(" saved"))
        #expect(try screen.trouble == nil)
        #expect(probe.hints.contains("choose"))
    }

    @Test("Enter tries again, with the same answer")
    mutating func retry() throws {
        let failed = store.writes.last
        probe.press("enter")
        #expect(store.writes.last == failed)
        #expect(try screen.phase == .choosing)
        store.refusal = nil
        probe.press("enter")
        #expect(store.writes.last == failed)
        #expect(try screen.phase == .answered)
        #expect(probe.title.hasSuffix("  saved"))
        #expect(probe.hints.hasPrefix(" ↵ next"))
    }

    @Test("A long reason leaves room for the way out of it", arguments: [40, 80])
    mutating func longReason(columns: Int) {
        // A damaged file says what to do about it, in more words than a line has.
        let reason = "/home/learner/.local/share/carrel/carrel.db is being written by another program: try again"
        store.refusal = Refusal(message: reason, isRetriable: true)
        probe.press("enter")
        probe.resize(columns: columns, rows: 24)
        #expect(probe.hints.hasPrefix(columns < 60 ? " ! not saved" : " ! not saved: /home/learner/"))
        #expect(probe.hints.hasSuffix(" · Enter tries again"))
    }

    @Test("Moving on gives the attempt up: its item stays open, with what was chosen")
    mutating func movingOn() throws {
        store.refusal = nil
        probe.press("n")
        #expect(probe.title.hasSuffix("  saved"))
        probe.press("enter")
        #expect(probe.hints == " choose 2, or 0 if you don't know")
        #expect(store.events.count == 1)
        probe.press("p")
        #expect(try screen.phase == .choosing)
        #expect(try screen.chosen == ["active"])
    }

    @Test(
        "What is on screen by then is answered with, not what failed",
        arguments: [("b", "passive"), ("down space", "passive")])
    mutating func changedMind(keys: String, option: String) throws {
        store.refusal = nil
        probe.press(keys + " enter")
        guard case .answerGiven(let given)? = store.events.last else { return #expect(Bool(false), "nothing recorded") }
        #expect(given.selection == .chosen([option]))
        #expect(try screen.phase == .answered)
    }

    @Test("An answer that was given up is not given later")
    mutating func givenUp() throws {
        store.refusal = nil
        probe.press("0 enter")
        #expect(try screen.position == 1)
        #expect(store.events.count == 2)
    }

    @Test("What is typed after a failed answer goes with the next attempt")
    mutating func typedOn() throws {
        store.refusal = nil
        store.session = Samples.session([Samples.free])
        store.items = [Samples.item(Samples.free)]
        probe = ScreenProbe(.session("s1"), on: store)
        probe.type("SYN")
        store.refusal = .locked
        probe.press("enter")
        #expect(try screen.field.text == "SYN")
        store.refusal = nil
        probe.type(", ACK")
        probe.press("enter")
        guard case .answerGiven(let given)? = store.events.last else { return #expect(Bool(false), "nothing recorded") }
        #expect(given.response == "SYN, ACK")
    }

    @Test("What cannot be fetched or suggested is no unsaved work")
    mutating func suggestionFails() {
        probe = ScreenProbe(.session("s1"), on: store)
        store.fetchRefusal = .locked
        store.refusal = nil
        probe.press("n")
        #expect(!probe.text.contains("not saved"))
        #expect(probe.hints == " the file is being written by another program")
    }

    @Test("A choice that could not be kept is kept with the next one")
    mutating func placeFails() {
        store.refusal = nil
        probe = ScreenProbe(.session("s1"), on: store)
        store.refusal = .locked
        probe.press("b")
        #expect(probe.title.hasSuffix("NOT SAVED"))
        #expect(probe.lines.contains { $0.contains("b (•)") })
        store.refusal = nil
        probe.press("c")
        #expect(probe.title.hasSuffix("  saved"))
        #expect(store.places.last?.chosen == ["time-wait": ["both"]])
    }

    @Test("The session only ends once its end is on disk")
    mutating func finishing() throws {
        store.session = Samples.session([Samples.single])
        store.refusal = nil
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("a enter")
        store.refusal = .locked
        probe.press("enter")
        #expect(probe.desk.top is PracticeScreen)
        store.refusal = nil
        store.reply(to: .summary("s1"), with: .summary(SummaryFacts(session: Samples.session([Samples.single]))))
        probe.press("enter")
        #expect(probe.desk.top is SummaryScreen)
    }
}
