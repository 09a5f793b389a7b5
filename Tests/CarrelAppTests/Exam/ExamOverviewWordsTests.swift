import CarrelCore
import Testing

@testable import CarrelApp

@Suite("How far an exam is, in words")
struct ExamOverviewWordsTests {
    @Test(
        "Numbers in a row are drawn together",
        arguments: [
            ([], ""), ([0], "1"), ([0, 1], "1, 2"), ([0, 1, 2], "1 to 3"), ([2, 4, 7, 8, 9, 44], "3, 5, 8 to 10, 45"),
        ] as [([Int], String)])
    func numbers(indices: [Int], words: String) { #expect(ExamOverviewWords.numbers(indices) == words) }

    @Test("Of many runs the first are named, and of the rest how many items they have")
    func many() {
        #expect(ExamOverviewWords.numbers([0, 2, 4, 5, 6, 8], runs: 2) == "1, 3 and 4 more")
        #expect(ExamOverviewWords.numbers([0, 2, 3], runs: 2) == "1, 3, 4")
    }

    @Test("What is open, flagged and not seen has a line each, and what there is none of has none")
    func lines() {
        var session = Exams.session()
        let sitting = ExamSitting(rules: session.sittingRules, count: 2)
        session.answers["time-wait"] = StandingAnswer(selection: .chosen(["passive"]))
        session.marks.flagged = ["half-open"]
        #expect(
            ExamOverviewWords(session: session, seen: [0], sitting: sitting, titles: ItemTitles()).lines == [
                "1 of 2 answered.", "Not answered: 2.", "Flagged: 2.", "Not seen: 2.",
            ])
        session.answers["half-open"] = StandingAnswer(selection: .chosen(["waits"]))
        session.marks.flagged = []
        #expect(
            ExamOverviewWords(session: session, seen: [0, 1], sitting: sitting, titles: ItemTitles()).lines == [
                "2 of 2 answered."
            ])
    }

    @Test("What has fewer parts than are asked for is named")
    func incomplete() {
        var session = Exams.session()
        session.answers["time-wait"] = StandingAnswer(selection: .chosen(["passive"]))
        session.answers["half-open"] = StandingAnswer(selection: .chosen(["waits"]))
        let words = ExamOverviewWords(
            session: session, seen: [0, 1], sitting: ExamSitting(rules: session.sittingRules, count: 2),
            titles: ItemTitles(asked: ["time-wait": 1, "half-open": 2]))
        #expect(words.lines == ["2 of 2 answered.", "Not complete: 2."])
    }

    @Test("Parts are named with their items, and the one that is open")
    func parts() {
        let rules = Exams.rules(parts: [5, 5], lock: true)
        let session = Exams.session(rules)
        let sitting = ExamSitting(rules: rules, count: 2)
        let lines = ExamOverviewWords(session: session, seen: [0, 1], sitting: sitting, titles: ItemTitles()).lines
        #expect(lines.suffix(2) == ["Part 1: items 1, you are here.", "Part 2: items 2."])
    }
}
