import CarrelCore
import Testing

@testable import CarrelApp

@Suite("More about a question that is answered")
struct PracticeDepthTests {
    let store = Depths.store()
    private var probe: ScreenProbe

    init() { probe = ScreenProbe(.session("s1"), on: store) }

    @Test("What there is stands under the explanation, each with its key")
    func more() {
        #expect(
            probe.lines.contains("  Read on   T short   E simple   D diagram   S sources   R related   H history"))
        #expect(probe.lines.contains("  z full screen"))
    }

    @Test(
        "Each key opens what it says, and Esc comes back to the answer",
        arguments: [
            ("T", "The end that closes first: a."), ("E", "Whoever hangs up first waits"),
            ("D", "sequenceDiagram"), ("S", "1  https://www.rfc-editor.org/rfc/rfc9293"),
            ("R", "Name the segments."), ("H", "Wrong · 2 hours ago"), ("z", "In simple words"),
        ])
    mutating func open(key: String, words: String) {
        probe.press(key)
        #expect(!(probe.desk.top is PracticeScreen))
        probe.resize(columns: 80, rows: 60)
        #expect(probe.text.contains(words))
        probe.press("esc")
        #expect(probe.desk.top is PracticeScreen && probe.text.contains("Explanation"))
        #expect(store.writes.isEmpty)
    }

    @Test("What a question does not have has no key", arguments: ["T", "E", "D", "S", "R"])
    mutating func lacking(key: String) {
        store.items = [Samples.item(Samples.single)]
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(probe.lines.contains("  Read on   H history   z full screen"))
        probe.press(key)
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("Nothing of it is open before the answer", arguments: ["T", "S", "R", "z"])
    mutating func before(key: String) {
        store.session?.answers = [:]
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(!probe.text.contains("Read on"))
        probe.press(key)
        #expect(probe.desk.top is PracticeScreen)
    }

    @Test("While a free answer is graded it is open too, and grading goes on after")
    mutating func grading() throws {
        store.session = Samples.session([Samples.free, Samples.single])
        store.items = [Samples.item(Samples.free), Samples.item(Samples.single)]
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("space z")
        #expect(probe.text.contains("SYN, SYN-ACK, ACK."))
        probe.press("z 3")
        #expect(store.events.last == .answerGraded(AnswerGraded(isCorrect: true, score: 1, grade: .good)))
    }

    @Test("A refused look at the history says why and leaves the answer on screen")
    mutating func refused() {
        store.fetchRefusal = .locked
        probe.press("H")
        #expect(probe.desk.top is PracticeScreen)
        #expect(probe.hints.contains(Refusal.locked.message))
    }
}
