import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("Keys that open more about a question")
struct DepthKeysTests {
    @Test(
        "Each opens its own, after an answer and while it is graded, where the question has it",
        arguments: QuestionDepth.allCases)
    func keys(depth: QuestionDepth) {
        let all = QuestionFacts(depths: Set(QuestionDepth.allCases))
        for table in [KeyTable.answered, .grading] {
            #expect(table.action(for: .char(depth.key), in: all) == QuestionAction(depth))
            #expect(table.action(for: .char(depth.key), in: QuestionFacts()) == nil)
            #expect(table.help(in: all).entries.contains { $0.keys == [.char(depth.key)] })
        }
        for table in [KeyTable.choice, .field, .fieldCommands] {
            #expect(![QuestionAction(depth)].contains(table.action(for: .char(depth.key), in: all)))
        }
    }

    @Test("They are hinted under the text, and leave the hint bar as it is")
    func hints() {
        let all = QuestionFacts(depths: Set(QuestionDepth.allCases))
        #expect(KeyTable.answered.hints(in: all) == KeyTable.answered.hints(in: QuestionFacts()))
        #expect(KeyTable.depthHints(in: all).map(\.label).first == "short")
        #expect(
            KeyTable.depthHints(in: QuestionFacts(depths: [.whole, .sources]))
                == [Hint(key: .char("S"), label: "sources"), Hint(key: .char("z"), label: "full screen")])
    }
}
