import CarrelCore
import Testing

@Suite("What a typed answer's ticks suggest")
struct TypedAnswerGradeTests {
    private func grade(
        _ matched: Int, of total: Int, lacksRequired: Bool = false, contradicts: Bool = false
    ) -> TypedAnswerGrade {
        TypedAnswerGrade(
            keywords: (0..<total).map { index in
                let isLast = index == total - 1
                return .init(
                    text: "k\(index)", isRequired: lacksRequired && isLast, isMatched: index < matched,
                    isContradicted: contradicts && isLast)
            })
    }

    @Test(
        "From 80 % on likely right, under 35 % likely wrong, with no rounding between",
        arguments: [
            (5, 5, TypedAnswerGrade.Verdict.likelyRight, Rating.good), (4, 5, .likelyRight, .good),
            (79, 100, .partial, .hard), (35, 100, .partial, .hard), (7, 20, .partial, .hard),
            (34, 100, .likelyWrong, .again), (1, 3, .likelyWrong, .again), (0, 1, .likelyWrong, .again),
        ])
    func thresholds(matched: Int, total: Int, verdict: TypedAnswerGrade.Verdict, rating: Rating) {
        let grade = grade(matched, of: total)
        #expect(grade.coverage == (matched, total))
        #expect(grade.verdict == verdict)
        #expect(grade.suggestedRating == rating)
    }

    @Test("Without a required keyword, with a contradiction, or as a bare list it is partial at best")
    func caps() {
        #expect(grade(4, of: 5, lacksRequired: true).verdict == .partial)
        #expect(grade(4, of: 5, contradicts: true).verdict == .partial)
        #expect(grade(4, of: 5, contradicts: true).contradicts)
        var list = grade(5, of: 5)
        list.isBareList = true
        #expect(list.verdict == .partial)
        #expect(grade(1, of: 5, lacksRequired: true).verdict == .likelyWrong)
    }

    @Test("Nothing typed, or nothing to look for, suggests nothing")
    func nothing() {
        var thought = grade(0, of: 3)
        thought.isEmpty = true
        #expect(thought.suggestedRating == nil)
        #expect(grade(0, of: 0).suggestedRating == nil)
        #expect(grade(0, of: 0).verdict == .partial)
    }
}
