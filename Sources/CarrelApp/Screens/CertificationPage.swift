import CarrelCore
import CarrelStorage
import CarrelTerminal

/// One certification: what its exam is like, what comes before it, and its domains to be practised one by one.
struct CertificationPage: PageContent {
    let id: String
    let title: String
    private var facts: CertificationFacts?

    init(id: String, title: String) {
        self.id = id
        self.title = title
    }

    var crumbs: [String] { ["Certifications", title] }
    var query: Query { .certification(id) }
    var whole: StudyTopic? { facts.map { $0.tally.total > 0 } == true ? .certification(id, name: title) : nil }

    mutating func take(_ reply: Reply) -> Bool {
        guard case .certification(let found?) = reply else { return false }
        facts = found
        return true
    }

    func rows(columns: Int, glyphs: Glyphs) -> [PageRow] {
        guard let facts else { return [] }
        let words = ExamWords(facts.certification, glyphs: glyphs)
        var rows = [words.name, words.length, words.cut].flatMap { notes($0, columns: columns) }
        if let share = facts.tally.mastery {
            let bar = share.words(barColumns: Share.barColumns(of: columns), glyphs: glyphs)
            rows += notes("Mastery \(bar): \(share.part) of \(share.whole) answered right", columns: columns)
        }
        rows += .gap
        rows += preceding(facts.prerequisites)
        if facts.tally.total > 0 {
            let exam = ListRow(
                kind: .action, label: "Sit the exam", details: ["\(facts.certification.rules.minutes) min"])
            rows.append(PageRow(row: exam, opens: .examPage(certification: id, title: title)))
        }
        if let whole {
            let all = ListRow(kind: .action, label: "All questions", details: ["\(facts.tally.total)"])
            rows += [
                PageRow(row: whole.practiseRow(total: facts.tally.total), opens: .setUp(whole), topic: whole),
                PageRow(row: all, opens: .questions(QuestionListing(crumbs: crumbs + ["All"], topic: whole))),
            ]
            rows += .gap
        } else {
            rows += notes("This certification has no questions yet.", columns: columns) + .gap
        }
        let lines = facts.domains.map(line).aligned()
        return rows + [.heading("Domains")]
            + zip(facts.domains, lines).map { domain, line in
                let topic = StudyTopic.domain(domain.id, name: domain.name, of: id, title: title)
                return PageRow(
                    row: line, opens: .questions(QuestionListing(crumbs: crumbs + [domain.name], topic: topic)),
                    topic: domain.total > 0 ? topic : nil)
            }
    }

    func isFirstChoice(_ row: PageRow) -> Bool { row.topic != nil && row.topic == whole }

    private func line(of domain: DomainRow) -> ListRow {
        let tally = Tally(total: domain.total, seen: domain.seen, correct: domain.correct)
        return ListRow(
            label: domain.name, details: ["\(domain.seen)/\(domain.total) seen", "weight \(domain.weight) %"],
            share: tally.mastery)
    }

    var about: About? { facts.map { About(heading: "About the exam", paragraphs: [$0.certification.description]) } }

    var glossary: HelpTopic? {
        HelpTopic(
            title: "What the numbers of a certification mean",
            entries: [
                HelpEntry(keys: [], shown: "mastery", text: "the share of questions whose last answer was right"),
                HelpEntry(keys: [], shown: "weight", text: "how much of the exam is about the domain"),
                HelpEntry(keys: [], shown: "seen", text: "questions answered at least once, of all there are"),
            ])
    }
}

/// The rules of a certification's exam in a few lines.
struct ExamWords {
    /// `SY0-701 · CompTIA · intermediate`
    let name: String
    /// `90 items, 5 of them unscored, in 90 minutes`
    let length: String
    /// `Passes with 750 on a scale of 100 to 900 · items in any order`
    let cut: String

    init(_ certification: Certification, glyphs: Glyphs) {
        let rules = certification.rules
        let separator = " \(glyphs.separator) "
        name = [certification.examCode, certification.provider, certification.difficulty.rawValue]
            .compactMap { $0 }.joined(separator: separator)
        let unscored = rules.unscored == 0 ? "" : ", \(rules.unscored) of them unscored,"
        length =
            RelativeTime.count(rules.questions, "item") + unscored + " in "
            + RelativeTime.count(rules.minutes, "minute")
        let pass =
            rules.scale == .percent
            ? "\(rules.pass) %" : "\(rules.pass) on a scale of \(rules.scale.low) to \(rules.scale.high)"
        let order = rules.navigation == .free ? "items in any order" : "no way back to an item"
        cut = "Passes with \(pass)" + separator + order
    }
}
