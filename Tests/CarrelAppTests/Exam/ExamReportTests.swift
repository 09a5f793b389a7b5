import CarrelCore
import CarrelJSON
import CarrelStorage
import CarrelTerminal
import Testing

@testable import CarrelApp

@Suite("The report of an exam")
struct ExamReportTests {
    private static let hostile = "<script>alert(\"1\")</script> & | *x* `y` [z](http://e.org) <b\u{301}>"

    private static let hostileFacts: ExamResultFacts = {
        var facts = Exams.result
        facts.session.title = hostile
        facts.stems["time-wait"] = hostile
        facts.domains[0].name = hostile
        facts.domainOf["time-wait"] = hostile
        return facts
    }()

    @Test("As Markdown: the verdict, the points, each domain, certainty, and every item")
    func markdown() {
        #expect(
            ExamReport(Exams.result).markdown == """
                # CompTIA Security+

                2026-09-21 11:00 UTC

                **Not passed: 500, 750 needed, on a scale from 100 to 900**

                1 of 2 points

                1:35 on answers, 47 s an item

                ## Domains

                | Domain | Weight | Points |
                |---|---:|---:|
                | Threats, Vulnerabilities and Mitigations | 60 % | 0 % |
                | Security Operations | 40 % | 100 % |

                ## How sure, how right

                - sure: 0 of 1 right
                - guess: 1 of 1 right
                - Certainty-based marks: -5 of 6 (beside the score, not part of it)

                ## Items

                | No. | Question | Domain | Result | Seconds |
                |---:|---|---|---|---:|
                | 1 | Which end of a TCP connection enters TIME-WAIT? | Threats, Vulnerabilities and Mitigations | wrong | 65 |
                | 2 | The final ACK of a handshake is lost. Which two are true? | Security Operations | right | 30 |

                ### 1. wrong, Threats, Vulnerabilities and Mitigations

                > Which end of a TCP connection enters TIME-WAIT?

                **Answered**

                - The end that closes second

                **Right**

                - The end that closes first

                ### 2. right, Security Operations

                > The final ACK of a handshake is lost. Which two are true?

                **Answered**

                - The server keeps the connection half-open
                - The client can already send data

                **Right**

                - The server keeps the connection half-open
                - The client can already send data

                """)
    }

    /// A stem with a code block that nothing closes, an exhibit, and nothing answered.
    private static let codeFacts: ExamResultFacts = {
        var facts = Exams.result
        facts.questions["time-wait"]?.stem = "What does this print?\n\n```swift\nlet x = 1 < 2\nprint(x)"
        facts.questions["time-wait"]?.exhibit = "R1# show clock\n``` 10:30"
        facts.session.answers["time-wait"] = nil
        return facts
    }()

    @Test("A question that a table has no room for ends with an ellipsis there, in HTML too")
    func clipped() {
        var facts = Exams.result
        facts.stems["time-wait"] = String(repeating: "On the host the administrator runs this. ", count: 8)
        let report = ExamReport(facts)
        let cell = report.html.split(separator: "\n").first { $0.hasPrefix("<tr><td>1</td>") } ?? ""
        #expect(cell.hasPrefix("<tr><td>1</td><td>On the host") && cell.contains("…</td>"))
        #expect(report.markdown.split(separator: "\n").contains { $0.hasPrefix("| 1 |") && $0.contains("… |") })
    }

    @Test("Code and exhibits of a question stay as they are in every format, and end where they end")
    func code() throws {
        let report = ExamReport(Self.codeFacts)
        let text = report.text(columns: 80)
        for part in ["What does this print?", "let x = 1 < 2", "R1# show clock", "2. right, Security Operations"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
        #expect(report.html.contains("<pre><code>let x = 1 &lt; 2\nprint(x)</code></pre>"))
        #expect(report.html.contains("<pre><code>R1# show clock\n``` 10:30</code></pre>"))
        #expect(report.html.contains("<h3>2. right, Security Operations</h3>"))
        let item = try #require(ExamReportJSON(Self.codeFacts).items.first)
        #expect(item.stem?.contains("print(x)") == true && item.exhibit?.contains("show clock") == true)
        #expect(item.answered == [] && item.right == ["The end that closes first"])
    }

    @Test("Entries of a list in a question stand on lines of their own in HTML, lines of a paragraph together")
    func lists() {
        var facts = Exams.result
        facts.questions["time-wait"]?.stem = "Do this\nin order:\n\n1. Open\n   it\n2. Close it"
        #expect(ExamReport(facts).html.contains("<p>Do this in order:</p>\n<p>1. Open    it</p>\n<p>2. Close it</p>"))
    }

    @Test("What is right is told of every kind, by its texts")
    func everyKind() {
        #expect(Samples.ordering.rightWords.first?.hasPrefix("1. ") == true)
        #expect(Samples.matching.rightWords.allSatisfy { $0.contains(" = ") })
        #expect(!Samples.hotspot.rightWords.isEmpty)
    }

    @Test("An item that did not count, one not answered and one right in part say so")
    func states() {
        var facts = Exams.result
        facts.session.items[0].isScored = false
        facts.session.answers["time-wait"] = nil
        facts.session.answers["half-open"]?.grade = AnswerGrade(isCorrect: false, score: 0.5)
        let report = ExamReport(facts)
        #expect(report.markdown.contains("| not answered (did not count) | 0 |"))
        #expect(report.markdown.contains("| partly right | 30 |"))
        #expect(report.markdown.contains("1 item did not count; 1 not answered"))
    }

    @Test(
        "Points and per cent are rounded alike",
        arguments: [(18_750, "18.75 of 20 points"), (18_700, "18.7 of 20 points"), (13_333, "13.33 of 20 points")])
    func points(earned: Int, words: String) {
        var facts = Exams.result
        (facts.result.earned, facts.result.possible) = (earned, 20_000)
        #expect(ExamResultWords(facts).points == words)
    }

    @Test("In Markdown nothing of a title or a question is read as Markdown")
    func markdownEscapes() {
        let report = ExamReport(Self.hostileFacts)
        let text = report.text(columns: 200)
        #expect(text.contains("<script>alert(\"1\")</script> & | *x* `y` [z](http://e.org)"))
        let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("| 1 |") }
        #expect(rows.count == 1)
    }

    @Test("As a page of HTML nothing of a title or a question is read as HTML, marks that join it or not")
    func htmlEscapes() {
        let html = ExamReport(Self.hostileFacts).html
        #expect(!html.contains("<script"))
        #expect(html.contains("<title>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; | *x*"))
        let scalars = Array(html.unicodeScalars)
        for (scalar, next) in zip(scalars, scalars.dropFirst()) where scalar == "<" {
            #expect(next == "/" || next == "!" || ("a"..."z").contains(Character(next)))
        }
        // Every tag that opens is one of the report's own.
        let known: Set = [
            "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "strong", "table", "tr", "th", "td",
            "ul", "li", "!doctype", "h3", "pre", "code",
        ]
        for part in html.split(separator: "<").dropFirst() where !part.hasPrefix("/") {
            let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "!" }.lowercased()
            #expect(known.contains(name), "\(name)")
        }
    }

    @Test("As text it fits the columns and keeps every item", arguments: [40, 80, 200])
    func text(columns: Int) {
        let text = ExamReport(Exams.result).text(columns: columns)
        #expect(text.split(separator: "\n").allSatisfy { Columns.width(of: String($0)) <= columns })
        #expect(text.contains("Not passed"))
        #expect(!text.contains("|---"))
    }

    @Test("As JSON it has the documented shape")
    func json() throws {
        var facts = Exams.result
        facts.session.items[1].isScored = false
        let report = ExamReportJSON(facts)
        #expect(report.items.map(\.result) == ["wrong", "right"])
        #expect(report.items.map(\.isScored) == [true, false])
        #expect(report.items.map(\.isFlagged) == [false, true])
        #expect(report.items.map(\.confidence) == ["sure", "guess"])
        #expect(report.items.map(\.seconds) == [65, 30])
        #expect([report.earned, report.possible] == [1000, 2000])
        #expect([report.scaledScore, report.pass, report.marks] == [500, 750, -5])
        let text = try JSONText.encode(report)
        // Names as `carrel report --help` gives them, in the text and nowhere else.
        let documented = Set(
            ReportCommand.shape.prefix { $0 != ";" }.split { !$0.isLetter }.map(String.init)
        ).subtracting(["text", "exhibit"])
        for name in documented { #expect(text.contains("\"\(name)\":"), "\(name)") }
        let used = Set(
            text.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
        for name in ["session", "domains", "items", "isFlagged", "scaledScore"] { #expect(used.contains(name)) }
    }

    @Test("What the documented shape does not mark with ? is there for an item that nobody answered too")
    func jsonWithoutAnswers() throws {
        var facts = Exams.result
        facts.session.answers = [:]
        (facts.certainty, facts.domainOf, facts.stems, facts.questions) = (Certainty(), [:], [:], [:])
        facts.row.certificationId = nil
        (facts.result.scaledScore, facts.result.passed) = (nil, nil)
        let text = try JSONText.encode(ExamReportJSON(facts))
        let names = ReportCommand.shape.split { !$0.isLetter && $0 != "?" }.map(String.init)
        for name in names where name != "text" && name != "completedAt?" {
            let isOptional = name.hasSuffix("?")
            let isThere = text.contains("\"\(isOptional ? String(name.dropLast()) : name)\":")
            #expect(isThere == !isOptional, "\(name)")
        }
    }

    @Test("Per cent are rounded down, and whole ones are not lost to fractions")
    func percent() {
        for right in 0...100 {
            #expect(ExamScore.Points(earned: right * 1000, possible: 100_000).percent == right)
            var row = Exams.row("x", score: 100 * Double(right) / 100, passed: true)
            row.score = 100 * ExamScore.Points(earned: right * 1000, possible: 100_000).share
            #expect(ExamAttempt(SatExam(row: row), now: .noon).score == "\(right) %")
        }
        #expect(ExamScore.Points(earned: 1999, possible: 2000).percent == 99)
        #expect(ExamScore.Points().percent == 0)
    }
}
