import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys of the phases in which nothing is chosen")
struct QuestionPhaseKeysTests {
    @Test(
        "KeyTable.confidence takes 1 to 3, Enter and Esc, and nothing else",
        arguments: [
            (Key.char("1"), QuestionAction.guess), (.char("2"), .unsure), (.char("3"), .sure), (.enter, .skip),
            (.escape, .changeAnswer),
        ])
    func confidence(key: Key, action: QuestionAction) {
        #expect(KeyTable.confidence.action(for: key, in: QuestionFacts()) == action)
        for other in "04abmnpqx*?; " {
            #expect(KeyTable.confidence.action(for: .char(other), in: QuestionFacts()) == nil)
        }
    }

    @Test("KeyTable.missing goes on to the next item, or finishes where there is none")
    func missing() {
        let between = QuestionFacts(hasNext: true, hasPrevious: true), last = QuestionFacts(isLast: true)
        #expect(KeyTable.missing.hints(in: between).first?.label == "next")
        #expect(KeyTable.missing.hints(in: last).first?.label == "finish")
        #expect(KeyTable.missing.action(for: .char("n"), in: between) == .next)
        #expect(KeyTable.missing.action(for: .char("n"), in: last) == nil)
        #expect(KeyTable.missing.action(for: .char("a"), in: between) == nil)
    }
}
