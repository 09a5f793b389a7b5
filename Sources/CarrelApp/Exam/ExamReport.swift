import CarrelCore
import CarrelJSON
import CarrelStorage
import CarrelTerminal

/// A printable report of an exam: the result, each domain, and every item in a table, then in full.
struct ExamReport {
    let facts: ExamResultFacts
    let words: ExamResultWords

    init(_ facts: ExamResultFacts) {
        self.facts = facts
        words = ExamResultWords(facts)
    }

    var date: String { String((facts.row.completedAt ?? facts.row.startedAt).text.prefix(16)) }

    /// What became of an item.
    func state(of question: String) -> String {
        guard facts.session.isAnswered(question) else { return "not answered" }
        guard let grade = facts.session.answers[question]?.grade else { return "could not be graded" }
        return grade.isCorrect ? "right" : grade.isPartial ? "partly right" : "wrong"
    }

    var markdown: String { (summary + itemsMarkdown).joined(separator: "\n") + "\n" }

    private var summary: [String] {
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
            let seconds = (facts.session.answers[id]?.elapsedMs ?? 0) / 1000
            let state = state(of: id) + (item.isScored ? "" : " (did not count)")
            lines.append(
                "| \(index + 1) | \(Self.cell(beginning(of: id))) | \(Self.cell(facts.domainOf[id] ?? "")) "
                    + "| \(state) | \(seconds) |")
        }
        return lines
    }

    /// As much of a question as a table has room for; all of it stands with the item.
    func beginning(of question: String) -> String {
        Columns.clip(facts.stems[question].map(PlainStem.line) ?? question, to: 72)
    }

    /// A title or a question as it is, whatever of it would be Markdown, on one line.
    static func cell(_ text: String) -> String {
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
        let lines = Markdown.lines(markdown, columns: columns, ascii: false).map { line in
            String(line.text.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What it begins with, for somebody who hears it: the answers can be gone through item by item there.
    func spoken(columns: Int) -> [String] {
        Markdown.lines(summary.joined(separator: "\n") + "\n", columns: columns, isHeard: true).map(\.text)
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
        /// As its author wrote it; nil where no pack holds it any more, as in all that comes of it.
        var stem, exhibit: String?
        var domain: String?
        /// `right`, `partly right`, `wrong` or `not answered`.
        var result: String
        /// 0…1; nil where nothing was answered.
        var score: Double?
        /// Texts of what was chosen or typed, and of what is right.
        var answered, right: [String]
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
        let full = Dictionary(report.items.map { ($0.number, $0) }) { first, _ in first }
        items = facts.session.items.enumerated().map { index, item in
            let id = item.questionId, words = full[index + 1], answer = facts.session.answers[id]
            return Item(
                number: index + 1, question: id, stem: words?.stem, exhibit: facts.questions[id]?.exhibit,
                domain: facts.domainOf[id], result: report.state(of: id),
                score: facts.session.isAnswered(id) ? answer?.grade?.score : nil, answered: words?.answered ?? [],
                right: words?.right ?? [], isScored: item.isScored,
                isFlagged: facts.session.marks.flagged.contains(id), confidence: answer?.confidence.map { "\($0)" },
                seconds: (answer?.elapsedMs ?? 0) / 1000)
        }
    }
}
