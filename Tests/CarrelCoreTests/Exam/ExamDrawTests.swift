import CarrelCore
import Testing

@Suite("The draw of an exam")
struct ExamDrawTests {
    private func rules(_ questions: Int, unscored: Int = 0) -> ExamRules {
        var rules = ExamRules(questions: questions, minutes: 90, pass: 70)
        rules.unscored = unscored
        return rules
    }

    @Test("Scored and unscored parts each follow the weights")
    func blueprint() {
        let blueprint = ExamDraw.Blueprint(
            rules(65, unscored: 15), weights: [30, 26, 24, 20], available: [99, 99, 99, 99])
        #expect(blueprint.scored == [15, 13, 12, 10])
        #expect(blueprint.unscored == [4, 4, 4, 3])
    }

    @Test("A small bank makes a shorter exam, its unscored part in proportion")
    func smallBank() {
        let blueprint = ExamDraw.Blueprint(rules(65, unscored: 15), weights: [50, 50], available: [10, 16])
        #expect(blueprint.count == 26)
        #expect(blueprint.unscored.reduce(0, +) == 6)
        #expect(blueprint.scored == [10, 10])
    }

    @Test(
        "It honours the weights within one item, takes the first of each domain, and never repeats", arguments: 0..<200)
    func generated(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let weights = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            Int.random(in: 1...50, using: &generator)
        }
        let count = Int.random(in: 1...90, using: &generator)
        let rules = rules(count, unscored: Int.random(in: 0..<count, using: &generator))
        let domains = weights.indices.map { domain in (0..<120).map { "d\(domain)-\($0)" } }
        let blueprint = ExamDraw.Blueprint(rules, weights: weights, available: domains.map(\.count))
        let picks = ExamDraw.picks(blueprint, from: domains, using: &generator)
        #expect(picks.count == count)
        #expect(Set(picks.map(\.questionId)).count == count)
        #expect(picks.count { $0.isScored } == count - rules.unscored)
        let all = Double(weights.reduce(0, +)), counted = Double(count - rules.unscored)
        for (domain, weight) in weights.enumerated() {
            let taken = picks.filter { $0.questionId.hasPrefix("d\(domain)-") }
            let scored = Double(taken.count { $0.isScored })
            #expect(abs(scored - counted * Double(weight) / all) < 1)
            #expect(Set(taken.map(\.questionId)) == Set(domains[domain].prefix(taken.count)))
        }
    }

    @Test("A shorter exam has time and sections in proportion")
    func shortened() {
        var rules = rules(60, unscored: 6)
        rules.sections = [
            ExamRules.Section(id: "a", questions: 40, minutes: 60, locks: true),
            ExamRules.Section(id: "b", questions: 20, minutes: 30, locks: false),
        ]
        let short = rules.shortened(to: 30)
        #expect((short.questions, short.unscored, short.minutes) == (30, 3, 45))
        #expect(short.sections.map(\.questions) == [20, 10])
        #expect(short.sections.map(\.minutes) == [30, 15])
        #expect(rules.shortened(to: 80) == rules)
    }
}
