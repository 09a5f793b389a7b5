import CarrelCore
import CarrelStorage
import CarrelTerminal

/// What a learner reads before an exam: its rules in a few lines, and the row that starts it.
struct ExamPage: PageContent {
    let id: String
    let title: String
    private var facts: ExamPageFacts?

    init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    var crumbs: [String] { ["Certifications", title, "Exam"] }
    var query: Query { .examPage(id) }

    mutating func take(_ reply: Reply) -> Bool {
        guard case .examPage(let found?) = reply else { return false }
        facts = found
        return true
    }

    func rows(columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard let facts else { return [] }
        guard facts.rules.questions > 0 else {
            return notes(ExamPageFacts.nothingToAsk, columns: columns)
        }
        var rows = ExamRuleWords(facts.rules, asksConfidence: facts.asksConfidence).lines.flatMap { line in
            TextLayout.wrap(
                [Span(line)], columns: columns, first: [Span("\(glyphs.bullet) ")], rest: [Span("  ")]
            ).map { PageRow.note($0.text) }
        }
        if let shortage = facts.shortage { rows += notes(shortage, columns: columns) }
        rows += .gap
        if let active = facts.active {
            rows.append(
                PageRow(
                    row: ListRow(
                        kind: .action, label: "Go on with the exam under way",
                        details: ["\(active.completedItems)/\(active.totalItems)"]), opens: .exam(session: active.id)))
        } else {
            rows.append(
                PageRow(
                    row: ListRow(
                        kind: .action, label: "Begin the exam",
                        details: ["\(facts.rules.questions) items", "\(facts.rules.minutes) min"]),
                    does: [.perform(.sit(ExamRequest(certification: id)))]))
        }
        return rows + facts.attempts.rows(glyphs)
    }

    func isFirstChoice(_ row: PageRow) -> Bool { row.row.kind == .action }
}

/// An exam's rules, each in a sentence.
struct ExamRuleWords {
    private let rules: ExamRules
    private let asksConfidence: Bool

    /// - Parameter asksConfidence: The rules or the learner want it.
    init(_ rules: ExamRules, asksConfidence: Bool) {
        self.rules = rules
        self.asksConfidence = asksConfidence
    }

    var lines: [String] {
        let sure = asksConfidence ? "After each answer it asks how sure you are; that changes no score." : nil
        return [length, cut, navigation].compactMap(\.self) + parts + [incomplete, clock, sure].compactMap(\.self)
    }

    private var length: String {
        let unscored =
            rules.unscored == 0
            ? "" : "; \(rules.unscored) of them do not count, and nothing tells which"
        return
            "\(RelativeTime.count(rules.questions, "item")) in \(RelativeTime.count(rules.minutes, "minute"))\(unscored)."
    }

    private var cut: String {
        let pass =
            rules.scale == .percent
            ? "\(rules.pass) %" : "\(rules.pass) on a scale from \(rules.scale.low) to \(rules.scale.high)"
        return "Passed with \(pass)\(rules.allowsPartialCredit ? "; part of an answer earns part of its point" : "")."
    }

    private var navigation: String {
        var words =
            rules.navigation == .free
            ? "Items in any order: skip, flag, come back." : "Forward only: there is no way back to an item."
        if rules.sections.count > 1 {
            words += " In \(rules.sections.count) parts, each with a time of its own."
        }
        return words
    }

    /// `Part 1: 4 items in 10 minutes, closed once left.`
    private var parts: [String] {
        guard rules.sections.count > 1 else { return [] }
        return rules.sections.enumerated().map { index, section in
            let size =
                "\(RelativeTime.count(section.questions, "item")) in \(RelativeTime.count(section.minutes, "minute"))"
            return "Part \(index + 1): \(size)\(section.locks ? ", closed once left" : "")."
        }
    }

    private var incomplete: String {
        (rules.incomplete == .refuse
            ? "As many options as are asked for must be chosen."
            : "A warning when fewer or more options are chosen than asked for.")
            + " Nothing is told before the end."
    }

    private var clock: String {
        let warnings = rules.warnings.map { "\($0)" }
        guard let last = warnings.last else { return "The clock runs on when you leave." }
        let others = warnings.dropLast().joined(separator: ", ")
        let unit = rules.warnings == [1] ? "minute" : "minutes"
        let times = others.isEmpty ? last : "\(others) and \(last)"
        return "The clock runs on when you leave; it warns at \(times) \(unit)."
    }
}
