import CarrelCore
import Testing

@testable import CarrelApp

@Suite("A question in plain text")
struct SpokenQuestionTests {
    private func page(_ question: Question, columns: Int = 80) -> SpokenQuestion {
        SpokenQuestion(
            item: StudyItem(question: question, contentHash: "", isRetired: false, isBookmarked: false),
            order: question.options.map(\.id), columns: columns)
    }

    @Test("Options have numbers, and what explanations call by a letter on screen has its number too")
    func numbers() {
        var question = Samples.single
        question.explanation = "It is {{\(question.options[0].id)}}."
        let page = page(question)
        #expect(page.asked.contains { $0.hasPrefix("1. ") })
        #expect(page.asked.contains { $0.hasPrefix("3. ") })
        #expect(page.answered(nil).last == "It is 1.")
    }

    @Test("Every option says in words whether it is right, and which was chosen")
    func verdicts() {
        let question = Samples.single
        var answer = StandingAnswer()
        let wrong = question.options.first { !$0.isCorrect }?.id ?? ""
        answer.selection = .chosen([wrong])
        answer.grade = .wrong
        let lines = page(question).answered(answer)
        #expect(lines.first?.hasPrefix("Wrong. Right ") == true)
        #expect(lines.count { $0.contains("wrong, your choice: ") } == 1)
        #expect(lines.contains { $0.contains(". right: ") || $0.contains("right: ") })
    }

    @Test("No line is longer than asked for", arguments: [20, 40, 80])
    func width(columns: Int) {
        for question in Library.packs.packs.flatMap(\.questions).map(\.question).prefix(60)
        where !question.stem.contains("```") {
            // An exhibit is as wide as its author drew it.
            let exhibit = Set(question.exhibitLines)
            for line in page(question, columns: columns).asked where !line.hasPrefix("(") && !exhibit.contains(line) {
                #expect(line.count <= columns || line.contains("|") || !line.contains(" "), "\(question.id): \(line)")
            }
        }
    }

    @Test("What is heard has no rules, bars and boxes: a table is read cell by cell under its headings")
    func heard() {
        var question = Samples.single
        question.explanation = """
            ## Ports

            | Port | Service |
            |---|---|
            | 22 | SSH |
            | 53 | DNS |

            > A quote.

            ---

            ```yaml
            port: 22
            ```
            """
        let lines = page(question).answered(nil)
        #expect(
            Array(lines.drop { $0 != "Explanation:" }.dropFirst().filter { !$0.isEmpty }) == [
                "Ports", "Port: 22", "Service: SSH", "Port: 53", "Service: DNS", "quote: A quote.", "Code in yaml:",
                "  port: 22",
            ])
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) } })
    }

    @Test("An exhibit is shown with every kind of question, in words and on the page")
    func exhibit() {
        var question = Samples.single
        question.exhibit = "SW-A  Gi1/0/1 --- R1\n```\n  <b>Gi1/0/2</b> *idle*"
        let item = Samples.item(question)
        let asked = SpokenQuestion(item: item, order: question.options.map(\.id)).asked
        let place = asked.firstIndex(of: "Exhibit:") ?? 0
        #expect(place > 0)
        #expect(Array(asked[(place + 1)...].prefix(3)) == ["SW-A  Gi1/0/1 --- R1", "```", "  <b>Gi1/0/2</b> *idle*"])
        let page = QuestionPage(item: item, order: question.options.map(\.id), columns: 70, glyphs: .unicode)
        let lines = page.lines.map(\.text.text)
        for line in ["SW-A  Gi1/0/1 --- R1", "```", "  <b>Gi1/0/2</b> *idle*"] {
            #expect(lines.contains { $0.hasSuffix(line) }, "\(line) in \(lines)")
        }
    }
}
