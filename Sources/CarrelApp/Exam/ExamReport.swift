import CarrelCore
import CarrelJSON
import CarrelStorage
import CarrelTerminal

/// A printable report of an exam: the result, each domain, and every item with what was answered.
struct ExamReport {
    private let facts: ExamResultFacts
    private let words: ExamResultWords

    init(_ facts: ExamResultFacts) {
        self.facts = facts
        words = ExamResultWords(facts)
    }

    private var date: String { String((facts.row.completedAt ?? facts.row.startedAt).text.prefix(16)) }

    /// What became of an item.
    func state(of question: String) -> String {
        guard facts.session.isAnswered(question) else { return "not answered" }
        guard let grade = facts.session.answers[question]?.grade else { return "could not be graded" }
        return grade.isCorrect ? "right" : grade.isPartial ? "partly right" : "wrong"
    }

    var markdown: String {
        var lines = ["# \(Self.cell(facts.session.title))", "", "\(date) UTC", "", "**\(words.verdict)**", ""]
        lines += [words.points, "", words.time, ""]
        if !facts.domains.isEmpty {
            lines += ["## Domains", "", "| Domain | Weight | Points |", "|---|---:|---:|"]
            lines += facts.domains.map {
                "| \(Self.cell($0.name)) | \($0.weight) % | \($0.points.percent) % |"
            }
            lines.append("")
        }
        let certainty = words.certainty
        if !certainty.isEmpty { lines += ["## How sure, how right", ""] + certainty.map { "- \($0)" } + [""] }
        lines += ["## Items", "", "| No. | Question | Domain | Result | Seconds |", "|---:|---|---|---|---:|"]
        for (index, item) in facts.session.items.enumerated() {
            let id = item.questionId
            let stem = facts.stems[id].map(PlainStem.line) ?? id
            let seconds = (facts.session.answers[id]?.elapsedMs ?? 0) / 1000
            let state = state(of: id) + (item.isScored ? "" : " (did not count)")
            lines.append(
                "| \(index + 1) | \(Self.cell(Columns.clip(stem, to: 72))) | \(Self.cell(facts.domainOf[id] ?? "")) "
                    + "| \(state) | \(seconds) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A title or a question as it is, whatever of it would be Markdown, on one line.
    private static func cell(_ text: String) -> String {
        var cell = String.UnicodeScalarView()
        // By scalar: a mark that joins `<` makes another character of the two.
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>|~#&$".unicodeScalars.contains(scalar) { cell.append("\\") }
            cell.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(cell)
    }

    /// The same as text in `columns` columns.
    func text(columns: Int) -> String {
        Markdown.lines(markdown, columns: columns, ascii: false).map(\.text).joined(separator: "\n") + "\n"
    }

    /// The same for somebody who hears it.
    func spoken(columns: Int) -> [String] {
        Markdown.lines(markdown, columns: columns, isHeard: true).map(\.text)
    }

    /// A page that stands on its own.
    var html: String {
        func escaped(_ text: String) -> String {
            text.unicodeScalars.map { scalar in
                switch scalar {
                case "<": "&lt;"
                case ">": "&gt;"
                case "&": "&amp;"
                case "\"": "&quot;"
                default: scalar.properties.generalCategory == .control ? " " : String(Character(scalar))
                }
            }.joined()
        }
        func row(_ cells: [String], _ tag: String = "td") -> String {
            "<tr>" + cells.map { "<\(tag)>\(escaped($0))</\(tag)>" }.joined() + "</tr>"
        }
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"en\"><head><meta charset=\"utf-8\">",
            "<title>\(escaped(facts.session.title))</title>",
            "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em .8em;"
                + "text-align:left;border-bottom:1px solid #ccc}</style></head><body>",
            "<h1>\(escaped(facts.session.title))</h1>", "<p>\(escaped(date)) UTC</p>",
            "<p><strong>\(escaped(words.verdict))</strong></p>", "<p>\(escaped(words.points))</p>",
            "<p>\(escaped(words.time))</p>",
        ]
        if !facts.domains.isEmpty {
            lines += ["<h2>Domains</h2>", "<table>", row(["Domain", "Weight", "Points"], "th")]
            lines += facts.domains.map { row([$0.name, "\($0.weight) %", "\($0.points.percent) %"]) }
            lines.append("</table>")
        }
        if !words.certainty.isEmpty {
            lines += ["<h2>How sure, how right</h2>", "<ul>"]
            lines += words.certainty.map { "<li>\(escaped($0))</li>" } + ["</ul>"]
        }
        lines += ["<h2>Items</h2>", "<table>", row(["No.", "Question", "Domain", "Result", "Seconds"], "th")]
        for (index, item) in facts.session.items.enumerated() {
            let id = item.questionId
            lines.append(
                row([
                    "\(index + 1)", facts.stems[id].map(PlainStem.line) ?? id, facts.domainOf[id] ?? "",
                    state(of: id) + (item.isScored ? "" : " (did not count)"),
                    "\((facts.session.answers[id]?.elapsedMs ?? 0) / 1000)",
                ]))
        }
        return (lines + ["</table>", "</body></html>"]).joined(separator: "\n") + "\n"
    }
}

/// The report in JSON: a documented shape.
struct ExamReportJSON: Encodable {
    struct Domain: Encodable {
        var id, name: String
        /// Per cent of the exam.
        var weight: Int
        /// Thousandths of points.
        var earned, possible: Int
    }

    struct Item: Encodable {
        var number: Int
        var question: String
        var domain: String?
        /// `right`, `partly right`, `wrong` or `not answered`.
        var result: String
        /// 0…1; nil where nothing was answered.
        var score: Double?
        var isScored, isFlagged: Bool
        /// `guess`, `unsure` or `sure`; nil where nobody was asked.
        var confidence: String?
        var seconds: Int
    }

    var session, title: String
    var certification: String?
    var completedAt: String?
    /// Thousandths of points over the items that count.
    var earned, possible: Int
    var scaledScore: Int?
    var pass: Int?
    var passed: Bool?
    var marks: Int?
    var domains: [Domain]
    var items: [Item]

    init(_ facts: ExamResultFacts) {
        let report = ExamReport(facts)
        session = facts.session.id
        title = facts.session.title
        certification = facts.row.certificationId
        completedAt = facts.row.completedAt?.iso
        (earned, possible) = (facts.result.earned, facts.result.possible)
        (scaledScore, passed) = (facts.result.scaledScore, facts.result.passed)
        pass = facts.result.passed == nil ? nil : facts.rules.pass
        marks = facts.certainty.answers == 0 ? nil : facts.certainty.marks
        domains = facts.domains.map {
            Domain(
                id: $0.id, name: $0.name, weight: $0.weight, earned: $0.points.earned, possible: $0.points.possible)
        }
        items = facts.session.items.enumerated().map { index, item in
            let id = item.questionId, answer = facts.session.answers[id]
            return Item(
                number: index + 1, question: id, domain: facts.domainOf[id], result: report.state(of: id),
                score: facts.session.isAnswered(id) ? answer?.grade?.score : nil, isScored: item.isScored,
                isFlagged: facts.session.marks.flagged.contains(id), confidence: answer?.confidence.map { "\($0)" },
                seconds: (answer?.elapsedMs ?? 0) / 1000)
        }
    }
}
