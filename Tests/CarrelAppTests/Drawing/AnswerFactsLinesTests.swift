import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("One answer of the past in lines")
struct AnswerFactsLinesTests {
    private func lines(
        _ facts: AnswerFacts, columns: Int = 80, glyphs: Glyphs = .unicode, dayStart: Int = StudyDay.usualStart
    ) -> [String] {
        facts.lines(columns: columns, glyphs: glyphs, now: .noon, dayStart: dayStart, order: ["both", "active"])
            .map(\.text)
    }

    @Test(
        "The verdict follows from the grade and from what was given",
        arguments: [
            (AnswerFacts(at: Moment.noon.at, grade: .right), "✓ Right"),
            (AnswerFacts(at: Moment.noon.at, grade: AnswerGrade(isCorrect: false, score: 0.5)), "◐ Partly right"),
            (AnswerFacts(at: Moment.noon.at, grade: .wrong), "✗ Not known"),
            (AnswerFacts(at: Moment.noon.at, grade: .wrong, chosen: ["one"]), "✗ Wrong"),
            (AnswerFacts(at: Moment.noon.at, grade: .wrong, unknown: 1), "✗ Wrong"),
            (AnswerFacts(at: Moment.noon.at, grade: .wrong, response: "SYN"), "✗ Wrong"),
            (AnswerFacts(at: Moment.noon.at, grade: .wrong, isAnswered: false), "✗ Not answered"),
            (AnswerFacts(at: Moment.noon.at), "○ Not graded"),
        ])
    func verdict(facts: AnswerFacts, words: String) { #expect(lines(facts)[0].hasPrefix(words + " · ")) }

    @Test("What names another option says its label on screen now")
    func labels() {
        let facts = AnswerFacts(at: Moment.noon.at, grade: .wrong, chosen: ["as in {{active}}"], unknown: 2)
        #expect(lines(facts)[1...] == ["  • as in b", "  2 options not in the question any more"])
    }

    @Test("Yesterday ends where the learner's day begins", arguments: [(240, "yesterday"), (0, "9 hours ago")])
    func dayStart(minutes: Int, words: String) {
        // At three in the morning.
        let facts = AnswerFacts(at: Moment.noon.at.adding(seconds: -9 * 3600), grade: .right)
        #expect(lines(facts, dayStart: minutes)[0].contains(words))
    }

    @Test("No line is wider than it may be", arguments: [20, 36, 86])
    func width(columns: Int) {
        for facts in Depths.answers {
            for line in lines(facts, columns: columns) { #expect(Columns.width(of: line) <= columns) }
        }
    }
}
