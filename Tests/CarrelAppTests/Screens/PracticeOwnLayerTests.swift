import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("What a learner adds while practising")
struct PracticeOwnLayerTests {
    let store = Samples.store(Samples.single, Samples.free)

    private func probe() -> ScreenProbe { ScreenProbe(.session("s1"), on: store) }

    @Test("; and ! open over the question, and what was added is there on coming back, the choice as it was")
    func opens() throws {
        var probe = probe()
        probe.press("b ;")
        #expect(try probe.top(as: WritingScreen.self).writing == Writing(question: "time-wait", purpose: .note))
        store.items[0].isBookmarked = true
        store.items[0].isSuspended = true
        probe.press("esc")
        #expect(try probe.top(as: PracticeScreen.self).chosen == ["passive"])
        #expect(probe.title.contains("★  suspended  1/2"))
        probe.press("!")
        let menu = try probe.top(as: QuestionMenuScreen.self).menu
        #expect(
            menu == QuestionMenu(question: "time-wait", place: .openQuestion, order: ["active", "passive", "both"]))
        probe.press("esc enter !")
        #expect(try probe.top(as: QuestionMenuScreen.self).menu.place == .answeredQuestion)
    }

    @Test("Before the answer a corrected key is not given away, and after it what is mine is marked")
    func marks() {
        store.items[0] = Samples.correctedItem
        var probe = probe()
        #expect(
            Array(probe.lines[2...6]) == [
                "  Which end of a TCP connection enters TIME-WAIT?", "", " ▸ a ( ) The end that closes first",
                "   b ( ) The end that closes second", "   c ( ) Both of them ✎ mine",
            ])
        probe.press("c enter")
        #expect(
            Array(probe.lines[2...16]) == [
                "  ✓ Right", "", "  Which end of a TCP connection enters TIME-WAIT?", "",
                "   a ( ) The end that closes first ✎ mine", "           It acknowledges last.",
                "   b ( ) The end that closes second", "           It is told to stop.",
                " ✓ c (•) Both of them ✎ mine", "", "  Explanation", "  Whoever closes first waits.",
                "  ✎ mine, author changed it: shorter", "", "  My note",
            ])
        #expect(probe.lines[17] == "  remember 2 MSL")
    }

    @Test("What is answered keeps its grade when the key is corrected, and the screen says so")
    func graded() {
        var probe = probe()
        probe.press("a enter")
        #expect(probe.lines[2] == "  ✓ Right")
        store.items[0] = Samples.correctedItem
        probe.press("; esc")
        #expect(Array(probe.lines[2...3]) == ["  The key is yours since; this answer keeps its grade", "  ✓ Right"])
    }

    @Test("A key that fits no more is said once the answer is given")
    func unsound() {
        store.items[0].corrections = [
            Correction(
                field: .option(id: "gone", .isCorrect), value: "true", authorsValue: nil, isApplied: false)
        ]
        var probe = probe()
        #expect(!probe.text.contains("no longer fits"))
        probe.press("a enter")
        #expect(probe.lines[2] == "  Your key no longer fits: the author's counts again")
    }

    @Test("An undo of something about the question shows it as it is again")
    func undo() {
        var probe = probe()
        store.items[0] = Samples.correctedItem
        store.undone = UndoneThing(name: "note", question: "time-wait")
        probe.press("b u")
        #expect(probe.hints == " undone: note")
        #expect(probe.text.contains("b (•)") && probe.text.contains("✎ mine"))
    }

    @Test("^G goes on with a typed answer in the learner's own editor, and the draft is kept")
    func editor() throws {
        store.session?.place.cursor = 1
        store.edit = { .success($0 + " and ACK") }
        var probe = probe()
        probe.type("SYN")
        probe.press("^G")
        #expect(try probe.top(as: PracticeScreen.self).field.text == "SYN and ACK")
        #expect(store.places.map { $0.drafts["handshake"] } == ["SYN", "SYN and ACK"])
        store.edit = { _ in .failure(Refusal(message: "no editor", isRetriable: false)) }
        probe.press("^G")
        #expect(probe.hints == " no editor")
        #expect(try probe.top(as: PracticeScreen.self).field.text == "SYN and ACK")
    }
}
