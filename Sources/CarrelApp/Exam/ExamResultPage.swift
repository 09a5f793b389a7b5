import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What an exam came to: the score against the cut, each domain against its weight, certainty against correctness, and
/// what to do about it.
struct ExamResultPage: PageContent {
    let session: String
    private var facts: ExamResultFacts?

    init(session: String) { self.session = session }

    var crumbs: [String] { [facts?.session.title ?? "Exam", "Result"] }
    var query: Query { .examResult(session) }

    mutating func take(_ reply: Reply) -> Bool {
        guard case .examResult(let found?) = reply else { return false }
        facts = found
        return true
    }

    func rows(columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard let facts else { return [] }
        return score(facts, columns: columns, glyphs: glyphs) + .gap + actions(facts, glyphs: glyphs)
            + domains(facts, columns: columns, glyphs: glyphs) + certainty(facts, columns: columns, glyphs: glyphs)
            + facts.earlier.rows(glyphs)
    }

    func isFirstChoice(_ row: PageRow) -> Bool { row.row.kind == .action }

    private func score(_ facts: ExamResultFacts, columns: Int, glyphs: Glyphs) -> [PageRow] {
        let words = ExamResultWords(facts)
        let isPassed = facts.result.passed
        let glyph = isPassed.map { $0 ? glyphs.right : glyphs.wrong }.map { "\($0) " } ?? ""
        let style: Style = isPassed.map { $0 ? .right : .wrong } ?? .title
        var rows = [PageRow(row: ListRow(kind: .note, label: glyph + words.verdict, noteStyle: style.with(.bold)))]
        if columns >= 40 {
            let bar = glyphs.bar(facts.points.share, columns: min(40, columns - 12))
            rows.append(.note("\(bar) \(words.percent)"))
        }
        return rows + [words.points, words.time].flatMap { notes($0, columns: columns) }
    }

    private func actions(_ facts: ExamResultFacts, glyphs: Glyphs) -> [PageRow] {
        var rows = facts.reviews.map { review in
            PageRow(
                row: ListRow(kind: .action, label: review.label, details: ["\(review.questions.count)"]),
                opens: .review(session: session, questions: review.questions))
        }
        if !facts.missed.isEmpty {
            rows.append(
                PageRow(
                    row: ListRow(
                        kind: .action, label: "Practise what was not right", details: ["\(facts.missed.count)"]),
                    does: [.perform(.start(.retry(facts.missed, of: facts.session)))]))
        }
        let report = ExamReport(facts)
        rows.append(
            PageRow(
                row: ListRow(kind: .action, label: "Report", details: ["item by item"]),
                opens: .reader(crumbs: crumbs + ["Report"], .markdown(report.markdown))))
        if let scratch = facts.session.marks.notes[""], !scratch.isEmpty {
            rows.append(
                PageRow(
                    row: ListRow(kind: .action, label: "Scratch sheet", details: ["as you left it"]),
                    opens: .reader(
                        crumbs: crumbs + ["Scratch sheet"],
                        .paragraphs(scratch.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))))
            )
        }
        return rows
    }

    /// Two columns of numbers and a bar: what was earned, and what the domain weighs.
    private func domains(_ facts: ExamResultFacts, columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard !facts.domains.isEmpty else { return [] }
        let rows = facts.domains.map { domain in
            var details = ["weight \(domain.weight) %"]
            if !domain.before.isEmpty {
                let trend = (domain.before + [domain.points.share]).map { "\(($0 * 100).wholePercent)" }
                details.insert(trend.joined(separator: " \(glyphs.arrowRight) ") + " %", at: 0)
            }
            return ListRow(
                kind: .item, label: domain.name, details: details,
                share: Share(part: domain.points.earned, whole: max(1, domain.points.possible)))
        }.aligned()
        return .gap + [.heading("Domains")]
            + zip(facts.domains, rows).map { domain, row in
                PageRow(row: row, opens: .review(session: session, questions: facts.questions(of: domain)))
            }
    }

    private func certainty(_ facts: ExamResultFacts, columns: Int, glyphs: Glyphs) -> [PageRow] {
        let lines = ExamResultWords(facts).certainty
        return lines.isEmpty
            ? [] : .gap + [.heading("How sure, how right")] + lines.flatMap { notes($0, columns: columns) }
    }
}

extension ExamResultFacts {
    var points: ExamScore.Points { ExamScore.Points(earned: result.earned, possible: result.possible) }
}

extension ExamScore.Points {
    /// Whole per cent, rounded down as a scaled score is: of 57 in 100 all 57.
    var percent: Int { possible == 0 ? 0 : earned * 100 / possible }
}

/// An exam's result in words, for the screen, reports and plain mode.
struct ExamResultWords {
    private let facts: ExamResultFacts

    init(_ facts: ExamResultFacts) { self.facts = facts }

    /// `Passed: 748, 720 needed (100 to 1000)`
    var verdict: String {
        guard let passed = facts.result.passed, let scaled = facts.result.scaledScore else {
            return "\(percent) of the points"
        }
        let rules = facts.rules
        let isPercent = rules.scale == .percent
        let score = isPercent ? "\(scaled) %" : "\(scaled)"
        let scale = isPercent ? "" : ", on a scale from \(rules.scale.low) to \(rules.scale.high)"
        return "\(passed ? "Passed" : "Not passed"): \(score), \(rules.pass)\(isPercent ? " %" : "") needed\(scale)"
    }

    /// `73 %`
    var percent: String { "\(facts.points.percent) %" }

    /// `36.5 of 50 points; 15 items did not count; 2 not answered`
    var points: String {
        func number(_ thousandths: Int) -> String {
            // Rounded down as the share is: what is said of both agrees.
            let (whole, rest) = (thousandths / 1000, thousandths % 1000 / 10)
            let digits = rest % 10 == 0 ? "\(rest / 10)" : "\(rest / 10)\(rest % 10)"
            return rest == 0 ? "\(whole)" : "\(whole).\(digits)"
        }
        var parts = ["\(number(facts.points.earned)) of \(number(facts.points.possible)) points"]
        let unscored = facts.session.items.count { !$0.isScored }
        if unscored > 0 { parts.append("\(RelativeTime.count(unscored, "item")) did not count") }
        let open = facts.unanswered.count
        if open > 0 { parts.append("\(open) not answered") }
        return parts.joined(separator: "; ")
    }

    /// `41:10 on answers, 38 s an item`
    var time: String {
        let spent = facts.session.elapsedMs
        let answered = max(1, facts.session.answered)
        return "\(RelativeTime.clock(milliseconds: spent)) on answers, \(spent / answered / 1000) s an item"
    }

    /// Certainty against correctness; nothing where nobody was asked.
    var certainty: [String] {
        let certainty = facts.certainty
        guard certainty.answers > 0 else { return [] }
        let levels = [Confidence.sure, .unsure, .guess].compactMap { level in
            certainty.levels[level].map { "\(level.word): \($0.right) of \($0.answers) right" }
        }
        let isPart = facts.session.items.contains { !$0.isScored }
        return levels + [
            "Certainty-based marks: \(certainty.marks) of \(certainty.mostMarks) (beside the score, not part of it"
                + (isPart ? "; of the items that count)" : ")")
        ]
    }
}
