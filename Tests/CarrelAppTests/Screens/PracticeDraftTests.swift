import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Drafts are kept")
struct PracticeDraftTests {
    let store = Samples.store(Samples.free, Samples.single)
    var probe: ScreenProbe

    init() {
        probe = ScreenProbe(.session("s1"), on: store)
        probe.type("half a thought")
    }

    private var kept: [String: String]? { store.places.last?.drafts }

    private var screen: PracticeScreen { get throws { try probe.top() } }

    @Test("Typing asks for a tick, and the tick keeps the draft once")
    mutating func tick() throws {
        #expect(kept == nil)
        #expect(probe.desk.top?.tick == 1000)
        probe.send(.tick)
        #expect(kept == ["handshake": "half a thought"])
        #expect(probe.desk.top?.tick == nil)
        store.forget()
        probe.send(.tick)
        #expect(store.commands == [])
    }

    @Test("Leaving the field keeps it", arguments: ["esc", "^C"])
    mutating func leavingField(key: String) {
        probe.press(key)
        #expect(kept == ["handshake": "half a thought"])
    }

    @Test("Closing keeps it: the terminal went away, or a signal asked the program to leave")
    mutating func closing() {
        probe.send(.closed(signal: 1))
        #expect(kept == ["handshake": "half a thought"])
        #expect(probe.desk.exitStatus == 129)
    }

    @Test("Going to another item and back finds it")
    mutating func otherItem() throws {
        probe.press("esc n p")
        #expect(try screen.field.text == "half a thought")
        #expect(kept == ["handshake": "half a thought"])
    }

    @Test("It comes back with the session")
    mutating func comesBack() throws {
        store.session?.place.drafts = ["handshake": "half a thought"]
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(try screen.field.text == "half a thought")
    }

    @Test("An answer takes the draft's place")
    mutating func answered() {
        probe.press("enter")
        guard case .record(let events, let placed)? = store.writes.last else {
            return #expect(Bool(false), "no answer")
        }
        #expect(
            events.map(\.event) == [
                .answerGiven(AnswerGiven(response: "half a thought", contentHash: "hash-1", elapsedMs: 0))
            ])
        #expect(placed?.place.drafts == [:])
        #expect(probe.desk.top?.tick == nil)
    }

    @Test("Another program's write costs nothing that is typed")
    mutating func changedElsewhere() throws {
        probe.desk.noticeChange(at: probe.now)
        #expect(try screen.field.text == "half a thought")
        #expect(probe.desk.top?.tick == 1000)
    }

    @Test("A session that could not be fetched is left as it is stored")
    mutating func notFetched() {
        store.fetchRefusal = .locked
        probe = ScreenProbe(.session("s1"), on: store)
        store.forget()
        probe.press("esc")
        #expect(store.places == [])
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("Leaving waits for the draft to be on disk; insisted on, it leaves all the same")
    mutating func leavingWhileSavingFails() throws {
        probe = ScreenProbe(.channels, .session("s1"), on: store)
        probe.type("half a thought")
        store.refusal = .locked
        probe.press("esc")
        probe.press("esc")
        #expect(try screen.field.text == "half a thought")
        #expect(probe.hints.hasPrefix(" ! not saved"))
        probe.press("esc")
        #expect(probe.desk.top is CatalogueListScreen)
    }

    @Test("Trying again after leaving failed keeps the draft, and stays")
    mutating func leavingFailedThenSaved() throws {
        probe = ScreenProbe(.channels, .session("s1"), on: store)
        probe.type("half a thought")
        store.refusal = .locked
        probe.press("esc")
        probe.press("esc")
        store.refusal = nil
        probe.press("enter")
        #expect(kept == ["handshake": "half a thought"])
        #expect(try screen.field.text == "half a thought")
        probe.press("esc")
        #expect(probe.desk.top is CatalogueListScreen)
    }

    @Test("A draft that could not be kept is tried again at the next tick")
    mutating func tickFails() {
        store.refusal = .locked
        probe.send(.tick)
        #expect(probe.desk.top?.tick == 1000)
        store.refusal = nil
        probe.send(.tick)
        #expect(kept == ["handshake": "half a thought"])
        #expect(probe.desk.top?.tick == nil)
    }

    @Test("Not knowing the answer keeps what was typed")
    mutating func dontKnow() throws {
        probe.press("esc 0")
        guard case .answerGiven(let given)? = store.events.last else {
            Issue.record("no answer was recorded")
            return
        }
        #expect(given.response == "half a thought")
        #expect(given.isCorrect == false)
    }
}
