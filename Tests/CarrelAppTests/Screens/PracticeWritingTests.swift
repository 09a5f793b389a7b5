import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Writing an answer and grading it")
struct PracticeWritingTests {
    let store = Samples.store(Samples.free, Samples.single)
    var probe: ScreenProbe

    init() { probe = ScreenProbe(.session("s1"), on: store) }

    private var screen: PracticeScreen { get throws { try probe.top() } }

    @Test("A free question has a field, with the cursor in it")
    func shown() {
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Practice                            1/2  beginner  saved
                ────────────────────────────────────────────────────────────────────────────────
                  Name the segments of the TCP handshake.














                  Your answer  or just think, then reveal




                ────────────────────────────────────────────────────────────────────────────────
                 ↵ reveal   ^J new line   ^G editor   esc commands
                """)
        #expect(probe.canvas.cursor == Position(x: 2, y: 18))
    }

    @Test("Keys that are commands elsewhere are letters in the field")
    mutating func typing() throws {
        probe.type("quit? no/1 *x* 0 am;jk p9")
        #expect(try screen.field.text == "quit? no/1 *x* 0 am;jk p9")
        #expect(try screen.phase == .writing)
        #expect(store.events == [])
    }

    @Test("Space on an empty field reveals; once something is typed it is a space")
    mutating func spaceReveals() throws {
        probe.type("a b")
        #expect(try screen.field.text == "a b")
        probe.press("backspace backspace backspace space")
        #expect(try screen.phase == .grading)
        #expect(store.events == [.answerGiven(AnswerGiven(contentHash: "hash-1", elapsedMs: 0))])
    }

    @Test("^J makes a new line, and what is pasted keeps its lines")
    mutating func lines() throws {
        probe.type("one")
        probe.press("^J")
        probe.send(.paste("two\nthree"))
        #expect(try screen.field.text == "one\ntwo\nthree")
        #expect(try screen.phase == .writing)
    }

    @Test("Esc leaves the field for the commands without losing a letter; Tab goes back")
    mutating func leavingTheField() throws {
        probe.type("SYN")
        probe.press("esc")
        #expect(try screen.phase == .commanding)
        #expect(store.places.last?.drafts == ["handshake": "SYN"])
        #expect(probe.hints.contains("Tab write"))
        #expect(probe.canvas.cursor == nil)
        probe.send(.paste("lost?"))
        probe.press("a tab")
        probe.type("!")
        #expect(try screen.field.text == "SYN!")
    }

    @Test("Beside the field Space and Enter reveal, and Esc leaves the session", arguments: ["space", "enter"])
    mutating func commands(key: String) throws {
        probe.press("esc \(key)")
        #expect(try screen.phase == .grading)
        probe = ScreenProbe(.session("s1"), on: store)
        probe.press("esc esc")
        #expect(probe.desk.top is HomeScreen)
    }

    @Test("The model answer comes with the key points ticked and the suggested grade marked")
    mutating func revealed() {
        store.suggestion = TypedAnswerGrade(keywords: [
            .init(text: "SYN", isRequired: true, isMatched: true),
            .init(text: "SYN-ACK", isRequired: false, isMatched: false),
        ])
        probe.type("SYN only")
        probe.press("enter")
        #expect(store.commands.contains(.suggest(question: "handshake", answer: "SYN only")))
        #expect(
            probe.text == """
                 Networking ▸ TCP/IP ▸ Practice                            1/2  beginner  saved
                ────────────────────────────────────────────────────────────────────────────────
                  Name the segments of the TCP handshake.

                  Your answer
                  SYN only

                  Key points in your answer
                  ✓ SYN (needed)
                  · SYN-ACK

                  Model answer
                  SYN, SYN-ACK, ACK.

                  Explanation
                  Each side announces its number and hears it confirmed.

                  Read on   H history   z full screen



                  How well did you know it?   1 again ▸2 hard  3 good  4 easy
                ────────────────────────────────────────────────────────────────────────────────
                 ↵ accept   ␣ page   m flag   * bookmark   ? help   esc back
                """)
    }

    @Test("Enter accepts the suggestion", arguments: [(true, Rating.hard), (false, .again)])
    mutating func accept(isMatched: Bool, rating: Rating) {
        store.suggestion = TypedAnswerGrade(keywords: [
            .init(text: "SYN", isRequired: true, isMatched: isMatched),
            .init(text: "ACK", isRequired: false, isMatched: false),
        ])
        probe.type("SYN")
        probe.press("enter enter")
        let isCorrect = rating != .again
        #expect(
            store.events.last
                == .answerGraded(AnswerGraded(isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: rating)))
    }

    @Test("1 to 4 grade the answer, and the next question comes at once", arguments: Rating.allCases)
    mutating func grade(rating: Rating) throws {
        probe.press("space \(rating.rawValue)")
        let isCorrect = rating != .again
        #expect(
            store.events.last
                == .answerGraded(AnswerGraded(isCorrect: isCorrect, score: isCorrect ? 1 : 0, grade: rating)))
        #expect(try screen.position == 1)
        #expect(try screen.phase == .choosing)
    }

    @Test("Without anything to go by nothing is suggested, and Enter says what to do")
    mutating func noSuggestion() throws {
        probe.press("space")
        #expect(try screen.suggestedRating == nil)
        #expect(probe.lines.contains { $0.contains(" 1 again  2 hard  3 good  4 easy") })
        probe.press("enter")
        #expect(probe.hints == " 1 to 4 say how well you knew it")
        #expect(store.events.count == 1)
    }

    @Test("An answer that was taken back is in the field again")
    mutating func undo() throws {
        probe.type("SYN first")
        probe.press("enter")
        let given = AnswerGiven(response: "SYN first", elapsedMs: 0)
        store.undone = UndoneThing(name: "answer", session: "s1", question: "handshake", answer: given)
        probe.press("u")
        #expect(try screen.phase == .writing)
        #expect(try screen.field.text == "SYN first")
    }

    @Test("Typed-ahead keys cannot grade what was not seen")
    mutating func barrier() throws {
        let wasDropped = probe.typeAhead("space 3 space 3 space 3")
        #expect(wasDropped)
        #expect(try screen.phase == .grading)
        #expect(store.events.count == 1)
    }

    @Test("An answer that waits for its grade is asked for it when the session is opened again")
    mutating func gradeLater() throws {
        store.session?.answers["handshake"] = StandingAnswer(response: "SYN")
        probe = ScreenProbe(.session("s1"), on: store)
        #expect(try screen.phase == .grading)
        #expect(probe.lines.contains("  SYN"))
    }

    @Test("0 beside the field says wrong without asking for a grade")
    mutating func dontKnow() throws {
        probe.press("esc 0")
        #expect(try screen.phase == .answered)
        #expect(probe.lines.contains("  ✗ Wrong"))
    }
}
