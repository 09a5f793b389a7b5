import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("The fields of a question to correct")
struct CorrectionsScreenTests {
    let store = Samples.store(Samples.single, Samples.free)

    init() { Catalogue.script(store) }

    private func probe(
        _ place: QuestionMenu.Place, question: String = "time-wait", order: [String] = []
    ) -> ScreenProbe {
        ScreenProbe(
            .bookmarks, .corrections(QuestionMenu(question: question, place: place, order: order)), on: store)
    }

    @Test("After the answer every field stands, in the order of the page, the corrected ones marked")
    func all() {
        store.items[0] = Samples.correctedItem
        let lines = probe(.answeredQuestion, order: ["both", "passive", "active"]).lines
        #expect(
            Array(lines[2...12]) == [
                " ▸   Question: Which end of a TCP connection enters TIME-WAIT?",
                "   ✎ Which are right: \"Both of them\"                                      mine",
                "   ✎ Option: Both of them                                                 mine",
                "     Why of \"Both of them\"", "     Option: The end that closes second",
                "     Why of \"The end that closes sec…\": It is told to stop.",
                "     Option: The end that closes first",
                "     Why of \"The end that closes fir…\": It acknowledges last.",
                "   ✎ Explanation: Whoever closes first waits.          mine, author changed it",
                "     Why: shorter", "     In short",
            ])
    }

    @Test("Before the answer nothing tells the key: only what is on screen anyway can be corrected")
    func open() {
        store.items[0] = Samples.correctedItem
        let text = probe(.openQuestion).text
        for secret in ["right", "Why of", "Whoever", "shorter", "acknowledges", "first FIN"] {
            #expect(!text.contains(secret))
        }
        #expect(text.contains("The key and the explanation: after your answer."))
    }

    @Test("In a list it depends on whether the question was ever answered", arguments: [false, true])
    func list(isSeen: Bool) {
        store.items[0].isSeen = isSeen
        #expect(probe(.list).text.contains("Explanation:") == isSeen)
    }

    @Test("Of a free question the model answer can be corrected, and no key")
    func free() {
        let text = probe(.answeredQuestion, question: "handshake").text
        #expect(text.contains("Model answer: SYN, SYN-ACK, ACK."))
        #expect(!text.contains("Which are right"))
    }

    @Test("Enter opens the small editor for a text, and the boxes for the key")
    func opens() throws {
        var probe = probe(.answeredQuestion)
        probe.press("enter")
        #expect(try probe.top(as: WritingScreen.self).writing.purpose == .correction(.stem))
        probe.press("esc down enter")
        #expect(probe.desk.top is KeyCorrectionScreen)
    }

    @Test("x takes off the correction of the row, the whole key at once")
    func takenOff() {
        store.items[0] = Samples.correctedItem
        var probe = probe(.answeredQuestion)
        probe.press("x")
        #expect(store.writes == [])
        probe.press("down x")
        #expect(store.events.count == 2 && store.writes.count == 1)
        #expect(probe.hints == " correction off; u brings it back")
    }

    @Test("A correction of an option that left can be seen and taken off")
    func left() {
        store.items[0] = Samples.correctedItem
        store.items[0].corrections.append(
            Correction(field: .option(id: "gone", .text), value: "Old", authorsValue: nil, isApplied: false))
        #expect(probe(.answeredQuestion).text.contains("✎ Option that left: Old"))
    }
}
