import CarrelCore
import Testing

@Suite("The formulas of FSRS-6")
struct FSRS6Tests {
    @Test("Every single step agrees with the independent implementation to nine digits")
    func units() throws {
        let vectors = try FSRSVectors.read()
        #expect(!vectors.unit.isEmpty)
        for row in vectors.unit {
            let model = try #require(vectors.model(row.s))
            let formulas = FSRS6(weights: model.weights)
            let rating = Rating(rawValue: row.rating ?? 3) ?? .good
            let stability = row.stability ?? 0
            let difficulty = row.difficulty ?? 0
            switch row.f {
            case "init":
                #expect(isClose(formulas.initialStability(rating), stability), "\(row)")
                #expect(isClose(formulas.initialDifficulty(rating), difficulty), "\(row)")
            case "next_difficulty":
                #expect(isClose(formulas.nextDifficulty(difficulty, rating), try #require(row.out)), "\(row)")
            case "short_term":
                #expect(isClose(formulas.sameDayStability(stability, rating), try #require(row.out)), "\(row)")
            case "next_stability":
                let next = formulas.nextStability(
                    stability, difficulty: difficulty, retrievability: try #require(row.retrievability), rating)
                #expect(isClose(next, try #require(row.out)), "\(row)")
            case "next_interval":
                let days = formulas.interval(
                    stability: stability, retention: row.desiredRetention ?? model.retention,
                    maximum: model.maximumInterval)
                #expect(Double(days) == row.out, "\(row)")
            default:
                Issue.record("no formula is called \(row.f)")
            }
        }
    }

    @Test("After its stability in days, a question is recalled nine times in ten")
    func definition() {
        let formulas = FSRS6()
        for stability in [0.001, 0.5, 3, 100, 36_500] {
            #expect(isClose(formulas.retrievability(days: stability, stability: stability), 0.9))
        }
    }
}
