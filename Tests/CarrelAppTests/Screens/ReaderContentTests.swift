import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("What can be read")
struct ReaderContentTests {
    private func text(_ content: ReaderContent, columns: Int = 80) -> [String] {
        content.lines(columns: columns, glyphs: .unicode).map(\.text)
    }

    @Test("A diagram loses what all its lines are indented by, and says what it is written in")
    func diagram() {
        #expect(
            text(.diagram(Depths.question.diagram ?? "")) == [
                "Mermaid source: any editor or page that draws Mermaid shows it as a picture.", "",
                "sequenceDiagram", "  A->>B: FIN", "  B->>A: ACK",
            ])
        #expect(text(.diagram("")).count == 2)
    }

    @Test("Addresses are numbered and whole, broken only where the screen ends")
    func sources() {
        let long = Depths.question.sources[1]
        #expect(
            text(.sources(Depths.question.sources), columns: 120) == [
                "1  https://www.rfc-editor.org/rfc/rfc9293", "2  " + long,
            ])
        let narrow = text(.sources([long]), columns: 40)
        #expect(narrow.count > 1 && narrow.allSatisfy { $0.count <= 36 })
        #expect(narrow.map { String($0.dropFirst(3)) }.joined() == long)
    }

    @Test("An answer tells its verdict, when, how long, the grade, where, and what was chosen or typed")
    func answers() {
        let lines = text(.answers(PastAnswers(answers: Depths.answers), at: .noon, order: ["active"]))
        #expect(
            lines == [
                "✗ Wrong · 2 hours ago · 2026-09-21 10:00 · 0:42 · again", "  Networking ▸ TCP/IP",
                "  • The end that closes second", "",
                "◐ Partly right · yesterday · 2026-09-20 11:00 · 0:05", "  Bookmarks", "  • Both ends, a too",
                "  1 option not in the question any more", "",
                "○ Not graded · just now · 2026-09-21 12:00 · 0:01", "  SYN", "  then ACK", "",
                "✗ Not answered · just now · 2026-09-21 12:00 · 0:00", "",
                "✗ Not known · just now · 2026-09-21 12:00 · 0:00", "",
                "✓ Right · just now · 2026-09-21 12:00 · 0:00 · easy",
            ])
    }

    @Test("Times are the learner's own")
    func zone() {
        let moment = Moment(at: Moment.noon.at, zone: 120)
        let lines = text(
            .answers(PastAnswers(answers: [AnswerFacts(at: Moment.noon.at, grade: .right)]), at: moment, order: []))
        #expect(lines[0].contains("2026-09-21 14:00"))
    }

    @Test("A whole question has its options with their verdicts, and everything there is to read about it")
    func question() {
        let read = ReadQuestion(item: Depths.item, order: ["active", "passive", "both"], answer: Depths.standing)
        let lines = text(.question(read))
        let wanted = [
            "Which end of a TCP connection enters TIME-WAIT?", "✓ a ( ) The end that closes first",
            "✗ b (•) The end that closes second", "Explanation", "In short", "The end that closes first: a.",
            "In simple words", "Diagram", "sequenceDiagram", "Sources", "1  https://www.rfc-editor.org/rfc/rfc9293",
        ]
        #expect(lines.filter(wanted.contains) == wanted)
        let bare = ReadQuestion(item: Samples.item(Samples.single), order: [], answer: Depths.standing)
        #expect(text(.question(bare)).filter { ["In short", "Diagram", "Sources"].contains($0) } == [])
    }

    @Test("No line is wider than what it is read in, down to the smallest screen", arguments: [40, 41, 80, 200])
    func width(columns: Int) {
        let read = ReadQuestion(item: Depths.item, order: ["active", "passive", "both"], answer: Depths.standing)
        let contents: [ReaderContent] = [
            .help(KeyTable.answered.help(in: QuestionFacts())), .markdown(Depths.question.tldr ?? ""),
            .diagram(Depths.question.diagram ?? ""), .sources(Depths.question.sources), .question(read),
            .answers(PastAnswers(answers: Depths.answers), at: .noon, order: []),
        ]
        for content in contents {
            for line in content.lines(columns: columns, glyphs: .unicode) { #expect(line.width <= columns - 4) }
        }
    }
}
