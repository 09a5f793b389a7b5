import CarrelCore
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("A question laid out")
struct QuestionPageTests {
    private func page(_ question: Question, columns: Int = 60) -> QuestionPage {
        QuestionPage(
            item: Samples.item(question), order: question.options.map(\.id), columns: columns, glyphs: .unicode)
    }

    private func text(_ page: QuestionPage) -> [String] { page.lines.map(\.text.text) }

    @Test("Boxes show what is chosen: round where one is right, square where several are")
    func boxes() {
        var single = page(Samples.single)
        single.pad = AnswerPad(Samples.single, order: single.order, selection: .chosen(["passive"]))
        #expect(
            text(single) == [
                "Which end of a TCP connection enters TIME-WAIT?", "", "  a ( ) The end that closes first",
                "  b (•) The end that closes second", "  c ( ) Both ends",
            ])
        var multiple = page(Samples.multiple, columns: 80)
        var pad = AnswerPad(Samples.multiple, order: multiple.order, selection: .chosen(["waits", "sends"]))
        _ = pad?.perform(.down)
        multiple.pad = pad
        multiple.isOpen = true
        #expect(text(multiple)[0].hasSuffix("Which two are true?   (choose 2, 2 chosen)"))
        #expect(
            text(multiple)[2...3] == [
                "  a [x] The server keeps the connection half-open", "▸ b [x] The client can already send data",
            ])
    }

    @Test("Where the stem's last line is full, how many to choose stands below it; where it is open, all that apply")
    func choose() {
        #expect(text(page(Samples.multiple, columns: 60))[1] == "(choose 2)")
        var question = Samples.multiple
        question.payload = .none
        #expect(text(page(question, columns: 90))[0].hasSuffix("true?          (choose all that apply)"))
    }

    @Test("Each line knows its option, and only its first one is where the pointer stands")
    func optionLines() {
        let lines = page(Samples.single, columns: 20).lines.filter { $0.option == 0 }
        #expect(lines.map(\.isFirstOfOption) == [true] + Array(repeating: false, count: lines.count - 1))
        #expect(lines.count > 1)
    }

    @Test("Before the answer nothing gives it away")
    func hidden() {
        let all = text(page(Samples.single)).joined(separator: "\n")
        for secret in ["✓", "acknowledges", "Explanation", "LAST-ACK"] { #expect(!all.contains(secret)) }
    }

    @Test("Before the answer a page is the same whatever its key is, to the colour of a blank")
    func keyless() {
        func open(_ question: Question) -> QuestionPage {
            var page = page(question, columns: 80)
            page.pad = AnswerPad(question, order: page.order)
            page.isOpen = true
            return page
        }
        for question in [Samples.single, Samples.multiple] {
            var other = question
            for index in other.options.indices { other.options[index].isCorrect.toggle() }
            #expect(open(question).lines == open(other).lines, "\(question.id)")
        }
    }

    @Test("After the answer every option says whether it was right, and why")
    func revealed() {
        var page = page(Samples.single)
        page.pad = AnswerPad(Samples.single, order: page.order, struck: ["both"])
        page.answer = StandingAnswer(selected: ["passive"], grade: .wrong)
        #expect(
            Array(text(page).dropFirst(2)) == [
                "✓ a ( ) The end that closes first", "          It acknowledges last.",
                "✗ b (•) The end that closes second", "          It is told to stop.", "  c  -  Both ends", "",
                "Explanation", "It sent the first FIN, so a waits; b goes through LAST-ACK.",
            ])
    }

    @Test("Where several are right, one that was not chosen is said to be missed")
    func missed() {
        var page = page(Samples.multiple)
        page.answer = StandingAnswer(selected: ["waits", "resets"], grade: .wrong)
        let lines = text(page)
        #expect(lines.contains("✓ b [ ] The client can already send data (missed)"))
        #expect(lines.count { $0.contains("(missed)") } == 1)
    }

    @Test("A typed answer stands above the model answer and the key points")
    func free() {
        var page = page(Samples.free)
        page.answer = StandingAnswer(response: "SYN, ACK")
        page.typed = TypedAnswerGrade(keywords: [
            .init(text: "SYN", isRequired: true, isMatched: true),
            .init(text: "SYN-ACK", isRequired: false, isMatched: false),
        ])
        #expect(
            text(page) == [
                "Name the segments of the TCP handshake.", "", "Your answer", "SYN, ACK", "",
                "Key points in your answer", "✓ SYN (needed)", "· SYN-ACK", "", "Model answer", "SYN, SYN-ACK, ACK.",
                "",
                "Explanation",
                "Each side announces its number and hears it confirmed.",
            ])
    }

    @Test("No line is wider than the page, down to the narrowest", arguments: [12, 20, 37, 87])
    func width(columns: Int) {
        for question in [Samples.single, Samples.multiple, Samples.free] {
            var page = page(question, columns: columns)
            page.answer = StandingAnswer(selected: ["active"], response: "some words", grade: .right)
            #expect(page.lines.allSatisfy { $0.text.width <= columns })
        }
    }

    @Test("Hostile text in a pack reaches no cell")
    func hostile() {
        var question = Samples.single
        question.stem = "a\u{1B}[31mred\u{7} {{active}}"
        let canvas = Canvas(columns: 60, rows: 1)
        let line = page(question).lines[0].text
        var drawn = canvas
        drawn.draw(line, x: 0, y: 0)
        #expect(!drawn.lines[0].contains("\u{1B}"))
        #expect(drawn.lines[0].contains("red"))
    }
}
