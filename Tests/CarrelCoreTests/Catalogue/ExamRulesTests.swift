import CarrelCore
import Testing

@Suite("Exam rules")
struct ExamRulesTests {
    @Test(
        "The cut is where the passing score lies on the scale",
        arguments: [
            (0, 100, 70, 0.7), (100, 900, 750, 0.8125), (300, 850, 300, 0),
        ])
    func cut(low: Int, high: Int, pass: Int, cut: Double) {
        var rules = ExamRules(questions: 10, minutes: 10, pass: pass)
        rules.scale = ExamRules.Scale(low: low, high: high)
        #expect(rules.cut == cut)
    }
}
