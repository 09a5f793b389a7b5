import CarrelCore
import CarrelStorage
import Testing

@testable import CarrelApp

@Suite("Correcting which options are right")
struct KeyCorrectionScreenTests {
    let store = Samples.store(Samples.single, Samples.multiple)

    init() { Catalogue.script(store) }

    private func probe(_ question: String, order: [String] = []) -> ScreenProbe {
        ScreenProbe(
            .bookmarks, .keyCorrection(QuestionMenu(question: question, place: .answeredQuestion, order: order)),
            on: store)
    }

    private func erratum(_ option: String, _ value: Bool) -> JournalEvent {
        .errataSet(ErrataSet(.option(id: option, .isCorrect), to: "\(value)", insteadOf: "\(!value)"))
    }

    @Test("The options stand as on the question's screen, the author's key named")
    func shown() {
        #expect(
            Array(probe("time-wait", order: ["both", "active", "passive"]).lines[2...5]) == [
                " Which option is right?", " ▸ a ( ) Both ends", "   b (•) The end that closes first (the author's)",
                "   c ( ) The end that closes second",
            ])
    }

    @Test("Of a single one is right: choosing another takes the first back, in one command")
    func single() {
        var probe = probe("time-wait")
        probe.press("c enter")
        #expect(store.events == [erratum("active", false), erratum("both", true)])
        #expect(store.writes.count == 1)
        #expect(probe.hints == " your key counts from now; u undoes it")
        #expect(probe.desk.top is BookmarksScreen)
    }

    @Test("Of a multiple one at least is right and not all; until then Enter says so")
    func multiple() {
        var probe = probe("half-open")
        probe.press("a b enter")
        #expect(probe.hints == " at least one is right, and not all")
        probe.press("a b c d enter")
        #expect(probe.hints == " at least one is right, and not all")
        #expect(store.writes == [])
        probe.press("space enter")
        #expect(store.events == [erratum("restarts", true)])
    }

    @Test("The author's key again takes the correction off, and nothing changed records nothing")
    func back() {
        store.items[0] = Samples.correctedItem
        var probe = probe("time-wait")
        probe.press("a enter")
        #expect(
            store.events == [
                .errataCleared(ErrataCleared(field: "option/active/isCorrect")),
                .errataCleared(ErrataCleared(field: "option/both/isCorrect")),
            ])
        store.forget()
        probe = self.probe("time-wait")
        probe.press("enter")
        #expect(store.writes == [])
        #expect(probe.hints == " nothing changed")
    }

    @Test("Esc leaves the key as it was")
    func cancel() {
        var probe = probe("time-wait")
        probe.press("b esc")
        #expect(store.writes == [])
        #expect(probe.desk.top is BookmarksScreen)
    }
}
