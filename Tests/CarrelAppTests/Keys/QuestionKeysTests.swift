import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys on a question")
struct QuestionKeysTests {
    @Test("→ and ← are n and p, while there is an item to go to")
    func moves() {
        let both = QuestionFacts(hasNext: true, hasPrevious: true)
        for (key, action) in [
            (Key.right, QuestionAction.next), (.char("n"), .next), (.left, .previous), (.char("p"), .previous),
        ] {
            #expect(KeyTable.choice.action(for: key, in: both) == action)
            #expect(KeyTable.choice.action(for: key, in: QuestionFacts()) == nil)
        }
    }

    @Test("1 to 4 grade, and Enter accepts")
    func grades() {
        let keys: [Key] = [.char("1"), .char("2"), .char("3"), .char("4"), .enter, .char("5")]
        let actions = keys.map { KeyTable.grading.action(for: $0, in: QuestionFacts()) }
        #expect(actions == [.again, .hard, .good, .easy, .accept, nil])
    }

    @Test("After the last answer Enter finishes, and says so")
    func finish() {
        func label(_ isLast: Bool) -> String? {
            KeyTable.answered.hints(in: QuestionFacts(isLast: isLast)).first?.label
        }
        #expect(label(false) == "next")
        #expect(label(true) == "finish")
    }
}
