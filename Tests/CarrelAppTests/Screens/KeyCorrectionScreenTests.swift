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

    private func erratum(_ option: String, _ value: Bool, reason: String?) -> JournalEvent {
        .errataSet(ErrataSet(.option(id: option, .isCorrect), to: "\(value)", insteadOf: "\(!value)", reason: reason))
    }

    @Test("A reason may stand with it: Tab leads to its line and back, every letter there is text")
    func reason() {
        var probe = probe("time-wait")
        #expect(probe.lines[21] == "  Why, if you like")
        probe.press("c tab")
        probe.type("q: see RFC 9293 ?")
        #expect(probe.lines[21] == "  Why, if you like  q: see RFC 9293 ?")
        #expect(probe.hints == " ↵ save   esc back")
        probe.press("esc")
        #expect(probe.desk.top is KeyCorrectionScreen)
        #expect(probe.hints.contains("⇥ why") || probe.hints.contains("Tab why"))
        probe.press("tab tab b c tab enter")
        let why = "q: see RFC 9293 ?"
        #expect(store.events == [erratum("active", false, reason: why), erratum("both", true, reason: why)])
    }

    @Test("A reason that was given is there again; another one is kept with the same key")
    func anotherReason() {
        store.items[0] = Samples.correctedItem
        for index in store.items[0].corrections.indices where store.items[0].corrections[index].field.isKey {
            store.items[0].corrections[index].reason = "RFC"
        }
        var probe = probe("time-wait")
        #expect(probe.lines[21] == "  Why, if you like  RFC")
        probe.press("tab")
        probe.type(" 9293")
        store.refusal = .locked
        probe.press("enter")
        #expect(probe.lines[21] == "  Why, if you like  RFC 9293")
        store.refusal = nil
        store.forget()
        probe.press("enter")
        #expect(
            store.events == [erratum("active", false, reason: "RFC 9293"), erratum("both", true, reason: "RFC 9293")])
    }

    @Test("Pasted text is the reason's, in one line", arguments: [true, false])
    func paste(isOnReason: Bool) {
        var probe = probe("time-wait")
        if isOnReason { probe.press("tab") }
        probe.send(.paste("a\nb"))
        #expect(probe.lines[21] == "  Why, if you like" + (isOnReason ? "  a b" : ""))
    }

    @Test("Esc leaves the key as it was")
    func cancel() {
        var probe = probe("time-wait")
        probe.press("b esc")
        #expect(store.writes == [])
        #expect(probe.desk.top is BookmarksScreen)
    }
}
