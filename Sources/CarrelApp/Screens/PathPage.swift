import CarrelCore
import CarrelStorage
import CarrelTerminal

/// One learning path: where to go on, its milestones, what it teaches and what comes before it.
struct PathPage: PageContent {
    let id: String
    let title: String
    private var facts: PathFacts?

    init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    var crumbs: [String] { ["Learning paths", title] }
    var query: Query { .path(id) }
    var whole: StudyTopic? { facts.map { $0.row.tally.total > 0 } == true ? .path(id, title: title) : nil }

    mutating func take(_ reply: Reply) -> Bool {
        guard case .path(let found?) = reply else { return false }
        facts = found
        return true
    }

    func rows(columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard let facts else { return [] }
        var rows = notes(kind(facts.row, glyphs), columns: columns)
        rows += notes(progress(facts, columns, glyphs), columns: columns) + .gap
        rows += preceding(facts.prerequisites)
        if let current = facts.row.current { rows.append(goOn(facts.row.milestones[current])) }
        if let whole {
            let all = ListRow(kind: .action, label: "All questions", details: ["\(facts.row.tally.total)"])
            rows += [
                PageRow(row: whole.practiseRow(total: facts.row.tally.total), opens: .setUp(whole), topic: whole),
                PageRow(row: all, opens: .questions(QuestionListing(crumbs: crumbs + ["All"], topic: whole))),
            ]
        }
        let milestones = facts.row.milestones
        let lines = milestones.enumerated().map { line(of: $1, number: $0 + 1, glyphs) }.aligned()
        return rows + .gap + [.heading("Milestones")]
            + zip(milestones, lines).map { milestone, line in
                PageRow(
                    row: line, opens: page(of: milestone),
                    topic: milestone.tally.total > 0 ? topic(of: milestone) : nil)
            }
    }

    /// `Job: backend engineer · intermediate`
    private func kind(_ path: PathRow, _ glyphs: Glyphs) -> String {
        // Titles of jobs are written as ids are.
        let target = path.targetCompany ?? path.targetJobTitle.map { String($0.map { $0 == "-" ? " " : $0 }) }
        let word = path.kind.words.prefix(1).uppercased() + path.kind.words.dropFirst()
        let parts = [target.map { "\(word): \($0)" } ?? word, path.difficulty.rawValue]
        return parts.joined(separator: " \(glyphs.separator) ")
    }

    private func progress(_ facts: PathFacts, _ columns: Int, _ glyphs: Glyphs) -> String {
        let tally = facts.row.tally
        guard let share = tally.mastery else { return "None of its questions is in a pack here." }
        let bar = share.words(barColumns: Share.barColumns(of: columns), glyphs: glyphs)
        let left =
            StudyHours.words(facts.row.hoursLeft).map { "about \($0) of \(facts.estimatedHours) h left" }
            ?? "all milestones done"
        return [bar, "\(tally.correct) of \(tally.total) right", left].joined(separator: " \(glyphs.separator) ")
    }

    /// Opens the first milestone that is not finished.
    private func goOn(_ milestone: MilestoneRow) -> PageRow {
        PageRow(
            row: ListRow(
                kind: .action, label: "Continue here: \(milestone.title)",
                details: [StudyHours.words(milestone.hoursLeft).map { "about \($0)" }].compactMap { $0 }),
            opens: page(of: milestone), topic: topic(of: milestone))
    }

    func isFirstChoice(_ row: PageRow) -> Bool {
        guard let path = facts?.row, let current = path.current else { return false }
        return row.opens == page(of: path.milestones[current])
    }

    private func line(of milestone: MilestoneRow, number: Int, _ glyphs: Glyphs) -> ListRow {
        let tally = milestone.tally
        var row = ListRow(label: "\(number). \(milestone.title)", share: Share(part: tally.correct, whole: tally.total))
        let left = StudyHours.words(milestone.hoursLeft).map { "\($0) left" } ?? "done"
        row.details = [tally.total == 0 ? "none here" : left, "\(tally.correct)/\(tally.total)"]
        (row.glyph, row.glyphStyle, row.state) =
            milestone.isFinished
            ? (glyphs.right, .right, "finished")
            : tally.seen > 0 ? (glyphs.partly, .partly, "begun") : (glyphs.unseen, .muted, "not begun")
        return row
    }

    private func topic(of milestone: MilestoneRow) -> StudyTopic {
        .milestone(milestone.id, title: milestone.title, of: id, pathTitle: title)
    }

    private func page(of milestone: MilestoneRow) -> Destination {
        .questions(QuestionListing(crumbs: crumbs + [milestone.title], topic: topic(of: milestone)))
    }

    var about: About? {
        facts.map { About(heading: "What it teaches", paragraphs: [$0.description], items: $0.objectives) }
    }

    var glossary: HelpTopic? { Self.words }

    static let words = HelpTopic(
        title: "What the numbers of a path mean",
        entries: [
            HelpEntry(keys: [], shown: "bar", text: "the share of its questions whose last answer was right"),
            HelpEntry(keys: [], shown: "left", text: "the author's estimate times the share that is not right yet"),
            HelpEntry(keys: [], shown: "done", text: "every question of it was right at its last answer"),
        ])
}
