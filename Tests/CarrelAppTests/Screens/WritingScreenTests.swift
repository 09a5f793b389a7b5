import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Writing about a question")
struct WritingScreenTests {
    let store = Samples.store(Samples.single, Samples.multiple)

    init() { Catalogue.script(store) }

    private func probe(_ purpose: Writing.Purpose, on question: String = "time-wait") -> ScreenProbe {
        ScreenProbe(
            .bookmarks, .writing(Writing(question: question, purpose: purpose)), on: store)
    }

    @Test("A note is written under the beginning of its question, and Esc keeps it")
    func note() {
        var probe = probe(.note)
        probe.type("2 MSL")
        probe.press("enter")
        probe.type("then gone")
        #expect(
            probe.text == """
                 This question ▸ Note                                              not kept yet
                ────────────────────────────────────────────────────────────────────────────────
                  Which end of a TCP connection enters TIME-WAIT?

                  2 MSL
                  then gone
                \(String(repeating: "\n", count: 15))
                ────────────────────────────────────────────────────────────────────────────────
                 ^G editor   esc save
                """)
        #expect(store.writes == [])
        probe.press("esc")
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: "2 MSL\nthen gone"))])
        #expect(probe.desk.top is BookmarksScreen)
        #expect(probe.hints == " note kept; u takes it back")
    }

    @Test("^C keeps it too, and so does the end of the program")
    func closing() {
        var first = probe(.note)
        first.type("x")
        first.press("^C")
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: "x"))])
        store.forget()
        var second = probe(.note)
        second.type("y")
        second.send(.closed(signal: 15))
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: "y"))])
    }

    @Test("What is unchanged records nothing, and an emptied note keeps the bookmark")
    func unchanged() {
        store.items[0].note = "old"
        store.items[0].isBookmarked = true
        var probe = probe(.note)
        probe.press("esc")
        #expect(store.writes == [])
        #expect(probe.hints == " nothing changed")
        probe = self.probe(.note)
        probe.press("^U esc")
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: nil))])
        #expect(probe.hints == " note emptied; u brings it back")
    }

    @Test("A refused write keeps what was typed; Esc tries again, and only then ^D drops it")
    func refused() {
        var probe = probe(.note)
        probe.type("x")
        probe.press("^D")
        store.refusal = .locked
        probe.press("esc")
        #expect(
            probe.hints == " ! not saved: the file is being written by anot… · esc tries again, ^D drops it")
        #expect(probe.title.hasSuffix("NOT SAVED"))
        probe.type("y")
        store.refusal = nil
        store.forget()
        probe.press("esc")
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: "xy"))])
        #expect(probe.desk.top is BookmarksScreen)

        probe = self.probe(.note)
        probe.type("z")
        store.refusal = .locked
        probe.press("esc ^D")
        #expect(probe.desk.top is BookmarksScreen)
    }

    @Test("^G goes on in the learner's own editor, and a refusal leaves the text alone")
    func editor() {
        store.edit = { .success($0 + "\nmore") }
        var probe = probe(.note)
        probe.type("x")
        probe.press("^G")
        #expect(Array(probe.lines[4...5]) == ["  x", "  more"])
        store.edit = { _ in .failure(Refusal(message: "the editor ended with status 1", isRetriable: false)) }
        probe.press("^G")
        #expect(probe.hints == " the editor ended with status 1")
        probe.press("esc")
        #expect(store.events == [.bookmarkSet(BookmarkSet(note: "x\nmore"))])
    }

    @Test("A report has a type that Tab changes, and without words there is none")
    func report() {
        var probe = probe(.report)
        #expect(probe.lines[3] == "  Type  [error]  improvement   general")
        probe.press("tab")
        #expect(probe.lines[3] == "  Type   error  [improvement]  general")
        probe.press("esc")
        #expect(store.writes == [])
        #expect(probe.hints == " nothing written, no report")
        probe = self.probe(.report)
        probe.press("tab tab")
        probe.type("Well asked")
        probe.press("esc")
        #expect(store.events == [.feedbackGiven(FeedbackGiven(type: .general, message: "Well asked"))])
        #expect(probe.hints == " report kept; u takes it back")
    }

    @Test("A correction starts from what stands there, and takes a reason")
    func correction() {
        var probe = probe(.correction(.explanation))
        probe.press("^U")
        probe.type("Mine")
        probe.press("tab")
        probe.type("clearer")
        #expect(probe.lines[21] == "  Why, if you like  clearer")
        probe.press("esc")
        let expected = ErrataSet(
            .explanation, to: "Mine", insteadOf: Samples.single.explanation, reason: "clearer")
        #expect(store.events == [.errataSet(expected)])
        #expect(probe.hints == " corrected for you; u takes it back")
    }

    @Test("The author's own words, or none, take a correction off", arguments: ["", Samples.single.explanation])
    func takenOff(words: String) {
        store.items[0] = Samples.correctedItem
        var probe = probe(.correction(.explanation))
        #expect(probe.lines[3].hasPrefix("  The author changed this since: It sent the first FIN"))
        probe.press("^U")
        probe.type(words)
        probe.press("esc")
        #expect(store.events == [.errataCleared(ErrataCleared(field: "explanation"))])
        #expect(probe.hints == " correction off; u brings it back")
    }

    @Test("A question that is in no pack here cannot be written about")
    func absent() {
        let probe = probe(.note, on: "nowhere")
        #expect(probe.desk.top is BookmarksScreen)
        #expect(probe.hints == " this question is in no pack here")
    }
}
