import CarrelCore
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What a session makes of the learner's settings")
struct PracticeSettingsTests {
    let store = Samples.store(Samples.single, Samples.multiple, Samples.free)

    private func probe(at cursor: Int = 0, columns: Int = 80, rows: Int = 24) -> ScreenProbe {
        store.session?.place.cursor = cursor
        return ScreenProbe(.session("s1"), columns: columns, rows: rows, on: store)
    }

    private var answers: [AnswerGiven] {
        store.events.compactMap { if case .answerGiven(let given) = $0 { given } else { nil } }
    }

    private var grades: [Rating?] {
        store.events.compactMap { event -> Rating?? in
            if case .answerGraded(let graded) = event { .some(graded.grade) } else { nil }
        }
    }

    @Test("Answering at once, choosing the one option answers", arguments: ["b", "down space", "2"])
    func atOnce(keys: String) throws {
        store.session?.settings.answersAtOnce = true
        var probe = probe()
        probe.press(keys)
        #expect(answers.map(\.selection) == [.chosen(["passive"])])
        #expect(probe.text.contains("✗ Wrong"))
    }

    @Test("A refused answer is tried again, and choosing again answers too")
    func atOnceRefused() {
        store.session?.settings.answersAtOnce = true
        var probe = probe()
        store.refusal = .locked
        probe.press("b")
        #expect(probe.text.contains("(•)"))
        store.refusal = nil
        probe.press("b")
        #expect(probe.text.contains("✗ Wrong"))
    }

    @Test("Where several options are right, Enter still answers")
    func atOnceMultiple() {
        store.session?.settings.answersAtOnce = true
        var probe = probe(at: 1)
        probe.press("a b")
        #expect(answers.isEmpty)
        probe.press("enter")
        #expect(answers.count == 1)
    }

    @Test(
        "How sure one is is asked before anything is revealed, and stored with the answer",
        arguments: [
            ("1", Confidence.guess as Confidence?, Rating.again), ("2", .unsure, .hard), ("3", .sure, .good),
            ("enter", nil, .good),
        ])
    func confidence(key: String, confidence: Confidence?, rating: Rating) {
        store.session?.settings.asksConfidence = true
        var probe = probe()
        probe.press("a enter")
        #expect(probe.lines[21] == "  How sure?  1 guess  2 unsure  3 sure")
        #expect(!probe.text.contains("It acknowledges last."))
        #expect(answers.isEmpty)
        probe.wait(seconds: 30)
        probe.press(key)
        #expect(answers.map(\.confidence) == [confidence])
        #expect(answers.map(\.grade) == [rating])
        #expect(answers.first?.elapsedMs == 0, "thinking about how sure one is does not count")
        #expect(probe.text.contains("✓ Right"))
    }

    @Test("Esc changes the answer: nothing is given, and what was chosen still is")
    func changeAnswer() {
        store.session?.settings.asksConfidence = true
        var probe = probe()
        probe.press("a enter b x 0 q m esc")
        #expect(answers.isEmpty && store.events.isEmpty)
        #expect(probe.text.contains("(•)"))
        probe.press("b enter 3")
        #expect(answers.map(\.selection) == [.chosen(["passive"])])
        #expect(answers.map(\.confidence) == [.sure])
    }

    @Test("Answering at once asks too, and a typed-ahead key does not answer it")
    func both() {
        store.session?.settings.answersAtOnce = true
        store.session?.settings.asksConfidence = true
        var probe = probe()
        let isDropped = probe.typeAhead("a 3")
        #expect(isDropped)
        #expect(answers.isEmpty)
        probe.press("2")
        #expect(answers.map(\.confidence) == [.unsure])
    }

    @Test("A free answer is weighed with its text in sight, and goes back to its field")
    func free() {
        store.session?.settings.asksConfidence = true
        var probe = probe(at: 2)
        probe.type("SYN")
        probe.press("enter")
        #expect(probe.text.contains("How sure?") && probe.text.contains("Your answer") && probe.text.contains("SYN"))
        #expect(!probe.text.contains("Model answer"))
        probe.press("esc")
        probe.type("-ACK")
        probe.press("enter 1")
        #expect(answers.map(\.response) == ["SYN-ACK"])
        #expect(answers.map(\.confidence) == [.guess])
        #expect(probe.text.contains("Model answer"))
    }

    @Test("Not knowing is sure enough: 0 is not asked about")
    func dontKnow() {
        store.session?.settings.asksConfidence = true
        var probe = probe()
        probe.press("0")
        #expect(answers.map(\.confidence) == [nil])
    }

    @Test("A refused answer with its confidence is tried again by Enter")
    func refused() {
        store.session?.settings.asksConfidence = true
        var probe = probe()
        probe.press("a enter")
        store.refusal = .locked
        probe.press("1")
        #expect(probe.hints.contains("not saved"))
        store.refusal = nil
        probe.press("enter")
        #expect(answers.last?.confidence == .guess)
        #expect(probe.text.contains("✓ Right"))
    }

    @Test("On two grades 1 is again and 2 is good", arguments: [("1", Rating.again), ("2", .good)])
    func twoGrades(key: String, rating: Rating) {
        store.session?.settings.grades = .two
        var probe = probe(at: 2)
        probe.press("space")
        #expect(probe.text.contains("1 again  2 good"))
        #expect(!probe.text.contains("3 good"))
        probe.press("3 4")
        #expect(grades.isEmpty)
        probe.press(key)
        #expect(grades == [rating])
    }

    @Test("On two grades a typed answer suggests one of the two")
    func suggestion() {
        store.session?.settings.grades = .two
        store.suggestion = TypedAnswerGrade(keywords: [.init(text: "SYN", isRequired: true, isMatched: true)])
        var probe = probe(at: 2)
        probe.type("SYN, SYN-ACK, ACK")
        probe.press("enter")
        #expect(probe.text.contains("▸2 good"))
        probe.press("enter")
        #expect(grades == [.good])
    }

    @Test("A setting that is undone shows at once")
    func undone() {
        store.session?.settings.showsTimer = true
        var probe = probe()
        #expect(probe.title.contains("0:00"))
        store.session?.settings.showsTimer = false
        store.undone = UndoneThing(name: "show the time")
        probe.press("u")
        #expect(!probe.title.contains("0:00"))
        #expect(probe.hints == " undone: show the time")
    }

    @Test("A click on an option chooses it, and the wheel scrolls the text")
    func mouse() {
        var probe = probe()
        let row = probe.lines.firstIndex { $0.contains("Both ends") } ?? 0
        probe.send(.mouse(Mouse(kind: .press, column: 10, row: row)))
        #expect(probe.lines[row].contains("▸ c (•) Both ends"))
        probe.send(.mouse(Mouse(kind: .press, column: 10, row: 0)), .mouse(Mouse(kind: .release, column: 10, row: row)))
        #expect(probe.lines[row].contains("▸ c (•) Both ends"))
        probe.press("enter")
        probe.resize(columns: 40, rows: 10)
        let before = probe.lines
        probe.send(.mouse(Mouse(kind: .wheelDown, column: 1, row: 4)))
        #expect(probe.lines != before)
        probe.send(.mouse(Mouse(kind: .wheelUp, column: 1, row: 4)))
        #expect(probe.lines == before)
    }
}
