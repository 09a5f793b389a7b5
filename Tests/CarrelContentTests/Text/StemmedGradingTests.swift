import CarrelContent
import CarrelCore
import Testing

/// `TypedAnswerGrader` as it is used: with Snowball's stems.
@Suite("Grading typed answers by English stems")
struct StemmedGradingTests {
    let grader: TypedAnswerGrader

    init() throws { grader = TypedAnswerGrader(stem: try EnglishStemmer().stem) }

    @Test("Every answer is graded as the oracle grades it", arguments: try TypedAnswerVectors.load().cases)
    func vectors(row: TypedAnswerVectors.Case) throws {
        let grade = grader.grade(answer: row.answer, keywords: row.keywords, reference: row.reference)
        try #require(grade.keywords.count == row.expect.items.count)
        for (tick, item) in zip(grade.keywords, row.expect.items) {
            #expect(tick.text == item.keyword.drop { $0 == "!" }.split(separator: "|").first.map(String.init))
            #expect(tick.isRequired == item.required)
            #expect(tick.isMatched == item.matched, "\(item.keyword)")
            #expect(tick.isContradicted == item.contradiction, "\(item.keyword)")
        }
        #expect(Double(grade.coverage.matched) / Double(grade.coverage.total) == row.expect.coverage)
        #expect(grade.contradicts == row.expect.items.contains(where: \.contradiction))
        #expect(grade.isBareList == row.expect.stuffed)
        let verdict: TypedAnswerGrade.Verdict? =
            switch row.expect.suggestion {
            case "likely_correct": .likelyRight
            case "partial": .partial
            case "likely_wrong": .likelyWrong
            default: nil
            }
        #expect(grade.verdict == verdict)
    }
}
