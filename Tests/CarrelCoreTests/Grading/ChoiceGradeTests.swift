import CarrelCore
import Testing

@Suite("Grading choices")
struct ChoiceGradeTests {
    private let options = [
        AnswerOption(id: "a", text: "", isCorrect: true), AnswerOption(id: "b", text: "", isCorrect: true),
        AnswerOption(id: "c", text: "", isCorrect: false), AnswerOption(id: "d", text: "", isCorrect: false),
    ]

    @Test(
        "Only the exact set is right, and without partial credit all else is worth nothing",
        arguments: [
            (["a", "b"], .right), (["a"], .wrong), (["a", "b", "c"], .wrong), ([], .wrong), (["c"], .wrong),
        ] as [(Set<String>, AnswerGrade)])
    func exact(selected: Set<String>, grade: AnswerGrade) {
        #expect(ChoiceGrade.grade(selected: selected, options: options) == grade)
    }

    @Test(
        "With partial credit right choices less wrong ones count, never under nothing",
        arguments: [
            (["a", "b"], 1), (["a"], 0.5), (["a", "c"], 0), (["a", "b", "c"], 0.5), (["c", "d"], 0), ([], 0),
        ] as [(Set<String>, Double)])
    func partial(selected: Set<String>, score: Double) {
        let grade = ChoiceGrade.grade(selected: selected, options: options, allowsPartialCredit: true)
        #expect(grade.score == score && grade.isCorrect == (score == 1))
        #expect(grade.isPartial == (0..<1).contains(score) && grade.score > 0 || score == 0 || score == 1)
    }

    @Test("However the options are shuffled, the same choice earns the same", arguments: 0..<100 as Range<UInt64>)
    func shuffled(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let options = (0..<Int.random(in: 2...9, using: &generator)).map {
            AnswerOption(id: "o\($0)", text: "", isCorrect: Bool.random(using: &generator))
        }
        for _ in 0..<10 {
            let selected = Set(options.map(\.id).filter { _ in Bool.random(using: &generator) })
            for allowsPartialCredit in [true, false] {
                let shuffled = options.shuffled(using: &generator)
                #expect(
                    ChoiceGrade.grade(
                        selected: selected, options: shuffled, allowsPartialCredit: allowsPartialCredit)
                        == ChoiceGrade.grade(
                            selected: selected, options: options, allowsPartialCredit: allowsPartialCredit))
            }
        }
    }

    @Test("A question without a right option cannot be answered rightly")
    func keyless() {
        let keyless = [AnswerOption(id: "a", text: "", isCorrect: false)]
        #expect(ChoiceGrade.grade(selected: [], options: keyless) == .wrong)
        #expect(ChoiceGrade.grade(selected: [], options: keyless, allowsPartialCredit: true) == .wrong)
    }
}
