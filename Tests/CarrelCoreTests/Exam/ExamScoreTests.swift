import CarrelCore
import Testing

@Suite("The score of an exam")
struct ExamScoreTests {
    private func rules(pass: Int, _ low: Int, _ high: Int) -> ExamRules {
        var rules = ExamRules(questions: 10, minutes: 10, pass: pass)
        rules.scale = ExamRules.Scale(low: low, high: high)
        return rules
    }

    private func items(_ scores: [Double]) -> [ExamScore.Item] {
        scores.map { ExamScore.Item(domain: "d", isScored: true, score: $0) }
    }

    @Test(
        "It lies on the certification's scale, and the cut decides exactly",
        arguments: [
            // right of all, pass, low, high, scaled, passed
            (36, 50, 720, 100, 1000, 748, true), (35, 50, 720, 100, 1000, 730, true),
            (34, 50, 720, 100, 1000, 712, false), (0, 50, 720, 100, 1000, 100, false),
            (50, 50, 720, 100, 1000, 1000, true), (75, 90, 750, 100, 900, 766, true), (66, 100, 66, 0, 100, 66, true),
            (65, 100, 66, 0, 100, 65, false), (3, 4, 825, 300, 1000, 825, true),
        ])
    func scaled(right: Int, of all: Int, pass: Int, low: Int, high: Int, expected: Int, passes: Bool) {
        let score = ExamScore(
            items((0..<all).map { $0 < right ? 1 : 0 }), rules: rules(pass: pass, low, high))
        #expect(score.scaled == expected)
        #expect(score.hasPassed == passes)
    }

    @Test("Unscored items count for nothing, partial credit in thousandths")
    func parts() {
        let score = ExamScore(
            [
                ExamScore.Item(domain: "a", isScored: true, score: 1.0 / 3),
                ExamScore.Item(domain: "a", isScored: true, score: 2),
                ExamScore.Item(domain: "b", isScored: false, score: 1),
                ExamScore.Item(domain: nil, isScored: true, score: 0),
            ], rules: rules(pass: 40, 0, 100))
        #expect(score.points == ExamScore.Points(earned: 1333, possible: 3000))
        #expect(score.domains == ["a": ExamScore.Points(earned: 1333, possible: 2000)])
        #expect(score.scaled == 44)
        #expect(score.hasPassed)
    }

    @Test("Nothing scored passes nothing")
    func empty() {
        #expect(!ExamScore([], rules: rules(pass: 0, 0, 100)).hasPassed)
    }

    @Test("Passing is reaching the cut, whatever the scale, and perfect is the top of it", arguments: 0..<300)
    func generated(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let low = Int.random(in: 0...500, using: &generator), high = low + Int.random(in: 10...900, using: &generator)
        let rules = rules(pass: Int.random(in: low...high, using: &generator), low, high)
        let all = Int.random(in: 1...120, using: &generator)
        var items = items((0..<all).map { _ in Double(Int.random(in: 0...4, using: &generator)) / 4 })
        let score = ExamScore(items, rules: rules)
        #expect(score.hasPassed == (score.scaled >= rules.pass))
        items.shuffle(using: &generator)
        #expect(ExamScore(items, rules: rules) == score)
        #expect(ExamScore(self.items(Array(repeating: 1, count: all)), rules: rules).scaled == high)
    }
}
