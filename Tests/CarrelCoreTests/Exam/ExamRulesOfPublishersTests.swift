import CarrelCore
import Testing

/// The rules of exams as their publishers state them, as far as they are public: rules are data, and these fit them.
@Suite("Rules of well-known exams")
struct ExamRulesOfPublishersTests {
    private static func rules(
        _ questions: Int, unscored: Int = 0, minutes: Int, pass: Int, low: Int = 0, high: Int = 100,
        navigation: ExamRules.Navigation = .free, partial: Bool = false
    ) -> ExamRules {
        var rules = ExamRules(questions: questions, minutes: minutes, pass: pass)
        rules.unscored = unscored
        rules.scale = ExamRules.Scale(low: low, high: high)
        rules.navigation = navigation
        rules.allowsPartialCredit = partial
        return rules
    }

    private static let aws = rules(65, unscored: 15, minutes: 130, pass: 720, low: 100, high: 1000)
    private static let microsoft = rules(50, minutes: 100, pass: 700, low: 1, high: 1000, partial: true)
    private static let compTIA = rules(90, minutes: 90, pass: 750, low: 100, high: 900, partial: true)
    private static let cisco = rules(
        100, minutes: 120, pass: 825, low: 300, high: 1000, navigation: .forwardOnly, partial: true)
    private static let cncf = rules(17, minutes: 120, pass: 66, partial: true)
    private static let percent = rules(40, minutes: 60, pass: 70)

    @Test(
        "The fewest right answers that pass, and one fewer that do not",
        arguments: [
            (aws, 35), (microsoft, 35), (compTIA, 74), (cisco, 75), (cncf, 12), (percent, 28),
        ])
    func cut(rules: ExamRules, least: Int) {
        func score(_ right: Int) -> ExamScore {
            let scored = rules.questions - rules.unscored
            let items = (0..<rules.questions).map { index in
                ExamScore.Item(domain: nil, isScored: index < scored, score: index < right ? 1 : 0)
            }
            return ExamScore(items, rules: rules)
        }
        #expect(score(least).hasPassed)
        #expect(!score(least - 1).hasPassed)
        #expect(score(rules.questions).scaled == rules.scale.high)
        #expect(score(0).scaled == rules.scale.low)
    }

    @Test("A hands-on exam counts parts of its tasks")
    func partial() {
        let items = (0..<17).map { ExamScore.Item(domain: nil, isScored: true, score: $0 < 10 ? 1 : 0.25) }
        let score = ExamScore(items, rules: Self.cncf)
        #expect(score.points.earned == 11_750)
        #expect(score.hasPassed)
    }

    @Test("Where there is no way back there is none")
    func forwardOnly() {
        let sitting = ExamSitting(rules: Self.cisco, count: 100, position: 10, furthest: 10)
        #expect(sitting.refusal(of: .previous) == .noWayBack)
        #expect(ExamSitting(rules: Self.aws, count: 65, position: 10).allows(.go(0)))
    }
}
